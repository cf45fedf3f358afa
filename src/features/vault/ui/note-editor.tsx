import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useHandBack } from '#ui/use-hand-on.ts';
import { useLeaving } from '#ui/use-leaving.ts';
import { WrittenField } from '#ui/written-field.tsx';
import { localClock, localDay } from '#kernel/local-time';
import { formatClock, formatDate, isolate } from '#i18n/format';
import { useLanguage, useText } from '#i18n/use-text';
import type { Note, Words } from '../model/plan.ts';
import { dropIfBlank, type Session } from '../session.ts';
import { SavedLine } from './saved-line.tsx';

interface Props {
  readonly session: Session;
  readonly note: Note;
  readonly onBack: () => void;
  readonly onDelete: () => void;
}

/** One note: title and words, saved while they are typed. */
export function NoteEditor({ session, note, onBack, onDelete }: Props): ReactNode {
  const t = useText('plan');
  const [isSure, setSure] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const sure = useRef<HTMLButtonElement>(null);
  const opener = useHandBack(isSure);
  const savedId = useId();
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  useLeaving(() => {
    dropIfBlank(session, note.id);
    session.saveNow();
  });
  useEffect(() => {
    if (isSure) sure.current?.focus();
  }, [isSure]);
  const change = (part: Partial<Words>): void => session.change(note.id, part);
  return (
    <div ref={root} className="editor">
      <p>
        <button type="button" className="button quiet" data-vault-do="back-to-list" onClick={onBack}>
          {t('note.back')}
        </button>
      </p>
      <h1 tabIndex={-1}>{t('note.heading')}</h1>
      <WrittenField label={t('note.title')} value={note.title} onChange={(title) => change({ title })} onLeave={session.saveNow} kind="line" mark="data-note-title" />
      <WrittenField label={t('note.text')} value={note.text} onChange={(text) => change({ text })} onLeave={session.saveNow} kind="page" mark="data-note-text" describedBy={savedId} />
      <SavedLine session={session} id={savedId} />
      <p>
        <button type="button" className="button" data-vault-do="save-note" onClick={session.saveNow}>
          {t('note.save')}
        </button>
      </p>
      <ChangedOn note={note} />
      <div className="pair">
        {isSure ? (
          <>
            <span id={`${savedId}-sure`}>{t('note.sure')}</span>
            <button ref={sure} type="button" className="button" data-vault-do="sure-delete-note" aria-describedby={`${savedId}-sure`} onClick={onDelete}>
              {t('note.yes')}
            </button>
            <button type="button" className="button quiet" data-vault-do="cancel" onClick={() => setSure(false)}>
              {t('note.no')}
            </button>
          </>
        ) : (
          <button ref={opener} type="button" className="button quiet" data-vault-do="delete-note" onClick={() => setSure(true)}>
            {t('note.delete')}
          </button>
        )}
      </div>
    </div>
  );
}

/** The day and time on this device when it was last changed. Only shown inside. */
function ChangedOn({ note }: { readonly note: Note }): ReactNode {
  const lang = useLanguage();
  const t = useText('plan');
  const terms = useText('terms');
  const at = new Date(note.changed);
  if (Number.isNaN(at.getTime())) return null;
  const date = formatDate(terms, localDay(at));
  const time = formatClock(lang, localClock(at));
  return <p className="soft">{t('note.changed', { date, time: isolate(time) })}</p>;
}
