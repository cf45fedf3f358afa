import type { ReactNode, RefObject } from 'react';
import { nextTo, useHandOn } from '#ui/use-hand-on.ts';
import type { Go } from '../at.ts';
import type { Holder } from '../holder.ts';
import type { Step } from '../model/steps.ts';
import { StepRow } from './step-row.tsx';

interface Props {
  readonly holder: Holder;
  readonly steps: readonly Step[];
  readonly go: Go;
  /** What takes the focus when the last row goes. */
  readonly after: RefObject<HTMLElement | null>;
}

/** Steps to tick, change, put off or remove. */
export function StepList({ holder, steps, go, after }: Props): ReactNode {
  const handOn = useHandOn();
  if (steps.length === 0) return null;
  return (
    <ul className="facts">
      {steps.map((step) => (
        <StepRow
          key={step.id}
          holder={holder}
          step={step}
          go={go}
          onGone={(row) => {
            holder.saveNow();
            // The row that was pressed goes: the next one takes the focus, or the list it came from.
            const next = row && nextTo(row, '.as-link');
            handOn(() => next ?? after.current);
          }}
        />
      ))}
    </ul>
  );
}
