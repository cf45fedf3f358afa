import { useState } from 'react';
import { isCopied, secretFault, type SecretKind } from '../model/secret.ts';
import { drawPassphrase, longestPassphrase } from '../store.ts';
import { useFault, type FaultState } from './use-fault.ts';

export interface Secret {
  readonly kind: SecretKind;
  readonly typed: string;
  readonly drawn: string;
  readonly fault: FaultState;
  setKind(kind: SecretKind): void;
  setTyped(typed: string): void;
  drawAgain(): void;
  /** What was picked; `null` when it cannot be used, and then the fault is told. */
  pick(): string | null;
}

/** Words, own words or digits, as they are being picked. */
export function useSecret(): Secret {
  const [kind, setKind] = useState<SecretKind>('drawn');
  const [typed, setTyped] = useState('');
  const [drawn, setDrawn] = useState(drawPassphrase);
  const fault = useFault();
  return {
    kind,
    typed,
    drawn,
    fault,
    setKind: (next) => {
      setKind(next);
      setTyped('');
      fault.tell(null);
    },
    setTyped,
    drawAgain: () => {
      setDrawn(drawPassphrase());
      fault.tell(null);
    },
    pick: () => {
      const found = secretFault(kind, typed, drawn, longestPassphrase);
      fault.tell(found);
      if (found) return null;
      return kind === 'drawn' && isCopied(typed, drawn) ? drawn : typed;
    },
  };
}
