import type { ReactNode } from 'react';
import { FaultLine } from '#ui/fault-line.tsx';
import { useText } from '#i18n/use-text';
import type { Session, SessionView } from '../session.ts';
import { longestText } from '../store.ts';
import { faultWords, wayOn } from './fault-words.ts';
import { useSession } from './use-desk.ts';

/** Said from here on. */
const nearlyFull = 0.9;

/** Bytes as letters of the kind this person writes: an Urdu letter takes two, a Latin one takes one. */
function lettersOf(bytes: number, view: SessionView): number {
  return Math.ceil((bytes * view.letters) / Math.max(1, view.bytes));
}

/** Saved, saving or not saved: what the vault answered, and what to do when it could not. */
export function SavedLine({ session, id }: { readonly session: Session; readonly id?: string }): ReactNode {
  const t = useText('plan');
  const view = useSession(session);
  const { saved, fault, bytes } = view;
  const over = bytes - longestText;
  return (
    <div id={id} className="saved" data-vault-saved={saved}>
      <p role="status" className="soft">
        {t(`saved.${saved}`)}
        {over <= 0 && bytes > longestText * nearlyFull && ` ${t('saved.left', { count: Math.max(0, lettersOf(-over, view)) })}`}
      </p>
      {saved === 'not-saved' && fault && (
        <FaultLine fault={{ what: fault, words: fault === 'slot-full' && over > 0 ? t('saved.over', { count: lettersOf(over, view) }) : faultWords(t, fault) }}>
          {wayOn[fault] === 'again' && (
            <button type="button" className="button quiet" data-vault-do="save-again" onClick={session.saveAgain}>
              {t('again')}
            </button>
          )}
        </FaultLine>
      )}
    </div>
  );
}
