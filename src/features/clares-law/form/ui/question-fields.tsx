import type { ReactNode } from 'react';
import { spokenLanguages } from '#content/spoken-languages';
import { useText } from '#i18n/use-text';
import { AnswerField } from '#ui/answer-field.tsx';
import { CheckGroup } from '#ui/check-group.tsx';
import { DateBoxes } from '#ui/date-boxes.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { keepNow, writeAnswer } from '../held.ts';
import { choicesAt, dateAt, wordsAt, type Draft } from '../model/draft.ts';
import { fieldOf, type FieldId } from '../model/fields.ts';
import type { StepId } from '../model/step-list.ts';
import { monthNames, optionWords } from './request-words.ts';

const hinted = ['nicknames', 'subjectEarlier', 'looks', 'since', 'childrenWho', 'happened', 'times', 'codeWord', 'never', 'interpreterWish', 'phone'] as const;

function isHinted(id: FieldId): id is (typeof hinted)[number] {
  return (hinted as readonly FieldId[]).includes(id);
}

/** The id by which the error summary finds a date. */
export function dateBoxId(id: FieldId): string {
  return `date-${id}`;
}

interface Props {
  readonly draft: Draft;
  readonly step: StepId;
  readonly id: FieldId;
  /** What is wrong with a date, told beside it. */
  readonly fault: string | null;
}

/** One field of a question, by its kind in the table. */
export function QuestionField({ draft, step, id, fault }: Props): ReactNode {
  const t = useText('request');
  const terms = useText('terms');
  const { kind, options = [], optional, rows, keys } = fieldOf(id);
  const title = optional ? `${t(`field.${id}`)} (${t('form.optional')})` : t(`field.${id}`);
  const write = (value: Parameters<typeof writeAnswer>[2]): void => writeAnswer(step, id, value);
  const listed = options.map((value) => ({ value, label: optionWords(t, id, value) }));
  switch (kind) {
    case 'one':
      return (
        <div data-ask-field={id}>
          <RadioGroup<string> title={title} options={listed} value={wordsAt(draft, id)} onChange={write} />
          {wordsAt(draft, id) !== '' && (
            <p>
              <button type="button" className="button quiet small" data-ask-do="clear" onClick={() => write('')}>
                {t('form.clear')}
              </button>
            </p>
          )}
        </div>
      );
    case 'many':
      return <CheckGroup title={title} options={listed} values={choicesAt(draft, id)} onChange={write} mark={id} />;
    case 'spoken':
      return (
        <SelectField
          label={title}
          options={[{ value: '', label: t('form.pick') }, ...spokenLanguages.map(({ code, own, english }) => ({ value: code, label: own === english ? own : `${own} – ${english}`, lang: code }))]}
          value={wordsAt(draft, id)}
          onChange={write}
          mark={id}
        />
      );
    case 'date':
      return (
        <DateBoxes
          id={dateBoxId(id)}
          mark={id}
          title={title}
          hint={t('date.hint')}
          labels={{ day: t('date.day'), month: t('date.month'), year: t('date.year'), about: t(id === 'lastTime' ? 'date.about' : 'date.aboutBorn') }}
          months={monthNames.map((name) => terms(`month.${name}`))}
          noMonth={t('date.noMonth')}
          values={dateAt(draft, id)}
          onChange={(part, value) => write({ ...dateAt(draft, id), [part]: value })}
          onLeave={keepNow}
          fault={fault}
        />
      );
    case 'line':
    case 'page':
      return <AnswerField label={title} hint={isHinted(id) ? t(`hint.${id}`) : undefined} value={wordsAt(draft, id)} onChange={write} onLeave={keepNow} rows={kind === 'page' ? (rows ?? 3) : undefined} keys={keys} mark={id} />;
  }
}
