import type { ReactNode } from 'react';
import { languageOf, sourceLanguage, type LanguageCode } from '#i18n/languages';
import { textOf } from '#i18n/text';
import { useLanguage, useText } from '#i18n/use-text';
import type { CodeWord } from '../model/people.ts';

/** The agreement in large letters, to hold out to somebody: in the reader's language, and in English under it. */
export function CodeCard({ code, onEnd }: { readonly code: CodeWord; readonly onEnd: () => void }): ReactNode {
  const lang = useLanguage();
  const t = useText('steps');
  const spoken = [...new Set([lang, sourceLanguage])];
  return (
    <div className="showing" data-plan-view="card">
      <h1 tabIndex={-1}>{t('code.cardTitle')}</h1>
      {spoken.map((one) => (
        <CardWords key={one} code={code} lang={one} />
      ))}
      <p className="pair">
        <button type="button" className="button quiet" data-plan-do="end-card" onClick={onEnd}>
          {t('code.end')}
        </button>
      </p>
    </div>
  );
}

function CardWords({ code, lang }: { readonly code: CodeWord; readonly lang: LanguageCode }): ReactNode {
  const t = textOf(lang, 'steps');
  const own = (words: string): ReactNode => (
    <strong translate="no" dir="auto">
      {words}
    </strong>
  );
  return (
    <section className="card" lang={lang} dir={languageOf(lang).dir}>
      <p>{t('code.cardWord')}</p>
      <p>{own(code.word)}</p>
      {code.means.trim() !== '' && (
        <>
          <p>{t('code.cardMeans')}</p>
          <p>{own(code.means)}</p>
        </>
      )}
      <p className="soft">{t('code.cardQuiet')}</p>
    </section>
  );
}
