import { useId, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  readonly kind: 'line' | 'page' | 'search';
  readonly mark: 'data-note-title' | 'data-note-text' | 'data-vault-search';
  readonly describedBy?: string;
}

/** A box for a person's own words: in their direction, not translated, and not shown to a spelling service. */
export function WrittenField({ label, value, onChange, onLeave, kind, mark, describedBy }: Props): ReactNode {
  const id = useId();
  const shared = {
    id,
    value,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
    onBlur: onLeave,
    autoComplete: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    translate: 'no',
    dir: 'auto',
    'aria-describedby': describedBy,
    [mark]: '',
  } as const;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="box">
        {kind === 'page' ? <textarea rows={10} {...shared} /> : <input type={kind === 'search' ? 'search' : 'text'} autoCapitalize={kind === 'search' ? 'off' : 'sentences'} {...shared} />}
      </div>
    </div>
  );
}
