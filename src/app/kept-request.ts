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

/** The one that is open. One that is just being closed shows as empty, as if its notes were deleted. */
function openSession(): Session | null {
  const { session } = currentDesk();
  return session?.closed.aborted ? null : session;
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
  /** The note the answers of this page stand in. */
  let mine: { readonly session: Session; readonly id: string } | null = null;
  const mineIn = (session: Session): Note | undefined => (mine?.session === session ? entriesIn(session).find(({ id }) => id === mine?.id) : undefined);
  const newestIn = (session: Session): Note | undefined => entriesIn(session)[0];
  return {
    isOpen: () => openSession() !== null,
    read() {
      const session = openSession();
      return session ? newestIn(session)?.rest[draftField] : undefined;
    },
    take() {
      const session = openSession();
      const note = session && newestIn(session);
      mine = session && note ? { session, id: note.id } : null;
      return note?.rest[draftField];
    },
    isDeleted() {
      const session = openSession();
      return session !== null && mine?.session === session && mineIn(session) === undefined;
    },
    async save(draft) {
      const session = openSession();
      if (!session) return 'locked';
      const { words, fields } = entry(draft, new Date());
      // Never a moment without a note. A copy brought back from a file stays beside it until it is deleted.
      const note = mineIn(session) ?? newestIn(session);
      if (note) session.change(note.id, { ...wordsAnew(note, words), fields });
      mine = { session, id: note?.id ?? session.add(fields, words) };
      return outcomeOf(session);
    },
    async remove() {
      const session = openSession();
      if (!session) return 'locked';
      for (const { id } of entriesIn(session)) session.remove(id);
      return outcomeOf(session);
    },
    watch: watchPlan,
  };
}
