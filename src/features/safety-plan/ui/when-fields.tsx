import { useState, type ReactNode } from 'react';
import { isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { localDay } from '#kernel/local-time';
import { AnswerField } from '#ui/answer-field.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { daysBefore, exampleDay, readDay, readTime } from '../model/day.ts';
import type { Fields } from '../model/entry.ts';
import type { LogEntry } from '../model/log.ts';

const choices = ['today', 'yesterday', 'other', 'unsure'] as const;
type Choice = (typeof choices)[number];

const exampleTime = isolate('21:30');

function choiceOf({ day, isUnsure }: LogEntry, now: Date): Choice {
  if (isUnsure) return 'unsure';
  if (day === localDay(now)) return 'today';
  return day === daysBefore(now, 1) ? 'yesterday' : 'other';
}

interface Props {
  readonly entry: LogEntry;
  readonly onChange: (fields: Fields) => void;
  readonly onLeave: () => void;
}

/** When it happened, as far as somebody knows. "Not sure" is as good an answer as any. */
export function WhenFields({ entry, onChange, onLeave }: Props): ReactNode {
  const t = useText('log');
  // What was picked stands, also when the day that is then typed happens to be today.
  const [picked, setPicked] = useState<Choice>(() => choiceOf(entry, new Date()));
  /** A day typed before comes back: the arrow keys go through all choices on the way to one. */
  const [otherDay, setOtherDay] = useState(() => ([localDay(new Date()), daysBefore(new Date(), 1)].includes(entry.day) ? '' : entry.day));
  const typeDay = (day: string): void => {
    setOtherDay(day);
    onChange({ day });
  };
  const pick = (choice: Choice): void => {
    const now = new Date();
    setPicked(choice);
    onChange({
      unsure: choice === 'unsure' ? true : undefined,
      ...(choice === 'today' && { day: localDay(now) }),
      ...(choice === 'yesterday' && { day: daysBefore(now, 1) }),
      ...(choice === 'other' && { day: otherDay }),
    });
    onLeave();
  };
  const day = readDay(entry.day);
  const dayUnclear = t('entry.dayFault', { example: isolate(exampleDay) });
  const timeUnclear = t('entry.timeFault', { example: exampleTime });
  const dayFault = entry.day === '' ? null : day === null ? dayUnclear : day > localDay(new Date()) ? t('entry.dayAhead') : null;
  return (
    <>
      <RadioGroup title={t('entry.when')} options={choices.map((value) => ({ value, label: t(`entry.${value}`) }))} value={picked} onChange={pick} />
      {picked === 'other' && <AnswerField label={t('entry.day')} pick="date" value={entry.day} onChange={typeDay} onLeave={onLeave} fault={dayFault} halfFault={dayUnclear} mark="log-day" />}
      {picked === 'unsure' ? (
        <AnswerField key="about" label={t('entry.about')} hint={t('entry.aboutHint')} value={entry.about} onChange={(about) => onChange({ about })} onLeave={onLeave} mark="log-about" />
      ) : (
        <AnswerField
          key="time"
          label={t('entry.time')}
          pick="time"
          value={entry.time}
          onChange={(time) => onChange({ time })}
          onLeave={onLeave}
          fault={entry.time !== '' && readTime(entry.time) === null ? timeUnclear : null}
          halfFault={timeUnclear}
          mark="log-time"
        />
      )}
    </>
  );
}
