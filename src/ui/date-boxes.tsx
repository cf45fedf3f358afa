import { useId, type ReactNode } from 'react';
import { privateInput } from './answer-field.tsx';
import { SelectField } from './select-field.tsx';

type Part = 'day' | 'month' | 'year' | 'about';

interface Props {
  readonly title: ReactNode;
  readonly hint: string;
  readonly labels: Readonly<Record<Part, string>>;
  /** The twelve, and what stands for none. */
  readonly months: readonly string[];
  readonly noMonth: string;
  readonly values: Readonly<Record<Part, string>>;
  readonly onChange: (part: Part, value: string) => void;
  readonly onLeave?: () => void;
  /** Where the message beside it can be found, and what it says. */
  readonly fault: string | null;
  readonly id: string;
  readonly mark: string;
}

/** A date in parts, each of which may be left out, and a box for saying it otherwise. */
export function DateBoxes({ title, hint, labels, months, noMonth, values, onChange, onLeave, fault, id, mark }: Props): ReactNode {
  const own = useId();
  const faultId = fault === null ? undefined : `${own}-fault`;
  const written = (part: Part, box: string): ReactNode => (
    <div className="field">
      <label htmlFor={box}>{labels[part]}</label>
      <div className="box">
        <input
          type="text"
          id={box}
          inputMode={part === 'about' ? undefined : 'numeric'}
          value={values[part]}
          onChange={(event) => onChange(part, event.target.value)}
          onBlur={onLeave}
          {...privateInput}
          dir="auto"
          aria-invalid={fault !== null && part !== 'about' ? true : undefined}
          aria-describedby={part === 'about' ? undefined : faultId}
          data-ask-field={`${mark}-${part}`}
        />
      </div>
    </div>
  );
  return (
    <fieldset className="choice">
      <legend>{title}</legend>
      <p className="soft">{hint}</p>
      {fault !== null && (
        <p className="fault" id={faultId}>
          {fault}
        </p>
      )}
      <div className="date-parts">
        {written('day', id)}
        <SelectField
          label={labels.month}
          options={[{ value: '', label: noMonth }, ...months.map((label, at) => ({ value: String(at + 1), label }))]}
          value={values.month}
          onChange={(value) => onChange('month', value)}
          mark={`${mark}-month`}
          describedBy={faultId}
          invalid={fault !== null}
        />
        {written('year', `${own}-year`)}
      </div>
      {written('about', `${own}-about`)}
    </fieldset>
  );
}
