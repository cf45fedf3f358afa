import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';

const facts = ['store', 'nobody', 'list', 'time'] as const;
const limits = ['seen', 'spyware', 'made', 'copied', 'old', 'gone', 'words'] as const;

/** What the locked notes are a protection from, and what they are not. No more than tests show. */
export function NotesSection(): ReactNode {
  const t = useText('device');
  return (
    <section>
      <h2>{t('notes.title')}</h2>
      <p>{t('notes.does')}</p>
      <ul className="plain">
        {facts.map((key) => (
          <li key={key}>{t(`notes.${key}`)}</li>
        ))}
      </ul>
      <h3>{t('notes.not.title')}</h3>
      <ul className="plain">
        {limits.map((key) => (
          <li key={key}>{t(`notes.not.${key}`)}</li>
        ))}
      </ul>
    </section>
  );
}
