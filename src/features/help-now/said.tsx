import type { ReactNode } from 'react';
import { saidIn, type Saying } from '#i18n/said';

export const Said = saidIn('now');

export function SaidSteps({ steps }: { readonly steps: readonly Saying<'now'>[] }): ReactNode {
  return (
    <ol className="steps">
      {steps.map((say, index) => (
        <li key={index}>
          <Said say={say} />
        </li>
      ))}
    </ol>
  );
}
