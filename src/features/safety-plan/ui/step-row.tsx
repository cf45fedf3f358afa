import { useRef, useState, type ReactNode } from 'react';
import { formatDate, isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { AnswerField } from '#ui/answer-field.tsx';
import { useHandBack } from '#ui/use-hand-on.ts';
import type { Go } from '../at.ts';
import type { Holder } from '../holder.ts';
import { exampleDay, readDay } from '../model/day.ts';
import type { Fields } from '../model/entry.ts';
import { isBag, type Step } from '../model/steps.ts';
import { DeleteEntry } from './delete-entry.tsx';
import { IdeaText } from './idea-text.tsx';
import { hasLinks, IdeaLinks } from './idea-links.tsx';
import { stepWords } from './step-words.ts';

interface Props {
  readonly holder: Holder;
  readonly step: Step;
  readonly go: Go;
  /** It leaves its list. */
  readonly onGone: (row: HTMLElement | null) => void;
}

/** One step: ticked with a thumb; its words, day and place can be changed, it can be put off or taken out. */
export function StepRow({ holder, step, go, onGone }: Props): ReactNode {
  const t = useText('steps');
  const terms = useText('terms');
  /** What the box holds while it is open: emptied, it must not fill itself with the idea again. */
  const [typed, setTyped] = useState<string | null>(null);
  const isOpen = typed !== null;
  const words = stepWords(t, step);
  const day = readDay(step.day);
  const dayUnclear = t('step.dayFault', { example: isolate(exampleDay) });
  const opener = useHandBack(isOpen);
  const change = (fields: Fields): void => holder.change(step.id, { fields: { step: { ...step.field, ...fields } } });
  const row = useRef<HTMLLIElement>(null);
  /** What somebody wrote into it goes in two taps, like any other entry. */
  const hasOwn = step.words !== '' || step.where !== '' || step.day !== '';
  const remove = (): void => {
    holder.remove(step.id);
    onGone(row.current);
  };
  const close = (): void => {
    holder.saveNow();
    setTyped(null);
  };
  return (
    <li ref={row} data-step={step.idea ?? 'own'}>
      <div className="step">
        <label>
          <input
            type="checkbox"
            checked={step.isDone}
            autoComplete="off"
            onChange={(event) => {
              change({ done: event.target.checked ? true : undefined });
              holder.saveNow();
            }}
          />
          <span>
            {step.words === '' && step.idea !== null ? (
              <IdeaText idea={step.idea} />
            ) : (
              <span translate="no" dir="auto">
                {words}
              </span>
            )}
            {step.isLater && <span className="said soft">{t('later')}</span>}
            {day !== null && <span className="said soft">{t('step.by', { date: formatDate(terms, day) })}</span>}
            {step.where !== '' && (
              <span className="said soft" translate="no" dir="auto">
                {step.where}
              </span>
            )}
          </span>
        </label>
        <button ref={opener} type="button" className="as-link" data-plan-do="change-step" aria-expanded={isOpen} aria-label={t('step.change', { step: words })} onClick={() => (isOpen ? close() : setTyped(words))}>
          {t('step.edit')}
        </button>
      </div>
      {typed !== null && (
        <div className="card">
          <AnswerField
            label={t('step.words')}
            value={typed}
            rows={2}
            onChange={(text) => {
              setTyped(text);
              // Emptied, one of their own keeps its last words: a step without any is none.
              if (text.trim() !== '') holder.change(step.id, { text });
              else if (step.idea !== null) holder.change(step.id, { text: '' });
            }}
            onLeave={holder.saveNow}
            mark="step-words"
          />
          <AnswerField label={t(isBag(step.of) ? 'bag.where' : 'step.answer')} hint={isBag(step.of) ? undefined : t('step.answerHint')} value={step.where} onChange={(where) => change({ where })} onLeave={holder.saveNow} mark="step-where" />
          {!isBag(step.of) && (
            <AnswerField
              label={t('step.day')}
              hint={t('step.dayHint')}
              pick="date"
              value={step.day}
              onChange={(typed) => change({ day: typed })}
              onLeave={holder.saveNow}
              fault={step.day !== '' && day === null ? dayUnclear : null}
              halfFault={dayUnclear}
              mark="step-day"
            />
          )}
          {step.idea !== null && hasLinks(step.idea) && (
            <div className="pair">
              <IdeaLinks idea={step.idea} go={go} />
            </div>
          )}
          <div className="pair">
            <button type="button" className="button" data-plan-do="close-step" onClick={close}>
              {t('step.close')}
            </button>
            {!isBag(step.of) && (
              <button
                type="button"
                className="button quiet"
                data-plan-do="put-off"
                onClick={() => {
                  change({ later: step.isLater ? undefined : true });
                  onGone(row.current);
                }}
              >
                {step.isLater ? t('step.takeUp') : t('step.putOff')}
              </button>
            )}
            {!hasOwn && (
              <button type="button" className="button quiet" data-plan-do="remove-step" onClick={remove}>
                {t('step.remove')}
              </button>
            )}
          </div>
          {hasOwn && <DeleteEntry words={{ delete: t('step.remove'), sure: t('step.sure'), yes: t('people.yes'), no: t('people.no') }} mark="remove-step" onDelete={remove} />}
        </div>
      )}
    </li>
  );
}
