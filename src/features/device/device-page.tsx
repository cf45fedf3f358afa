import { useState, type ReactNode } from 'react';
import { brand } from '#content/brand';
import { isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { InstallSection } from './install-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { removeStored, type Overwriting } from './store.ts';
import { WipeScreen, type WipeStep } from './wipe-screen.tsx';
import { WipeSection } from './wipe-section.tsx';

const shows = ['history', 'copy', 'store', 'search', 'calls', 'links', 'network', 'keyboard'] as const;
const exitFacts = ['does', 'offline', 'shortcut', 'hidden', 'not', 'noScript'] as const;
const browsers = ['android', 'iphone', 'firefox', 'computer'] as const;

/** What this device can show someone else, and what a person can do about it. Words only until they choose to act. */
export function DevicePage({ overwriting }: { readonly overwriting: Overwriting }): ReactNode {
  const [step, setStep] = useState<WipeStep | null>(null);
  const wipe = (): void => {
    setStep('working');
    void removeStored(window, overwriting, () => setStep('unreadable')).then(setStep);
  };
  return step === null ? <DeviceWords onWipe={wipe} /> : <WipeScreen step={step} onRetry={wipe} />;
}

function DeviceWords({ onWipe }: { readonly onWipe: () => void }): ReactNode {
  const t = useText('device');
  const frame = useText('frame');
  const name = isolate(brand.name);
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>

      <h2>{t('shows.title')}</h2>
      <ul className="plain">
        {shows.map((key) => (
          <li key={key}>{t(`shows.${key}`, { brand: name })}</li>
        ))}
      </ul>

      <h2>{t('exit.title', { exit: frame('exit') })}</h2>
      <ul className="plain">
        {exitFacts.map((key) => (
          <li key={key}>{t(`exit.${key}`)}</li>
        ))}
      </ul>

      <h2>{t('private.title')}</h2>
      <p>{t('private.text')}</p>
      <p>{t('private.limits')}</p>
      <p>{t('private.copy')}</p>

      <h2>{t('history.title')}</h2>
      <p className="warning">{t('history.warn')}</p>
      {browsers.map((key) => (
        <section key={key}>
          <h3>{t(`history.${key}.title`)}</h3>
          <p>{t(`history.${key}.text`, { brand: name })}</p>
        </section>
      ))}
      <p>{t('history.recent')}</p>

      <h2>{t('accounts.title')}</h2>
      <p>{t('accounts.text')}</p>
      <p>{t('accounts.do')}</p>

      <h2>{t('watched.title')}</h2>
      <p>{t('watched.text')}</p>
      <p>{t('watched.signs')}</p>
      <p>{t('watched.do')}</p>
      <p className="warning">{t('watched.limit')}</p>

      <h2>{t('location.title')}</h2>
      <p>{t('location.text')}</p>

      <NotesSection />
      <InstallSection />
      <WipeSection onWipe={onWipe} />
    </>
  );
}
