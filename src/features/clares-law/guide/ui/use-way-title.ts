import { forceById } from '#content/forces';
import { isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import type { WayId } from '../model/way.ts';
import { forceOf, valuesOf } from './reach.ts';

/** What an answer is called, on the screen and when it is read out. */
export function useWayTitle(way: WayId | null, force: string | null): string {
  const t = useText('ask');
  switch (way) {
    case null:
      return '';
    case 'scotland':
    case 'northern-ireland':
      return t('answer.nation.title', { force: isolate(forceOf(way).name) });
    case 'force': {
      const name = force === null ? undefined : forceById(force)?.name;
      return name === undefined ? t('answer.force.unknown') : t('answer.force.title', { force: isolate(name) });
    }
    default:
      return t(`answer.${way}.title`, valuesOf());
  }
}
