import { useState, type ReactNode } from 'react';
import { FaultLine } from '#ui/fault-line.tsx';
import { useHeadingFocus } from '#ui/use-heading-focus.ts';
import { useText } from '#i18n/use-text';
import { BeginView } from './begin-view.tsx';
import { faultWords } from './fault-words.ts';
import { LockedView } from './locked-view.tsx';
import { OpenView } from './open-view.tsx';
import { Protects } from './protects.tsx';
import { useDesk } from './use-desk.ts';

/** Locked, beginning or open. Which of the first two is for the person to say: the device does not show whether there is anything. */
export function PlanPage(): ReactNode {
  const t = useText('plan');
  const { session, note, roomFault } = useDesk();
  const [isBeginning, setBeginning] = useState(false);
  const view = session ? 'open' : isBeginning ? 'new' : 'locked';
  const root = useHeadingFocus(view);
  // What opens is no longer beginning: after a lock the first screen shows.
  if (session && isBeginning) setBeginning(false);
  return (
    <div ref={root} data-vault={view}>
      {view === 'locked' && (
        <>
          <h1 tabIndex={-1}>{t('title')}</h1>
          <p>{t('lead')}</p>
          <noscript>
            <p className="warning">{t('noScript')}</p>
          </noscript>
          {roomFault && <FaultLine fault={{ what: roomFault, words: faultWords(t, roomFault) }} />}
          <LockedView note={note} onBegin={() => setBeginning(true)} />
        </>
      )}
      {view === 'new' && <BeginView onCancel={() => setBeginning(false)} />}
      {session && <OpenView session={session} />}
      <Protects />
    </div>
  );
}
