import { useState, type ReactNode } from 'react';
import { sourceLanguage } from '#i18n/languages';
import { useLanguage } from '#i18n/use-text';
import type { Draft } from '../model/draft.ts';
import { paperOf, type PaperRow } from '../model/paper.ts';
import { rowLines } from './paper-text.ts';
import { speakerOf, todayOf } from './request-words.ts';
import { useSpeaker } from './use-request.ts';
import { Values } from './values.tsx';
import { Way } from './ways.tsx';

type Outcome = 'done' | 'refused' | 'cleared' | 'notCleared';

/** What stands in the clipboard when a person has asked for something else to stand there. An empty text is not taken everywhere. */
const blandCopy = '.';

async function intoClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** One answer at a time, beside the police's own form. */
export function CopyWay({ draft }: { readonly draft: Draft }): ReactNode {
  const speaker = useSpeaker();
  const { t } = speaker;
  const lang = useLanguage();
  const [told, setTold] = useState<{ readonly at: PaperRow['field'] | null; readonly outcome: Outcome } | null>(null);
  const copy = async (row: PaperRow): Promise<void> => setTold({ at: row.field, outcome: (await intoClipboard(rowLines(speakerOf(sourceLanguage), row).join('\n'))) ? 'done' : 'refused' });
  const clear = async (): Promise<void> => setTold({ at: null, outcome: (await intoClipboard(blandCopy)) ? 'cleared' : 'notCleared' });
  const english = speakerOf(sourceLanguage).t;
  return (
    <Way name="copy" title={t('way.copy.title')} leaves={t('way.copy.leaves')}>
      <p>{t('way.copy.text')}</p>
      {paperOf(draft, lang, todayOf(new Date())).parts.map(({ section, rows }) => (
        <section key={section} className="answers">
          <h3>{t(`paper.section.${section}`)}</h3>
          <ul>
            {rows.map((row) => (
              <li key={row.field} data-ask-copy={row.field}>
                <div>
                  <span className="soft">{t(`field.${row.field}`)}</span>
                  {lang !== sourceLanguage && (
                    <span className="original" lang={sourceLanguage} dir="ltr">
                      {english(`field.${row.field}`)}
                    </span>
                  )}
                  <Values row={row} speaker={speakerOf(sourceLanguage)} unsureWords={row.values.length === 0 ? t('check.unknown') : t('check.unsure')} />
                  <span role="status">{told?.at === row.field && (told.outcome === 'done' ? t('way.copy.done') : t('way.copy.refused'))}</span>
                </div>
                <button type="button" className="button quiet small" aria-label={t('way.copy.goWhat', { what: t(`field.${row.field}`) })} onClick={() => void copy(row)}>
                  {t('way.copy.go')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <button type="button" className="button quiet" data-ask-do="clear-copy" onClick={() => void clear()}>
          {t('way.copy.clear')}
        </button>
      </p>
      <p role="status">{told?.at === null && (told.outcome === 'cleared' ? t('way.copy.cleared') : t('way.copy.notCleared'))}</p>
    </Way>
  );
}
