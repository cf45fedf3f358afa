import { fail, type Result } from '#kernel/result';
import type { HomeFault } from './held-store.ts';
import { openOpfs } from './opfs-store.ts';
import type { SlotStore } from './slot-store.ts';
import { takeLock, type HeldLock } from './tab-lock.ts';

/** A storage that never answers is as good as gone: some browsers are silent when another tab is in the way. */
export const answerWithinMs = 3_000;

/** After a takeover the other tab closes its file; it hears of it at once, but not before us. */
const waitForOtherTabMs = [0, 50, 150, 400, 1_000] as const;

export interface Room {
  readonly storage: Pick<StorageManager, 'getDirectory'> | undefined;
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly openDatabase: () => Promise<Result<SlotStore, 'no-room' | 'quota-full'>>;
  /** Another tab took over. The store is closed by then. */
  readonly onTakenOver: () => void;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** What comes too late is closed when it comes: nobody would hold it, and it would keep everybody out, this tab too. */
async function within(work: Promise<Result<SlotStore, HomeFault>>): Promise<Result<SlotStore, HomeFault>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  const limit = new Promise<Result<SlotStore, HomeFault>>((done) => {
    timer = setTimeout(() => {
      isLate = true;
      done(fail('gone'));
    }, answerWithinMs);
  });
  void work.then((found) => {
    if (isLate && found.ok) found.value.close();
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

async function openEither({ storage, openDatabase }: Room, tries: readonly number[]): Promise<Result<SlotStore, HomeFault>> {
  let found = await openOpfs(storage);
  for (const ms of tries) {
    if (found.ok || found.fault !== 'in-other-tab') break;
    await pause(ms);
    found = await openOpfs(storage);
  }
  if (found.ok) return found;
  return found.fault === 'no-file-room' ? openDatabase() : fail(found.fault);
}

/** Letting go of the store lets the next tab in. */
function withLock(store: SlotStore, lock: HeldLock): SlotStore {
  return { ...store, close: () => {
    store.close();
    lock.release();
  } };
}

/**
 * Opens the file, or the database where there can be no file, for this tab
 * alone. Settles within five seconds. `in-other-tab`: it is open there;
 * `takeOver` takes it, and the other tab locks itself.
 */
export async function openSlotStore(room: Room, takeOver: boolean): Promise<Result<SlotStore, HomeFault>> {
  let store: SlotStore | null = null;
  const lock = await takeLock(room.locks, takeOver, () => {
    store?.close();
    room.onTakenOver();
  });
  if (!lock) return fail('in-other-tab');
  const opened = await within(openEither(room, takeOver ? waitForOtherTabMs : []));
  if (!opened.ok) {
    lock.release();
    return opened;
  }
  store = opened.value;
  return { ok: true, value: withLock(store, lock) };
}
