import type { ReactNode } from 'react';
import { sourceLanguage, languageOf, type LanguageCode } from '#i18n/languages';
import type { Draft } from '../model/draft.ts';
import { interpreterFor, paperOf } from '../model/paper.ts';
import { interpreterLine } from './paper-text.ts';
import { speakerOf, todayOf } from './request-words.ts';
import { Values } from './values.tsx';

/** The paper: headings, the questions in its language, and the answers as they were written. */
export function PaperArticle({ draft, lang, readIn }: { readonly draft: Draft; readonly lang: LanguageCode; readonly readIn: LanguageCode }): ReactNode {
  const speaker = speakerOf(lang);
  const { t } = speaker;
  const paper = paperOf(draft, readIn, todayOf(new Date()));
  const interpreter = interpreterFor(draft, readIn);
  return (
    <article className="paper" lang={lang} dir={languageOf(lang).dir} data-ask-document={lang === sourceLanguage ? 'police' : 'own'}>
      <header>
        <h2>{t('paper.title')}</h2>
        <p>{t('paper.scheme')}</p>
        <p>
          <strong>{t('paper.label')}</strong>
        </p>
        {paper.isDanger && <p className="warning">{t('paper.danger')}</p>}
        {interpreter !== null && (
          <p>
            <strong>{interpreterLine(speaker, interpreter)}</strong>
          </p>
        )}
        <p>{t('paper.contact')}</p>
      </header>
      {paper.parts.length === 0 && <p>{t('paper.empty')}</p>}
      {paper.parts.map(({ section, rows }) => (
        <section key={section}>
          <h3>{t(`paper.section.${section}`)}</h3>
          <dl>
            {rows.map((row) => (
              <div key={row.field}>
                <dt className="soft">{t(`field.${row.field}`)}</dt>
                <dd>
                  <Values row={row} speaker={speaker} unsureWords={row.values.length === 0 ? t('paper.unknown') : t('paper.unsure')} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </article>
  );
}
