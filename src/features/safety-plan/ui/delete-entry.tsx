import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useHandBack } from '#ui/use-hand-on.ts';

interface Props {
  readonly words: Readonly<Record<'delete' | 'sure' | 'yes' | 'no', string>>;
  readonly onDelete: () => void;
  readonly mark: string;
  /** The id of what names the thing, where a screen has several. */
  readonly of?: string;
}

/** Deleting in two taps. */
export function DeleteEntry({ words, onDelete, mark, of }: Props): ReactNode {
  const [isSure, setSure] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  const opener = useHandBack(isSure);
  const id = useId();
  useEffect(() => {
    if (isSure) sure.current?.focus();
  }, [isSure]);
  return (
    <div className="pair">
      {isSure ? (
        <>
          <span id={`${id}-sure`}>{words.sure}</span>
          <button ref={sure} type="button" className="button" data-plan-do={`sure-${mark}`} aria-describedby={`${id}-sure`} onClick={onDelete}>
            {words.yes}
          </button>
          <button type="button" className="button quiet" data-plan-do="keep" onClick={() => setSure(false)}>
            {words.no}
          </button>
        </>
      ) : (
        <button ref={opener} type="button" className="button quiet" data-plan-do={mark} aria-describedby={of} onClick={() => setSure(true)}>
          {words.delete}
        </button>
      )}
    </div>
  );
}
