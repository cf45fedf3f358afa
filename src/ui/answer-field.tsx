import { useId, useState, type ReactNode } from 'react';
import { localDay } from '#kernel/local-time';

interface Props {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  /** One row, or so many to begin with. */
  readonly rows?: number | undefined;
  readonly keys?: 'tel' | 'email' | undefined;
  /** A box with the device's own way to pick a day or a time; a plain one where it has none. */
  readonly pick?: 'date' | 'time' | undefined;
  /** What is wrong with it, said beside it; of a number, a day and a time once they are typed. What was typed stays. */
  readonly fault?: string | null;
  /** What to say of a day or a time that was begun and not ended: the browser shows it to nobody but the person. */
  readonly halfFault?: string;
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

/** What a way to pick can show. Anything else, typed on a device that has none, it would show as empty, and Chromium would print it to its console. */
function canShow(pick: 'date' | 'time', value: string): boolean {
  return value === '' || (pick === 'time' ? /^([01]\d|2[0-3]):[0-5]\d$/.test(value) : localDay(new Date(`${value}T00:00`)) === value);
}

/** A box for an answer in a person's own words, in their own direction. */
export function AnswerField({ label, hint, value, onChange, onLeave, rows, keys, pick, fault: found = null, halfFault = '', mark }: Props): ReactNode {
  const id = useId();
  // As it begins: a box that becomes another kind under somebody's fingers loses their place.
  const [type] = useState(() => (pick && canShow(pick, value) ? pick : 'text'));
  const [isTyping, setTyping] = useState(false);
  const [isHalf, setHalf] = useState(false);
  // Half a number and half a day are none yet: what is wrong with them is said once the box is left.
  const fault = isTyping && (keys ?? pick) ? null : isHalf && halfFault !== '' ? halfFault : found;
  const describedBy = [hint !== undefined && `${id}-hint`, fault !== null && `${id}-fault`].filter(Boolean).join(' ');
  const shared = {
    id,
    value,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyping(true);
      onChange(event.target.value);
    },
    onBlur: (event: { readonly target: { readonly validity: ValidityState } }) => {
      setTyping(false);
      setHalf(event.target.validity.badInput);
      onLeave?.();
    },
    ...privateInput,
    dir: 'auto',
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': fault === null ? undefined : true,
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
      <div className="box">{rows === undefined ? <input type={type} inputMode={keys} {...shared} /> : <textarea className="short" rows={rows} {...shared} />}</div>
      {fault !== null && (
        <p className="fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
