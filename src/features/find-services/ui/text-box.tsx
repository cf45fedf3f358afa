import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Icon } from '#ui/icon.tsx';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly clearLabel: string;
  readonly describedBy?: string;
  readonly 'data-find-area'?: string;
  readonly 'data-find-query'?: string;
}

/**
 * A box whose words are never kept: no name for the browser to remember, no
 * spelling service, no completion. What was typed before the app came alive is
 * taken over.
 */
export function TextBox({ label, hint, value, onChange, clearLabel, describedBy, ...marks }: Props): ReactNode {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const typedEarly = useRef(onChange);
  useEffect(() => {
    const early = box.current?.value ?? '';
    if (early !== '') {
      typedEarly.current(early);
    }
  }, []);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <p className="soft" id={`${id}-hint`}>
        {hint}
      </p>
      <div className="box">
        <input
          ref={box}
          id={id}
          type="text"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          translate="no"
          dir="auto"
          aria-describedby={describedBy === undefined ? `${id}-hint` : `${id}-hint ${describedBy}`}
          {...marks}
        />
        {value !== '' && (
          <button
            type="button"
            className="clear"
            aria-label={clearLabel}
            onClick={() => {
              onChange('');
              box.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
    </>
  );
}
