import { useState, type ReactNode } from 'react';
import { addressYears } from '#content/clares-law';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { goBack, goOn, sayUnknown } from '../held.ts';
import { choiceAt, dateAt, isUnsure, type Draft } from '../model/draft.ts';
import { fieldOf, type FieldId } from '../model/fields.ts';
import { fieldsOf, isForOther } from '../model/steps.ts';
import type { StepId } from '../model/step-list.ts';
import { DangerCard } from './danger-card.tsx';
import { Progress } from './progress.tsx';
import { QuestionField, dateBoxId } from './question-fields.tsx';
import { dateFaultWords, todayOf, type Speaker } from './request-words.ts';
import { useSpeaker } from './use-request.ts';

interface Fault {
  readonly field: FieldId;
  readonly fieldId: string;
  readonly words: string;
}

function faultsIn(draft: Draft, step: StepId, speaker: Speaker): readonly Fault[] {
  const today = todayOf(new Date());
  return fieldsOf(step)
    .filter((id) => fieldOf(id).kind === 'date')
    .flatMap((field) => {
      const words = dateFaultWords(speaker, dateAt(draft, field), today);
      return words === null ? [] : [{ field, fieldId: dateBoxId(field), words }];
    });
}

/** The question as this person reads it: of their own life, or of somebody else's. */
export function questionWords({ t }: Speaker, draft: Draft, step: StepId): string {
  if (isForOther(draft) && (step === 'relation' || step === 'since' || step === 'live')) return t(`other.${step}`);
  return t(`step.${step}.title`, { years: addressYears });
}

/** One question. Nothing is refused but a date that is in no calendar, and that can still go on as "I don't know". */
export function StepView({ draft, step, isChanging }: { readonly draft: Draft; readonly step: StepId; readonly isChanging: boolean }): ReactNode {
  const speaker = useSpeaker();
  const { t } = speaker;
  const [told, setTold] = useState<readonly Fault[]>([]);
  const next = (): void => {
    const found = isUnsure(draft, step) ? [] : faultsIn(draft, step, speaker);
    setTold(found);
    if (found.length === 0) goOn(step);
  };
  // Also for somebody who does not know: what the card says is "if".
  const inDanger = step === 'danger-who' || (step === 'danger' && choiceAt(draft, 'danger') === 'yes');
  return (
    <>
      <Progress draft={draft} step={step} />
      {inDanger && <DangerCard />}
      <form
        className="vault-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        {told.length > 0 && <ErrorSummary title={t('fault.title')} faults={told} />}
        <h1 tabIndex={-1}>{questionWords(speaker, draft, step)}</h1>
        <p>{t(`step.${step}.why`)}</p>
        {told.length > 0 && <p className="soft">{t('fault.kept')}</p>}
        {fieldsOf(step).map((id) => (
          <QuestionField key={id} draft={draft} step={step} id={id} fault={told.find(({ field }) => field === id)?.words ?? null} />
        ))}
        {isUnsure(draft, step) && <p className="soft">{t('form.unsure')}</p>}
        <div className="pair">
          <button type="submit" className="button" data-ask-do="next">
            {isChanging ? t('form.save') : t('form.next')}
          </button>
          <button type="button" className="button quiet" data-ask-do="unknown" onClick={() => sayUnknown(step)}>
            {t('form.unknown')}
          </button>
          <button type="button" className="button quiet" data-ask-do="back" onClick={() => goBack(step)}>
            {isChanging ? t('paper.back') : t('form.back')}
          </button>
        </div>
      </form>
    </>
  );
}
