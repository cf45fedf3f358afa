/**
 * Keeping the settings when a person asks, and only then. Every visitor has the
 * record, so that having it says nothing; what stands in it can be read by
 * anyone who can read the browser's storage, and the settings page says so.
 */
import { exitChoices, onExitChoices } from '#features/quick-exit/choices.ts';
import { onAppearance, worn } from '#features/settings/look.ts';
import { idleLimitMs, onIdleLimit } from '#features/vault/idle-limit.ts';
import { writeChoices, type ChoicesFault } from '#storage/choices-keeper';
import { numbersOf } from './choice-numbers.ts';
import { wearKept } from './kept-choices.ts';

export interface Keeping {
  readonly isKept: boolean;
  /** Why the last change could not be kept or taken back. */
  readonly fault: ChoicesFault | null;
}

export const notKept: Keeping = { isKept: false, fault: null };

let keeping = notKept;
const listeners = new Set<() => void>();

function become(next: Keeping): void {
  keeping = next;
  for (const tell of listeners) tell();
}

export const howKept = (): Keeping => keeping;

export function onKeeping(tell: () => void): () => void {
  listeners.add(tell);
  void begin();
  return () => listeners.delete(tell);
}

const choicesNow = (): ReturnType<typeof numbersOf> => numbersOf(exitChoices(), worn(), idleLimitMs());

/** Keeps the settings as they are now and as they will be changed, or takes that back: the record then has the bytes of one never used. */
export async function keep(isWanted: boolean): Promise<void> {
  const before = keeping.isKept;
  // At once: a change that comes before the answer is kept too, or not written any more.
  become({ isKept: isWanted, fault: null });
  const answer = await writeChoices(isWanted ? choicesNow() : null);
  if (!answer.ok) become({ isKept: before, fault: answer.fault });
}

/** For deleting: nothing is kept from here on, and what was is written over. */
export async function forgetChoices(): Promise<void> {
  become(notKept);
  await writeChoices(null);
}

async function keepChange(): Promise<void> {
  if (!keeping.isKept) return;
  const answer = await writeChoices(choicesNow());
  become({ isKept: keeping.isKept, fault: answer.ok ? null : answer.fault });
}

let isBegun = false;

/** Watches the settings, and learns what was kept before. In browsers only; a second call does nothing. */
async function begin(): Promise<void> {
  if (isBegun) return;
  isBegun = true;
  for (const watch of [onExitChoices, onAppearance, onIdleLimit]) watch(() => void keepChange());
  const { isKept } = await wearKept(window);
  if (isKept) become({ isKept, fault: null });
}

/** For every visitor, at a quiet moment. What is there already is left alone. */
export async function makeRecord(): Promise<void> {
  await begin();
  if (!keeping.isKept && !(await wearKept(window)).isMade) await writeChoices(null);
}
