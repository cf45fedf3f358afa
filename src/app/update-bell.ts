/** Carries the word that a newer copy waits from the shell to whichever screen is showing. */
export type TakeOver = () => void;

let waiting: TakeOver | null = null;
const listeners = new Set<() => void>();

export function announceUpdate(takeOver: TakeOver): void {
  waiting = takeOver;
  for (const tell of listeners) {
    tell();
  }
}

export function waitingUpdate(): TakeOver | null {
  return waiting;
}

export function onUpdate(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
