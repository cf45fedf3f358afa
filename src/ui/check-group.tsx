import type { ReactNode } from 'react';

interface Props {
  readonly title: ReactNode;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly mark: string;
}

/** Any of a few, with rows big enough for a thumb. */
export function CheckGroup({ title, options, values, onChange, mark }: Props): ReactNode {
  return (
    <fieldset className="radios" data-ask-field={mark}>
      <legend>{title}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            value={value}
            checked={values.includes(value)}
            autoComplete="off"
            onChange={(event) => onChange(event.target.checked ? [...values, value] : values.filter((one) => one !== value))}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
