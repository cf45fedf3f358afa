import { useState, type ReactNode } from 'react';
import type { FaultTold } from './fault-line.tsx';
import { SecretField } from './secret-field.tsx';

export interface FileWords {
  readonly typed: string;
  /** They were made up here and not changed since: nobody knows them by heart. */
  readonly isDrawn: boolean;
  setTyped(typed: string): void;
  draw(): void;
  /** Once the file is made: words that somebody thought of go from the screen, drawn ones stay to be read out or written down. */
  settle(): void;
}

/** The words a file is locked with, while they are picked. */
export function useFileWords(drawWords: () => string): FileWords {
  const [typed, setTyped] = useState('');
  const [drawn, setDrawn] = useState('');
  const isDrawn = typed !== '' && typed === drawn;
  return {
    typed,
    isDrawn,
    setTyped,
    draw() {
      const made = drawWords();
      setDrawn(made);
      setTyped(made);
    },
    settle() {
      if (!isDrawn) setTyped('');
    },
  };
}

interface Props {
  readonly words: FileWords;
  readonly fault: FaultTold | null;
  readonly texts: Readonly<Record<'label' | 'hint' | 'show' | 'hide' | 'draw', string>>;
}

/** Their box, and a button that fills it: whoever has the file can try words on it for as long as they like. */
export function FileWordsField({ words, fault, texts }: Props): ReactNode {
  return (
    <>
      <SecretField label={texts.label} hint={texts.hint} value={words.typed} onChange={words.setTyped} fault={fault} complete="new-password" startsShown show={texts.show} hide={texts.hide} mark="data-vault-file-words" />
      <p>
        <button type="button" className="button quiet" data-vault-do="draw-words" onClick={words.draw}>
          {texts.draw}
        </button>
      </p>
    </>
  );
}
