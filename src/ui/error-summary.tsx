import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly faults: readonly { readonly fieldId: string; readonly words: string }[];
}

/** What has to be looked at again: takes the focus each time it is told, and leads to each box. */
export function ErrorSummary({ title, faults }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [faults]);
  return (
    <div ref={box} className="fault" role="alert" tabIndex={-1} data-ask-faults>
      <h2>{title}</h2>
      <ul>
        {faults.map(({ fieldId, words }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                // Within the page and nowhere else: the address stays as it is.
                event.preventDefault();
                document.getElementById(fieldId)?.focus();
              }}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
