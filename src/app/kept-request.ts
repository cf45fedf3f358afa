/**
 * Keeps the answers of the request in the plan that is open: as one entry of
 * it that carries them in a field of their own. In the plan's list it shows as
 * a note that says where to go on. The plan's own session does the saving, so
 * that the two never write over each other.
 */
import { draftField, ourWordsField, type Keeper } from '#features/clares-law/form/held.ts';
import type { PlanEntry } from '#features/clares-law/form/ui/plan-entry.ts';
import { inOrder, type Note, type Words } from '#features/vault/model/plan.ts';
import { currentDesk, onDesk } from '#features/vault/open-plan.ts';
import type { Session } from '#features/vault/session.ts';

/** The newest first: a copy that was brought back from a file may stand beside what is here. */
function entriesIn(session: Session): readonly Note[] {
  return inOrder(session.view().plan).filter((note) => note.rest[draftField] !== undefined);
}

/** The words of the note that are still as we wrote them, replaced; what the person wrote in their place stays. */
function wordsAnew({ title, text, rest }: Note, words: Words): Partial<Words> {
  const ours = (rest[ourWordsField] ?? {}) as Readonly<Record<string, unknown>>;
  return { ...(title === ours['title'] && { title: words.title }), ...(text === ours['text'] && { text: words.text }) };
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

/** `entry`: the draft as an entry of the plan, in the words of the language that is read. */
export function keeperInPlan(entry: (draft: unknown, now: Date) => PlanEntry): Keeper {
  return {
    isOpen: () => currentDesk().session !== null,
    read() {
      const { session } = currentDesk();
      return session ? entriesIn(session)[0]?.rest[draftField] : undefined;
    },
    async save(draft) {
      const { session } = currentDesk();
      if (!session) return 'locked';
      const { words, fields } = entry(draft, new Date());
      // Into the newest, which is never without its note; a copy brought back from a file stays beside it until it is deleted.
      const [newest] = entriesIn(session);
      if (newest) session.change(newest.id, { ...wordsAnew(newest, words), fields });
      else session.add(fields, words);
      return outcomeOf(session);
    },
    async remove() {
      const { session } = currentDesk();
      if (!session) return 'locked';
      for (const { id } of entriesIn(session)) session.remove(id);
      return outcomeOf(session);
    },
    watch: watchPlan,
  };
}
