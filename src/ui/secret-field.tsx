import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { FaultLine, type FaultTold } from './fault-line.tsx';

interface Props {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A new object each time it is told: the box takes the focus. */
  readonly fault: FaultTold | null;
  /** What can be done about the fault. */
  readonly children?: ReactNode;
  readonly complete: 'current-password' | 'new-password' | 'off';
  readonly digits?: boolean;
  readonly startsShown?: boolean;
  readonly show: string;
  readonly hide: string;
  readonly mark: 'data-vault-passphrase' | 'data-vault-new-words' | 'data-vault-keep' | 'data-vault-file-words';
}

/**
 * A box for words that open something. No name the browser could learn it by;
 * pasting and password managers work. What was typed before the app came alive
 * is taken over.
 */
export function SecretField({ label, hint, value, onChange, fault, children, complete, digits = false, startsShown = false, show, hide, mark }: Props): ReactNode {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const typedEarly = useRef(onChange);
  const [isShown, setShown] = useState(startsShown);
  useEffect(() => {
    const early = box.current?.value ?? '';
    if (early !== '') typedEarly.current(early);
  }, []);
  useEffect(() => {
    if (fault) box.current?.focus();
  }, [fault]);
  const describedBy = [hint !== undefined && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <div className="soft" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className="box">
        <input
          ref={box}
          id={id}
          type={isShown ? 'text' : 'password'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          // A box whose text can be seen is remembered by Chromium, in clear, whatever kind it is said to be (measured, version 156).
          autoComplete={isShown ? 'off' : complete}
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          inputMode={digits ? 'numeric' : undefined}
          enterKeyHint="go"
          translate="no"
          dir="auto"
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy === '' ? undefined : describedBy}
          {...{ [mark]: '' }}
        />
        <button type="button" className="reveal" onClick={() => setShown(!isShown)}>
          {isShown ? hide : show}
        </button>
      </div>
      {fault && (
        <FaultLine id={`${id}-fault`} fault={fault}>
          {children}
        </FaultLine>
      )}
    </div>
  );
}
