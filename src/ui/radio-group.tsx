import { useId, type ReactNode } from 'react';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface Props<T extends string> {
  readonly title: string;
  readonly hint?: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, with rows big enough for a thumb. */
export function RadioGroup<T extends string>({ title, hint, options, value, onChange }: Props<T>): ReactNode {
  const name = useId();
  return (
    <fieldset className="radios">
      <legend>{title}</legend>
      {hint !== undefined && <p className="soft">{hint}</p>}
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} autoComplete="off" onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
