import { useEffect, useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { inOrder } from '../model/plan.ts';
import { searchNotes } from '../model/search.ts';
import { dropIfBlank, type Session } from '../session.ts';
import { MoreSection } from './more-section.tsx';
import { NoteEditor } from './note-editor.tsx';
import { NoteList } from './note-list.tsx';
import { SavedLine } from './saved-line.tsx';
import { StayNote } from './stay-note.tsx';
import { useSession } from './use-desk.ts';

/** The notes of the plan that is open: the list, or one of them. Every plan looks like this. */
export function OpenView({ session }: { readonly session: Session }): ReactNode {
  const t = useText('plan');
  const { plan } = useSession(session);
  const [openId, setOpenId] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const open = plan.notes.find(({ id }) => id === openId);
  const backToList = (): void => {
    if (openId !== null) dropIfBlank(session, openId);
    session.saveNow();
    setOpenId(null);
  };
  // Leaving the screen is one of the moments at which nothing may stay unsaved.
  useEffect(() => () => session.saveNow(), [session]);
  if (open) return <NoteEditor key={open.id} session={session} note={open} onBack={backToList} onDelete={() => {
    session.remove(open.id);
    session.saveNow();
    setOpenId(null);
  }} />;
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      {session.opened.mayMissLastChange && <p className="warning">{t('open.mayMiss')}</p>}
      <SavedLine session={session} />
      <p>
        <button
          type="button"
          className="button wide"
          data-vault-do="add-note"
          onClick={() => {
            setQuery('');
            setOpenId(session.add());
          }}
        >
          {t('open.add')}
        </button>
      </p>
      <NoteList notes={searchNotes(inOrder(plan), query)} isEmpty={plan.notes.length === 0} query={query} onQuery={setQuery} onOpen={setOpenId} />
      <StayNote />
      <MoreSection session={session} />
    </>
  );
}
