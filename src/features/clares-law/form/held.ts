/**
 * The answers of this visit. They are held in this page's memory and nowhere
 * else, so that they are still here after a look at another screen, and gone
 * with the page. A plan keeps them only once somebody asks for that.
 */
import { answer, emptyDraft, isBegun, parseDraft, setUnsure, writeDraft, type Draft, type Place, type Value } from './model/draft.ts';
import type { FieldId } from './model/fields.ts';
import type { StepId } from './model/step-list.ts';
import { stepAfter, stepBefore } from './model/steps.ts';

/** What can keep a draft, as the route provides it. Anything but 'kept' is the name of a fault. */
export interface Keeper {
  isOpen(): boolean;
  /** What is kept; undefined when nothing is. */
  read(): unknown;
  /** Reads it to go on with: what is saved from then on takes its place. */
  take(): unknown;
  /** Whether what was last saved or taken was deleted since. */
  isDeleted(): boolean;
  save(draft: unknown): Promise<string>;
  remove(): Promise<string>;
  /** Calls back when it opens, closes or holds something else. The answer ends that. */
  watch(tell: () => void): () => void;
}

/** The name of the field that holds a draft, in an entry of a plan. */
export const draftField = 'request';

/** The name of the field that holds the entry's words as we wrote them: words that differ are the person's own. */
export const ourWordsField = 'requestWords';

export type Keeping = 'memory' | 'saving' | 'kept' | 'not-kept';

export interface Held {
  readonly draft: Draft;
  /** A question was opened from the list of answers: the way leads back to it. */
  readonly isChanging: boolean;
  readonly keeping: Keeping;
  /** Why they are not here any more, where it is to be told, until something is answered again. `locked`: with the plan, which did not keep all of them. */
  readonly gone: 'deleted' | 'not-deleted' | 'locked' | null;
}

export const nothingHeld: Held = { draft: emptyDraft, isChanging: false, keeping: 'memory', gone: null };

const pauseAfterKeyMs = 800;

let held = nothingHeld;
let keeper: Keeper | null = null;
let endWatch: () => void = () => undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let saving: Promise<string> = Promise.resolve('kept');
/** Counts what was handed over; an answer to an older one says nothing of the newest. */
let handed = 0;
const listeners = new Set<() => void>();

export function currentHeld(): Held {
  return held;
}

export function onHeld(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function become(next: Partial<Held>): void {
  held = { ...held, ...next };
  for (const tell of listeners) tell();
}

function stopTimer(): void {
  clearTimeout(timer);
  timer = undefined;
}

function forget(gone: Held['gone']): void {
  stopTimer();
  handed += 1;
  become({ ...nothingHeld, gone });
}

/** Gone from memory, at once. What a plan keeps is not touched. Never throws. */
export function forgetAnswers(): void {
  forget(null);
}

/** They go with the plan; where it does not keep all of them, that is told. Where there were none, nothing is. */
function forgetAtLock(): void {
  const { draft, keeping, gone } = held;
  const isAllKept = keeping === 'kept' && timer === undefined;
  const isLost = gone === 'locked' || (isBegun(draft) && keeping !== 'saving' && !isAllKept);
  forget(isLost ? 'locked' : null);
  if (keeping !== 'saving') return;
  // The lock waits for what is on its way into the plan.
  const mine = handed;
  void saving.then((outcome) => {
    if (outcome !== 'kept' && mine === handed && !isBegun(held.draft)) become({ gone: 'locked' });
  });
}

/** Deleting what keeps the answers deletes them: they are not written again from here. While they are being saved, nothing can be said yet. */
function forgetIfDeleted(from: Keeper): void {
  if ((held.keeping === 'kept' || held.keeping === 'not-kept') && from.isDeleted()) forgetAnswers();
}

/** The plan that can keep the answers. When it locks, they go from memory with it. */
export function attachKeeper(next: Keeper): void {
  if (keeper === next) return;
  endWatch();
  keeper = next;
  let wasOpen = next.isOpen();
  endWatch = next.watch(() => {
    const isOpen = next.isOpen();
    if (wasOpen && !isOpen) forgetAtLock();
    else if (isOpen) forgetIfDeleted(next);
    wasOpen = isOpen;
  });
}

/** Hands the answers to the plan, if they are to be kept. */
export function keepNow(): void {
  stopTimer();
  const to = keeper;
  if (!to || held.keeping === 'memory') return;
  handed += 1;
  const mine = handed;
  become({ keeping: 'saving' });
  saving = to.save(writeDraft(held.draft));
  void saving.then((outcome) => {
    if (mine !== handed) return;
    become({ keeping: outcome === 'kept' ? 'kept' : 'not-kept' });
    if (to.isOpen()) forgetIfDeleted(to);
  });
}

export function beginKeeping(): void {
  become({ keeping: 'saving' });
  keepNow();
}

/** Goes on with what the plan holds, in place of what is here. */
export function resumeKept(): void {
  if (keeper?.isOpen()) become({ ...nothingHeld, draft: parseDraft(keeper.take()), keeping: 'kept' });
}

function turnInto(draft: Draft): void {
  become({ draft, gone: null });
  if (held.keeping === 'memory') return;
  stopTimer();
  timer = setTimeout(keepNow, pauseAfterKeyMs);
}

/** An answer takes an earlier "I don't know" back. */
export function writeAnswer(step: StepId, id: FieldId, value: Value): void {
  turnInto(setUnsure(answer(held.draft, id, value), step, false));
}

export function goTo(at: Place, isChanging = false): void {
  become({ draft: { ...held.draft, at }, isChanging, gone: null });
  keepNow();
}

export function goOn(from: StepId | 'start'): void {
  goTo(held.isChanging ? 'check' : stepAfter(held.draft, from));
}

export function goBack(from: StepId | 'check'): void {
  goTo(held.isChanging && from !== 'check' ? 'check' : stepBefore(held.draft, from));
}

export function sayUnknown(step: StepId): void {
  become({ draft: setUnsure(held.draft, step, true) });
  goOn(step);
}

/** Whether the plan that is open holds answers. */
export function hasKept(from: Keeper): boolean {
  return from.isOpen() && isBegun(parseDraft(from.read()));
}

export async function deleteAnswers(): Promise<void> {
  const from = keeper?.isOpen() && (held.keeping !== 'memory' || hasKept(keeper)) ? keeper : null;
  forgetAnswers();
  const outcome = from ? await from.remove() : 'kept';
  become({ gone: outcome === 'kept' ? 'deleted' : 'not-deleted' });
}
