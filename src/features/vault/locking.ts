/**
 * Locking that loses nothing: whatever is typed and not yet saved is handed to
 * the vault first. On leaving the page there is no time for that; see
 * `vault.lock` in storage.
 */
import { deviceVault } from './store.ts';

const savers = new Set<() => void>();

/** Registers what must be done before a lock. It may only start things, and must not throw. The answer ends that. */
export function beforeLock(save: () => void): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

/** Saves what is typed, then locks: at the latest after a second. */
export function lockAfterSaving(): Promise<void> {
  for (const save of savers) save();
  return deviceVault().lockAfterSaving();
}
