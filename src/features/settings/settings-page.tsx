import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { exits } from '#content/exits';
import type { ExitId } from '#content/exits';
import { useText } from '#i18n/use-text';
import { RadioGroup } from '#ui/radio-group.tsx';
import { appearanceOf, contrasts, looks, sizes, wear, type Appearance, type Size } from './look.ts';

/** What the exit lets a person choose; the route hands it in. */
export interface ExitSettings {
  readonly destination: ExitId;
  readonly shortcut: boolean;
}

interface Props {
  readonly exit: {
    readonly current: () => ExitSettings;
    readonly watch: (tell: () => void) => () => void;
    readonly choose: (next: ExitSettings) => void;
  };
}

const asServed: Appearance = { size: 'normal', look: 'device', contrast: 'normal' };

export function SettingsPage({ exit }: Props): ReactNode {
  const t = useText('settings');
  const frame = useText('frame');
  const [appearance, setAppearance] = useState(() => (typeof document === 'undefined' ? asServed : appearanceOf(document.documentElement)));
  const exitSettings = useSyncExternalStore(exit.watch, exit.current, exit.current);
  const change = (part: Partial<Appearance>): void => {
    const next = { ...appearance, ...part };
    wear(document.documentElement, next);
    setAppearance(next);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p>{t('visit')}</p>
      <RadioGroup
        title={t('size.title')}
        options={(Object.keys(sizes) as Size[]).map((value) => ({ value, label: t(`size.${value}`) }))}
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
    </>
  );
}
