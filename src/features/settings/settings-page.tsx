import { useSyncExternalStore, type ReactNode } from 'react';
import { exits } from '#content/exits';
import type { ExitId } from '#content/exits';
import { useText } from '#i18n/use-text';
import { RadioGroup } from '#ui/radio-group.tsx';
import { KeepSection, type Keeping } from './keep-section.tsx';
import { asServed, contrasts, looks, onAppearance, sizeNames, wear, worn, type Appearance } from './look.ts';

/** What the exit lets a person choose; the route hands it in. */
export interface ExitSettings {
  readonly destination: ExitId;
  readonly shortcut: boolean;
}

interface Choice<T> {
  readonly current: () => T;
  readonly watch: (tell: () => void) => () => void;
  readonly choose: (next: T) => void;
}

interface Props<Idle extends number> {
  readonly exit: Choice<ExitSettings>;
  /** How long the notes stay open untouched. */
  readonly idle: Choice<Idle> & { readonly choices: readonly Idle[] };
  readonly keeping: Keeping;
}

const minuteMs = 60_000;

export function SettingsPage<Idle extends number>({ exit, idle, keeping }: Props<Idle>): ReactNode {
  const t = useText('settings');
  const frame = useText('frame');
  const appearance = useSyncExternalStore(onAppearance, worn, () => asServed);
  const exitSettings = useSyncExternalStore(exit.watch, exit.current, exit.current);
  const idleMs = useSyncExternalStore(idle.watch, idle.current, idle.current);
  const change = (part: Partial<Appearance>): void => wear(document.documentElement, { ...appearance, ...part });
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <KeepSection keeping={keeping} />
      <RadioGroup
        title={t('size.title')}
        options={sizeNames.map((value) => ({ value, label: t(`size.${value}`) }))}
        value={appearance.size}
        onChange={(size) => change({ size })}
      />
      <RadioGroup
        title={t('look.title')}
        hint={t('look.hint')}
        options={looks.map((value) => ({ value, label: t(`look.${value}`) }))}
        value={appearance.look}
        onChange={(look) => change({ look })}
      />
      <RadioGroup
        title={t('contrast.title')}
        options={contrasts.map((value) => ({ value, label: t(`contrast.${value}`) }))}
        value={appearance.contrast}
        onChange={(contrast) => change({ contrast })}
      />
      <RadioGroup
        title={t('exit.title', { exit: frame('exit') })}
        options={exits.map(({ id }) => ({ value: id, label: t(`exit.${id}`) }))}
        value={exitSettings.destination}
        onChange={(destination) => exit.choose({ ...exitSettings, destination })}
      />
      <RadioGroup
        title={t('shortcut.title')}
        options={[
          { value: 'on', label: t('shortcut.on') },
          { value: 'off', label: t('shortcut.off') },
        ]}
        value={exitSettings.shortcut ? 'on' : 'off'}
        onChange={(value) => exit.choose({ ...exitSettings, shortcut: value === 'on' })}
      />
      <RadioGroup
        title={t('idle.title')}
        hint={t('idle.hint')}
        options={idle.choices.map((ms) => ({ value: String(ms), label: t('idle.minutes', { count: ms / minuteMs }) }))}
        value={String(idleMs)}
        onChange={(value) => idle.choices.filter((ms) => String(ms) === value).forEach(idle.choose)}
      />
    </>
  );
}
