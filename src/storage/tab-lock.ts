/** One tab has the notes open at a time. Where a browser has no Web Locks, the file's own lock does it for the file. */

/** A name every visitor's browser may show. */
const lockName = 'app-data';

/** How long another tab may take to finish what it is doing, such as making the container. */
export const patienceMs = 2_000;

type Locks = Pick<LockManager, 'request'>;

export interface HeldLock {
  release(): void;
}

/**
 * Takes the lock, waiting a little; `takeOver` takes it from whoever holds it.
 * `null`: another tab has it. `onLost` is called when a third tab takes it over.
 */
export function takeLock(locks: Locks | undefined, takeOver: boolean, onLost: () => void, waitMs = patienceMs): Promise<HeldLock | null> {
  if (!locks) return Promise.resolve({ release: () => undefined });
  return new Promise((resolve) => {
    let release = (): void => undefined;
    let isHeld = false;
    const waiting = new AbortController();
    const limit = setTimeout(() => waiting.abort(), waitMs);
    const held = new Promise<void>((done) => {
      // Let go and taken over at the same moment is let go: opening again must not lock the tab that does it.
      release = () => {
        isHeld = false;
        done();
      };
    });
    // A request that steals may not also be given up.
    const options: LockOptions = takeOver ? { steal: true } : { signal: waiting.signal };
    locks.request(lockName, options, () => {
      clearTimeout(limit);
      isHeld = true;
      resolve({ release });
      return held;
    }).catch(() => {
      clearTimeout(limit);
      if (isHeld) onLost();
      else resolve(null);
    });
  });
}
