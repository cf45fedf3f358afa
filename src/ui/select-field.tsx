import { useId, type ReactNode } from 'react';
import { privateInput } from './answer-field.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
  /** Of the label, where it is not the page's. */
  readonly lang?: string;
}

interface Props {
  readonly label: ReactNode;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly mark: string;
  /** Said of it when what it holds cannot be. */
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}

/** One of many, in the device's own list. */
export function SelectField({ label, options, value, onChange, mark, describedBy, invalid = false }: Props): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="box">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...privateInput}
          aria-invalid={invalid ? true : undefined}
          aria-describedby={describedBy}
          data-ask-field={mark}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang} dir="auto">
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
