/**
 * The plan that is open, in memory, and the saving of it: within a second of
 * any key, at once when asked. What it says of saving is what the vault
 * answered and nothing sooner.
 */
import type { Result } from '#kernel/result';
import { addNote, bytesOf, changeField, changeNote, isBlank, parsePlan, planText, removeNote, type Change, type Fields, type Plan, type Words } from './model/plan.ts';
import { createFiles, type Files } from './session-files.ts';
import type { OpenPlan, Vault, VaultFault } from './store.ts';

export type Saved = 'saved' | 'saving' | 'not-saved';

export interface SessionView {
  readonly plan: Plan;
  readonly saved: Saved;
  readonly fault: VaultFault | null;
  /** Bytes of the plan when it was last handed over or refused, and how many letters they were. */
  readonly bytes: number;
  readonly letters: number;
}

export interface SessionMeans {
  readonly vault: Pick<Vault, 'save' | 'putFile' | 'getFile' | 'keepFiles'>;
  readonly longestText: number;
  /** How many pictures and recordings a plan has room for. */
  readonly filePlaces: number;
  readonly choosingMs: number;
  readonly newId: () => string;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly setTimer: (act: () => void, ms: number) => () => void;
}

export interface Session extends Files {
  view(): SessionView;
  subscribe(tell: () => void): () => void;
  readonly opened: Omit<OpenPlan, 'text'>;
  /** How long somebody may be away to choose a file, before it locks. */
  readonly choosingMs: number;
  /** The id of the new note. `fields` stand beside its words and say what it is. */
  add(fields?: Fields, words?: Words): string;
  change(id: string, change: Change): void;
  /** Of the plan itself, such as what a person picked from a list. */
  setField(name: string, value: unknown): void;
  /** Its pictures and recordings are overwritten once the plan without them is saved. */
  remove(id: string): void;
  /** Begins saving what is not saved; nothing to do otherwise. */
  saveNow(): void;
  /** Saves even if nothing changed. */
  saveAgain(): void;
  /** Once nothing is under way: whether all that was there when this was asked is kept. */
  settled(): Promise<boolean>;
  /** Something is on its way into the plan, such as a picture that is made smaller; the answer ends that. */
  expect(): () => void;
  isExpecting(): boolean;
  /** Aborted when everything is forgotten. */
  readonly closed: AbortSignal;
  /** Forgets everything. */
  close(): void;
}

/** Together with the saving itself, which takes some hundredths, at most a second from any key to the disk. */
const pauseAfterKeyMs = 400;
const longestUnsavedMs = 800;
const closed: Plan = { notes: [], unread: [], rest: {} };
const noWords: Words = { title: '', text: '' };

export function createSession({ text, ...opened }: OpenPlan, { vault, longestText, filePlaces, choosingMs, newId, now, setTimer }: SessionMeans): Session {
  let view: SessionView = { plan: parsePlan(text, newId), saved: 'saved', fault: null, bytes: bytesOf(text), letters: text.length };
  /** Counts changes; what is kept is the count of the newest that the vault acknowledged. */
  let changes = 0;
  let kept = 0;
  let asked = 0;
  const closing = new AbortController();
  let isClosed = false;
  const expected = new Set<object>();
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
      become({ saved: 'not-saved', fault: 'slot-full', bytes, letters: written.length });
      return;
    }
    const before = underWay;
    const answer = hear(vault.save(written), changes);
    underWay = Promise.all([before, answer]).then(() => undefined);
    become({ saved: 'saving', bytes, letters: written.length });
  }

  function saveNow(): void {
    if (!isClosed && kept !== changes) save();
  }

  async function settled(): Promise<boolean> {
    const upTo = changes;
    saveNow();
    await underWay;
    return kept >= upTo;
  }

  function turnInto(plan: Plan): void {
    if (isClosed || plan === view.plan) return;
    changes += 1;
    become({ plan, saved: 'saving' });
    stopTimer();
    stopTimer = setTimer(saveNow, pauseAfterKeyMs);
    stopLimit ??= setTimer(saveNow, longestUnsavedMs);
  }

  const files = createFiles({ vault, filePlaces, newId, now, plan: () => view.plan, turnInto, settled, isClosed: () => isClosed, fits: (plan) => bytesOf(planText(plan)) <= longestText, saveFault: () => view.fault ?? 'locked' });

  return {
    ...files,
    view: () => view,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    opened,
    choosingMs,
    add(fields = {}, words = noWords) {
      const id = newId();
      turnInto(addNote(view.plan, id, words, now(), fields));
      return id;
    },
    change: (id, change) => turnInto(changeNote(view.plan, id, change, now())),
    setField: (name, value) => turnInto(changeField(view.plan, name, value)),
    remove(id) {
      const hadFiles = view.plan.notes.some((note) => note.id === id && note.files.length > 0);
      turnInto(removeNote(view.plan, id));
      if (hadFiles) void files.tidy();
    },
    saveNow,
    saveAgain() {
      if (!isClosed) save();
    },
    settled,
    expect() {
      const one = {};
      expected.add(one);
      return () => expected.delete(one);
    },
    isExpecting: () => expected.size > 0,
    closed: closing.signal,
    close() {
      stopTimers();
      isClosed = true;
      closing.abort();
      become({ plan: closed, saved: 'saved', fault: null, bytes: 0, letters: 0 });
      listeners.clear();
    },
  };
}

/** A note nobody wrote anything in is not kept; one that holds more than words is. */
export function dropIfBlank(session: Session, id: string): void {
  const note = session.view().plan.notes.find((one) => one.id === id);
  if (note && isBlank(note) && note.files.length === 0 && Object.keys(note.rest).length === 0) session.remove(id);
}
