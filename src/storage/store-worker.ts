/**
 * The worker that holds key and storage; order only. Its own response allows
 * WebAssembly, the documents do not (src/hosting/policy.ts). Its name says
 * nothing on purpose.
 */
import { fail, type Result } from '#kernel/result';
import { deriveAt, fillRandom, layoutV1, readyToDerive, standardCost } from '../crypto/index.ts';
import { databaseHome } from './bucket.ts';
import { createKeeper } from './keeper.ts';
import type { Letter, Request } from './letters.ts';
import { openSlotStore } from './slot-room.ts';
import type { SlotStore } from './slot-store.ts';

/** The part of a worker's scope that is used; the types of this project are those of a page. */
interface WorkerScope {
  readonly navigator: Navigator;
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(letter: Letter): void;
  close(): void;
}
const scope = self as unknown as WorkerScope;

async function openDatabase(): Promise<Result<SlotStore, 'no-room' | 'quota-full'>> {
  if (!scope.indexedDB) return fail('no-room');
  try {
    const { openDexie } = await import('./dexie-store.ts');
    return await openDexie({ indexedDB: await databaseHome(scope), IDBKeyRange: scope.IDBKeyRange });
  } catch {
    return fail('no-room');
  }
}

const room = {
  storage: scope.navigator.storage,
  locks: scope.navigator.locks,
  openDatabase,
  onTakenOver: () => {
    scope.postMessage({ news: 'taken-over' });
    // The key dies here, whatever the page does with the news.
    scope.close();
  },
};

const keeper = createKeeper({
  openStore: (takeOver) => openSlotStore(room, takeOver),
  derive: deriveAt(standardCost),
  random: fillRandom,
  layout: layoutV1,
  onUnreadable: () => scope.postMessage({ news: 'unreadable' }),
});

/** Who starts a worker and asks nothing is typing words. Any other asks as it starts: for every visitor's page nothing is loaded here. */
const nobodyAskedMs = 50;
const readying = scope.onmessage ? undefined : setTimeout(() => void readyToDerive(), nobodyAskedMs);

// WebKit runs this script a second time when the database's part, which builds on it, is loaded (2.50.6): the keeper that was first holds lock and plan.
scope.onmessage ??= ({ data: { id, call, given } }) => {
  clearTimeout(readying);
  const act = keeper[call] as (...values: readonly unknown[]) => Promise<unknown>;
  act(...given).then(
    (answer) => scope.postMessage({ id, answer }),
    // A programming mistake: the page still gets an answer.
    () => scope.postMessage({ id, answer: fail('broken') }),
  );
};
