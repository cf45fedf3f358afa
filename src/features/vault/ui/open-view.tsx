import { useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { useLeaving } from '#ui/use-leaving.ts';
import { inOrder, type Note } from '../model/plan.ts';
import { searchNotes } from '../model/search.ts';
import type { Session } from '../session.ts';
import { MoreSection } from './more-section.tsx';
import { NoteEditor } from './note-editor.tsx';
import { NoteList } from './note-list.tsx';
import { SavedLine } from './saved-line.tsx';
import { BroughtNote, StayNote } from './stay-note.tsx';
import { useSession } from './use-desk.ts';

interface Props {
  readonly session: Session;
  /** Stands before the notes. */
  readonly doors: ReactNode;
  /** What of the plan is a note: the rest has screens of its own. */
  readonly isNote: (note: Note) => boolean;
  /** The note that is open; `null`: the list. */
  readonly noteId: string | null;
  readonly openNote: (id: string) => void;
  readonly closeNote: () => void;
}

/** The first screen of the plan that is open, or one of its notes. Every plan looks like this. */
export function OpenView({ session, doors, isNote, noteId, openNote, closeNote }: Props): ReactNode {
  const t = useText('plan');
  const { plan } = useSession(session);
  const [query, setQuery] = useState('');
  const open = plan.notes.find(({ id }) => id === noteId);
  const notes = inOrder(plan).filter(isNote);
  // Leaving the screen is one of the moments at which nothing may stay unsaved.
  useLeaving(session.saveNow);
  if (open) {
    return (
      <NoteEditor
        key={open.id}
        session={session}
        note={open}
        onBack={closeNote}
        onDelete={() => {
          session.remove(open.id);
          session.saveNow();
          closeNote();
        }}
      />
    );
  }
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      {session.opened.mayMissLastChange && <p className="warning">{t('open.mayMiss')}</p>}
      <SavedLine session={session} />
      <BroughtNote />
      {doors}
      <h2>{t('open.notes')}</h2>
      <p>
        <button
          type="button"
          className="button quiet wide"
          data-vault-do="add-note"
          onClick={() => {
            setQuery('');
            openNote(session.add());
          }}
        >
          {t('open.add')}
        </button>
      </p>
      <NoteList notes={searchNotes(notes, query)} isEmpty={notes.length === 0} query={query} onQuery={setQuery} onOpen={openNote} />
      <StayNote />
      <MoreSection session={session} />
    </>
  );
}
