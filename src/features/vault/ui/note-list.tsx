import type { ReactNode } from 'react';
import { Icon } from '#ui/icon.tsx';
import { WrittenField } from '#ui/written-field.tsx';
import { useText } from '#i18n/use-text';
import type { Note } from '../model/plan.ts';

interface Props {
  readonly notes: readonly Note[];
  readonly isEmpty: boolean;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (id: string) => void;
}

const shownLetters = 80;

/** What a note is called in the list: its title, or how it begins. The words themselves show once it is opened. */
function nameOf({ title, text }: Note): string {
  const name = title.trim() === '' ? text.trim() : title.trim();
  const [line = ''] = name.split('\n', 1);
  const letters = [...line];
  return letters.length > shownLetters ? `${letters.slice(0, shownLetters).join('')}…` : line;
}

export function NoteList({ notes, isEmpty, query, onQuery, onOpen }: Props): ReactNode {
  const t = useText('plan');
  if (isEmpty) return <p className="soft">{t('open.none')}</p>;
  return (
    <>
      <WrittenField label={t('open.search')} value={query} onChange={onQuery} kind="search" mark="data-vault-search" />
      <div role="status" className="vault-status">
        {query.trim() !== '' && <p>{notes.length === 0 ? t('open.noneFound') : t('open.found', { count: notes.length })}</p>}
      </div>
      <ul className="notes">
        {notes.map((note) => (
          <li key={note.id} data-note={note.id}>
            <button type="button" className="card-link" onClick={() => onOpen(note.id)}>
              <span className="words">
                {nameOf(note) === '' ? <span>{t('open.untitled')}</span> : <strong translate="no" dir="auto">{nameOf(note)}</strong>}
              </span>
              <Icon name="forward" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
