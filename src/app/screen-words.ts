/**
 * Which words each screen shows, as data: the app loads them with the screen,
 * and the build sees from the same lists what a reader of a language needs
 * (tools/copy-stages.ts).
 */
import { guideIds, type GuideId, type GuideRoute, type RouteId } from '#content/routes';
import type { Namespace } from '#i18n/text';

/** Routes with a screen in the app; `clock` is a page of its own with no way back. */
export type ScreenId = Exclude<RouteId, 'clock'>;

/** Needed on every screen. */
export const always: readonly Namespace[] = ['frame', 'terms'];

/** A record with an entry for the screen of every guide. */
export function ofGuides<T>(entry: (id: GuideId) => T): Record<GuideRoute, T> {
  return Object.fromEntries(guideIds.map((id) => [`read/${id}`, entry(id)])) as Record<GuideRoute, T>;
}

export const screenWords: Readonly<Record<ScreenId, readonly Namespace[]>> = {
  home: ['home'],
  now: ['now'],
  find: ['find', 'services'],
  more: ['find', 'services'],
  ask: ['ask'],
  ways: ['ask'],
  friends: ['ask'],
  plan: ['plan', 'steps', 'log', 'takeout'],
  request: ['request'],
  read: ['guides'],
  ...ofGuides(() => ['guides', 'steps'] as const),
  device: ['device'],
  settings: ['settings'],
  about: ['about'],
  sources: ['about', 'services'],
  lost: [],
};

/** Emergency instructions, the paper for the police, and the card with a code word: in a language nobody has checked yet the English stands with them. */
export const englishToo: readonly Namespace[] = ['now', 'ask', 'request', 'steps'];
