import { useEffect, useState, type ReactNode } from 'react';
import { FaultLine } from '#ui/fault-line.tsx';
import { useHeadingFocus } from '#ui/use-heading-focus.ts';
import { useText } from '#i18n/use-text';
import type { Note } from '../model/plan.ts';
import { closeHanded } from '../open-plan.ts';
import type { Session } from '../session.ts';
import type { Backup } from '../store.ts';
import { BeginView } from './begin-view.tsx';
import { faultWords } from './fault-words.ts';
import { LockedView } from './locked-view.tsx';
import { OpenView } from './open-view.tsx';
import { Protects } from './protects.tsx';
import { SavedLine } from './saved-line.tsx';
import { useDesk } from './use-desk.ts';

/** What stands inside a plan besides its notes, as the route provides it. */
export interface Inside {
  readonly doors: (session: Session) => ReactNode;
  /** Another screen in place of the first one; `null`: the first. */
  readonly screen: (session: Session, saved: ReactNode) => ReactNode;
  readonly isNote: (note: Note) => boolean;
  readonly noteId: string | null;
  readonly openNote: (id: string) => void;
  readonly closeNote: () => void;
  /** A file from somebody else, shown and kept nowhere. */
  readonly reader: (backup: Backup, close: () => void) => ReactNode;
  readonly readerDoor: { readonly title: string; readonly text: string };
}

/** Locked, beginning or open. Which of the first two is for the person to say: the device does not show whether there is anything. */
export function PlanPage({ inside }: { readonly inside: Inside }): ReactNode {
  const t = useText('plan');
  const { session, note, roomFault, handed } = useDesk();
  const [isBeginning, setBeginning] = useState(false);
  const view = session ? 'open' : isBeginning ? 'new' : 'locked';
  const root = useHeadingFocus(handed ? 'handed' : view);
  useEffect(() => closeHanded, []);
  // What opens is no longer beginning: after a lock the first screen shows.
  if (session && isBeginning) setBeginning(false);
  const screen = session && inside.screen(session, <SavedLine session={session} />);
  return (
    <div ref={root} data-vault={view}>
      {view === 'locked' && handed && inside.reader(handed, closeHanded)}
      {view === 'locked' && !handed && (
        <>
          <h1 tabIndex={-1}>{t('title')}</h1>
          <p>{t('lead')}</p>
          <noscript>
            <p className="warning">{t('noScript')}</p>
          </noscript>
          {roomFault && <FaultLine fault={{ what: roomFault, words: faultWords(t, roomFault) }} />}
          <LockedView note={note} onBegin={() => setBeginning(true)} readerDoor={inside.readerDoor} />
        </>
      )}
      {view === 'new' && <BeginView onCancel={() => setBeginning(false)} />}
      {session &&
        (screen ?? (
          <OpenView session={session} doors={inside.doors(session)} isNote={inside.isNote} noteId={inside.noteId} openNote={inside.openNote} closeNote={inside.closeNote} />
        ))}
      {!screen && !handed && <Protects />}
    </div>
  );
}
