/** Carries the word that a newer copy waits from the shell to whichever screen is showing. */
export type TakeOver = () => void;

let waiting: TakeOver | null = null;
let isHeldBack = false;
const listeners = new Set<() => void>();

function tellAll(): void {
  for (const tell of listeners) {
    tell();
  }
}

export function announceUpdate(takeOver: TakeOver): void {
  waiting = takeOver;
  tellAll();
}

/** While something is in this page's memory only: taking the newer copy opens the page anew. */
export function holdUpdateBack(isHeld: boolean): void {
  isHeldBack = isHeld;
  tellAll();
}

/** `null`: none waits, or it is not to be offered now. */
export function waitingUpdate(): TakeOver | null {
  return isHeldBack ? null : waiting;
}

export function onUpdate(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
