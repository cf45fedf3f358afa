/**
 * Keeps the answers of the request in the plan that is open: as one entry of
 * it that carries them in a field of their own. In the plan's list it shows as
 * a note that says where to go on. The plan's own session does the saving, so
 * that the two never write over each other.
 */
import type { Keeper } from '#features/clares-law/form/held.ts';
import { inOrder, type Note } from '#features/vault/model/plan.ts';
import { currentDesk, onDesk } from '#features/vault/open-plan.ts';
import type { Session } from '#features/vault/session.ts';

const field = 'request';

export interface NoteWords {
  readonly title: string;
  readonly text: string;
}

/** The newest first, where a copy that was brought back holds another. */
function entriesIn(session: Session): readonly Note[] {
  return inOrder(session.view().plan).filter((note) => note.rest[field] !== undefined);
}

async function outcomeOf(session: Session): Promise<string> {
  return (await session.settled()) ? 'kept' : (session.view().fault ?? 'locked');
}

function watchPlan(tell: () => void): () => void {
  let endSession: () => void = () => undefined;
  const follow = (): void => {
    endSession();
    endSession = currentDesk().session?.subscribe(tell) ?? (() => undefined);
  };
  follow();
  const endDesk = onDesk(() => {
    follow();
    tell();
  });
  return () => {
    endSession();
    endDesk();
  };
}

export function keeperInPlan(words: () => NoteWords): Keeper {
  const clear = (session: Session): void => entriesIn(session).forEach(({ id }) => session.remove(id));
  return {
    isOpen: () => currentDesk().session !== null,
    read() {
      const { session } = currentDesk();
      return session ? entriesIn(session)[0]?.rest[field] : undefined;
    },
    async save(draft) {
      const { session } = currentDesk();
      if (!session) return 'locked';
      clear(session);
      session.bringBack(JSON.stringify({ notes: [{ ...words(), changed: new Date().toISOString(), [field]: draft }] }));
      // A note of just these words, written by hand, would have stood in its place.
      return entriesIn(session).length === 0 ? 'broken' : outcomeOf(session);
    },
    async remove() {
      const { session } = currentDesk();
      if (!session) return 'locked';
      clear(session);
      return outcomeOf(session);
    },
    watch: watchPlan,
  };
}
