import { useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { CheckGroup } from '#ui/check-group.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import type { Holder } from '../../holder.ts';
import { daysBefore } from '../../model/day.ts';
import { parts, selected, type Part } from '../../model/selection.ts';
import { pickedIn } from '../../model/steps.ts';
import { useHolder } from '../use-holder.ts';
import { HandWay, type SealPart } from './hand-way.tsx';
import { PrintButton } from './print-button.tsx';
import { Paper } from './paper.tsx';
import { Way } from './way.tsx';

const spans = ['all', 'month', 'year'] as const;
type Span = (typeof spans)[number];

const spanDays: Readonly<Record<Exclude<Span, 'all'>, number>> = { month: 31, year: 365 };

const isPart = (value: string): value is Part => (parts as readonly string[]).includes(value);

/** Parts of the plan, picked, and the ways to take them out. Each says first what it leaves behind. */
export function TakeView({ holder, sealPart, drawWords, backup }: { readonly holder: Holder; readonly sealPart: SealPart; readonly drawWords: () => string; readonly backup: ReactNode }): ReactNode {
  const t = useText('takeout');
  const { entries, fields } = useHolder(holder);
  const [picked, setPicked] = useState<readonly Part[]>([]);
  const [span, setSpan] = useState<Span>('all');
  const from = span === 'all' ? null : daysBefore(new Date(), spanDays[span]);
  const chosen = selected(entries, picked, from);
  const withFiles = picked.includes('files');
  const isNothing = picked.every((part) => part === 'files');
  return (
    <div data-plan-view="take">
      <div className="off-paper">
        <h1 tabIndex={-1}>{t('title')}</h1>
        <p>{t('lead')}</p>
        <CheckGroup title={t('what')} options={parts.map((value) => ({ value, label: t(`part.${value}`) }))} values={picked} onChange={(values) => setPicked(values.filter(isPart))} mark="take-parts" />
        {picked.includes('log') && <RadioGroup title={t('since.title')} options={spans.map((value) => ({ value, label: t(`since.${value}`) }))} value={span} onChange={setSpan} />}
        <h2>{t('how')}</h2>
        {isNothing && <p className="soft">{t('nothing')}</p>}
        <Way name="print" title={t('print.title')} leaves={t('print.leaves')}>
          <p>{t('print.text')}</p>
          <p>
            <PrintButton className="button" isOff={isNothing} />
          </p>
        </Way>
        <HandWay isNothing={isNothing} seal={(words) => sealPart(chosen.map(({ id }) => id), withFiles, words)} drawWords={drawWords} />
        <details className="fold" data-plan-way="backup">
          <summary>{t('backup.title')}</summary>
          {backup}
        </details>
      </div>
      {!isNothing && <Paper entries={chosen} picked={pickedIn(fields)} parts={picked} readFile={withFiles ? holder.readFile : null} />}
    </div>
  );
}
