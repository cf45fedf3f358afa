import { useId, useRef, useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import type { Holder } from '../holder.ts';
import type { EntryFile } from '../model/entry.ts';
import { DeleteEntry } from './delete-entry.tsx';
import { Picture } from './picture.tsx';
import { Sound } from './sound.tsx';
import { spanWords } from './span-words.ts';

interface Props {
  readonly holder: Holder;
  readonly id: string;
  readonly file: EntryFile;
  readonly nth: number;
  readonly onGone: (row: HTMLElement | null) => void;
}

/** One picture or recording. It shows only when asked: somebody may be looking on. */
export function FileRow({ holder, id, file, nth, onGone }: Props): ReactNode {
  const t = useText('log');
  const [isShown, setShown] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const nameId = useId();
  const isSound = file.kind === 'sound';
  const seconds = typeof file['seconds'] === 'number' ? file['seconds'] : 0;
  const name = isSound ? t('file.sound', { nth, time: spanWords(seconds) }) : t('file.picture', { nth });
  const read = (): ReturnType<Holder['readFile']> => holder.readFile(file.place);
  return (
    <li ref={row} className="card" data-plan-kept={file.kind}>
      <h3 id={nameId} tabIndex={-1}>{name}</h3>
      {isSound ? (
        <Sound read={read} of={nameId} />
      ) : (
        <>
          <button type="button" className="button quiet" data-plan-do="show-picture" aria-expanded={isShown} aria-describedby={nameId} onClick={() => setShown(!isShown)}>
            {t(isShown ? 'file.hide' : 'file.show')}
          </button>
          {isShown && <Picture read={read} name={name} />}
        </>
      )}
      <DeleteEntry
        words={{ delete: t('file.remove'), sure: t('file.sure'), yes: t('file.yes'), no: t('file.no') }}
        mark="delete-file"
        of={nameId}
        onDelete={() => {
          onGone(row.current);
          void holder.detach(id, file.place);
        }}
      />
    </li>
  );
}
