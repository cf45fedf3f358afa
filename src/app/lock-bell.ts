/** Tells every screen whether something is open that can be locked, without bringing the vault to it. */
export type Lock = () => void;

let lock: Lock | null = null;
const listeners = new Set<() => void>();

/** `null`: nothing is open. */
export function announceLock(next: Lock | null): void {
  lock = next;
  for (const tell of listeners) tell();
}

export function lockNow(): Lock | null {
  return lock;
}

export function onLockChange(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
