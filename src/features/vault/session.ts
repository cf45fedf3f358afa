/**
 * The plan that is open, in memory, and the saving of it: at most a second
 * after the last key, at once when asked. What it says of saving is what the
 * vault answered and nothing sooner.
 */
import type { Result } from '#kernel/result';
import { addNote, bytesOf, changeNote, isBlank, mergePlans, parsePlan, planText, removeNote, type Plan, type Words } from './model/plan.ts';
import type { OpenPlan, Vault, VaultFault } from './store.ts';

export type Saved = 'saved' | 'saving' | 'not-saved';

export interface SessionView {
  readonly plan: Plan;
  readonly saved: Saved;
  readonly fault: VaultFault | null;
  /** Bytes of the plan when it was last handed over or refused. */
  readonly bytes: number;
}

export interface SessionMeans {
  readonly vault: Pick<Vault, 'save'>;
  readonly longestText: number;
  readonly newId: () => string;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly setTimer: (act: () => void, ms: number) => () => void;
}

export interface Session {
  view(): SessionView;
  subscribe(tell: () => void): () => void;
  readonly opened: Omit<OpenPlan, 'text'>;
  /** The id of the new note. */
  add(): string;
  change(id: string, words: Words): void;
  remove(id: string): void;
  /** Puts what a file held to what is here. */
  bringBack(text: string): void;
  /** Begins saving what is not saved; nothing to do otherwise. */
  saveNow(): void;
  /** Saves even if nothing changed. */
  saveAgain(): void;
  /** Once nothing is under way: whether all of it is kept. */
  settled(): Promise<boolean>;
  /** Forgets everything. */
  close(): void;
}

const pauseAfterKeyMs = 700;
const longestUnsavedMs = 3_000;
const closed: Plan = { notes: [], unread: [], rest: {} };

export function createSession({ text, ...opened }: OpenPlan, { vault, longestText, newId, now, setTimer }: SessionMeans): Session {
  let view: SessionView = { plan: parsePlan(text, newId), saved: 'saved', fault: null, bytes: bytesOf(text) };
  /** Counts changes; what is kept is the count of the newest that the vault acknowledged. */
  let changes = 0;
  let kept = 0;
  let asked = 0;
  let isClosed = false;
  let underWay: Promise<void> = Promise.resolve();
  let stopTimer: () => void = () => undefined;
  let stopLimit: (() => void) | null = null;
  const listeners = new Set<() => void>();

  function become(next: Partial<SessionView>): void {
    view = { ...view, ...next };
    for (const tell of listeners) tell();
  }

  function stopTimers(): void {
    stopTimer();
    stopLimit?.();
    stopLimit = null;
  }

  async function hear(answer: Promise<Result<void, VaultFault>>, upTo: number): Promise<void> {
    const { ok, ...rest } = await answer;
    if (isClosed) return;
    if (ok) {
      kept = Math.max(kept, upTo);
      become(kept === changes ? { saved: 'saved', fault: null } : { fault: null });
    } else if (upTo === asked) {
      become({ saved: 'not-saved', fault: 'fault' in rest ? rest.fault : 'broken' });
    }
  }

  function save(): void {
    stopTimers();
    const written = planText(view.plan);
    const bytes = bytesOf(written);
    asked = changes;
    if (bytes > longestText) {
      become({ saved: 'not-saved', fault: 'slot-full', bytes });
      return;
    }
    const before = underWay;
    const answer = hear(vault.save(written), changes);
    underWay = Promise.all([before, answer]).then(() => undefined);
    become({ saved: 'saving', bytes });
  }

  function saveNow(): void {
    if (!isClosed && kept !== changes) save();
  }

  function turnInto(plan: Plan): void {
    if (isClosed || plan === view.plan) return;
    changes += 1;
    become({ plan, saved: 'saving' });
    stopTimer();
    stopTimer = setTimer(saveNow, pauseAfterKeyMs);
    stopLimit ??= setTimer(saveNow, longestUnsavedMs);
  }

  return {
    view: () => view,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    opened,
    add() {
      const id = newId();
      turnInto(addNote(view.plan, id, { title: '', text: '' }, now()));
      return id;
    },
    change: (id, words) => turnInto(changeNote(view.plan, id, words, now())),
    remove: (id) => turnInto(removeNote(view.plan, id)),
    bringBack: (brought) => turnInto(mergePlans(view.plan, parsePlan(brought, newId), newId)),
    saveNow,
    saveAgain() {
      if (!isClosed) save();
    },
    async settled() {
      saveNow();
      await underWay;
      return kept === changes;
    },
    close() {
      stopTimers();
      isClosed = true;
      become({ plan: closed, saved: 'saved', fault: null, bytes: 0 });
      listeners.clear();
    },
  };
}

/** A note nobody wrote anything in is not kept. */
export function dropIfBlank(session: Session, id: string): void {
  const note = session.view().plan.notes.find((one) => one.id === id);
  if (note && isBlank(note)) session.remove(id);
}
