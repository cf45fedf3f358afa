import { useState } from 'react';
import type { FaultTold } from '#ui/fault-line.tsx';
import { useText } from '#i18n/use-text';
import { faultWords, type Fault } from './fault-words.ts';

export interface FaultState {
  readonly what: Fault | null;
  /** A new object each time the same fault is told again, so that it is said and shown again. */
  readonly told: FaultTold | null;
  tell(fault: Fault | null): void;
}

export function useFault(): FaultState {
  const t = useText('plan');
  const [told, setTold] = useState<{ readonly what: Fault; readonly words: string } | null>(null);
  return { what: told?.what ?? null, told, tell: (fault) => setTold(fault && { what: fault, words: faultWords(t, fault) }) };
}
