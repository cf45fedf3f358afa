import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { goTo } from '../held.ts';
import { isBegun, type Draft } from '../model/draft.ts';
import { rowsOf } from '../model/paper.ts';
import { askedBySection, fieldsOf } from '../model/steps.ts';
import type { StepId } from '../model/step-list.ts';
import { questionWords } from './step-view.tsx';
import { todayOf } from './request-words.ts';
import { useSpeaker } from './use-request.ts';
import { Values } from './values.tsx';

/** Every question with its answer and the way to change it. */
export function CheckView({ draft }: { readonly draft: Draft }): ReactNode {
  const t = useText('request');
  return (
    <>
      <h1 tabIndex={-1}>{t('check.title')}</h1>
      <p>{t('check.lead')}</p>
      {askedBySection(draft).map(({ section, steps }) => (
        <section key={section} className="answers">
          <h2>{t(`section.${section}`)}</h2>
          <ul>
            {steps.map((step) => (
              <Answer key={step} draft={draft} step={step} />
            ))}
          </ul>
        </section>
      ))}
      {isBegun(draft) && (
        <p>
          <button type="button" className="button wide" data-ask-do="paper" onClick={() => goTo('paper')}>
            {t('check.go')}
          </button>
        </p>
      )}
    </>
  );
}

function Answer({ draft, step }: { readonly draft: Draft; readonly step: StepId }): ReactNode {
  const speaker = useSpeaker();
  const { t } = speaker;
  const rows = rowsOf(draft, step, todayOf(new Date()));
  const question = questionWords(speaker, draft, step);
  const isOnlyField = fieldsOf(step).length === 1;
  return (
    <li data-ask-answer={step}>
      <div>
        <strong className="own">{question}</strong>
        {rows.length === 0 && <p className="soft">{t('check.blank')}</p>}
        {rows.map((row) => (
          <div key={row.field}>
            {!isOnlyField && row.values.length > 0 && <span className="soft">{t(`field.${row.field}`)}</span>}
            <Values row={row} speaker={speaker} unsureWords={row.values.length === 0 ? t('check.unknown') : t('check.unsure')} />
            {row.values.some(({ is }) => is === 'typed-date') && <p className="soft">{t('check.faulty')}</p>}
          </div>
        ))}
      </div>
      <button type="button" className="button quiet small" data-ask-change={step} aria-label={t('check.changeWhat', { what: question })} onClick={() => goTo(step, true)}>
        {t('check.change')}
      </button>
    </li>
  );
}
