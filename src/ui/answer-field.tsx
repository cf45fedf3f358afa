import { useId, type ReactNode } from 'react';

interface Props {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  /** One row, or so many to begin with. */
  readonly rows?: number | undefined;
  readonly keys?: 'tel' | 'email' | undefined;
  readonly mark: string;
}

/** What no browser, keyboard or translator should learn from or add to. No `name` either: nothing to remember it by. */
export const privateInput = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
  translate: 'no',
} as const;

/** A box for an answer in a person's own words, in their own direction. */
export function AnswerField({ label, hint, value, onChange, onLeave, rows, keys, mark }: Props): ReactNode {
  const id = useId();
  const shared = {
    id,
    value,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
    onBlur: onLeave,
    ...privateInput,
    dir: 'auto',
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    'data-ask-field': mark,
  } as const;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="box">{rows === undefined ? <input type="text" inputMode={keys} {...shared} /> : <textarea className="short" rows={rows} {...shared} />}</div>
    </div>
  );
}
