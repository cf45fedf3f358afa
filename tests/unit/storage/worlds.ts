/**
 * Three devices for the histories: a disk in memory under the keeper alone, and
 * the two real rooms (a browser's file, a browser's database) with the real
 * locks between tabs, on browsers that throw, lie and die when told to.
 */
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import type { Bytes, Random } from '../../../src/crypto/index.ts';
import { fail, ok, type Result } from '../../../src/kernel/result.ts';
import { databaseName, openDexie } from '../../../src/storage/dexie-store.ts';
import type { HomeFault } from '../../../src/storage/held-store.ts';
import { createKeeper, type Keeper } from '../../../src/storage/keeper.ts';
import type { SyncHandle } from '../../../src/storage/opfs-store.ts';
import { openSlotStore, type Room } from '../../../src/storage/slot-room.ts';
import type { SlotStore } from '../../../src/storage/slot-store.ts';
import { quick, small } from '../crypto/small.ts';
import { Killed, newDisk, tabOn, type Mishap } from './disk.ts';
import { locksOf } from './locks.ts';

export type WorldName = 'memory' | 'file' | 'database';

export interface World {
  /** True where the locks of the browser see to it that one tab holds the notes, so that a tab that has them open must be able to save. */
  readonly locks: boolean;
  tab(onTakenOver: () => void): Keeper;
  bytes(): Promise<Bytes>;
  arm(mishap: Mishap | null): void;
  /** No more space: what grows fails, what overwrites does not (in the database: no write at all). */
  fill(isFull: boolean): void;
  /** The whole browser went. */
  died(): void;
  /** Another version of the app takes the database to a newer version; the tabs hear of it. */
  upgrade(): Promise<void>;
  /** An older connection that never lets go holds the database at an older version; the answer ends it. */
  block(): Promise<() => void>;
}

const none = { upgrade: async () => undefined, block: async () => () => undefined };

function memoryWorld(random: Random): World {
  const disk = newDisk();
  return {
    ...none,
    locks: false,
    tab: () => tabOn(disk, random),
    bytes: async () => disk.bytes,
    arm: (mishap) => (disk.mishap = mishap),
    fill: () => undefined,
    died: () => (disk.holder = null),
  };
}

const errorNames: Readonly<Record<Mishap['what'], string>> = {
  'quota-full': 'QuotaExceededError', gone: 'InvalidStateError', 'short-write': 'UnknownError', 'cut-short': 'NotFoundError', kill: 'AbortError',
};

/** Counts the calls a browser's storage gets, until the one that fails. */
function fate() {
  let mishap: Mishap | null = null;
  let isKilled = false;
  return {
    arm(next: Mishap | null) {
      mishap = next;
      isKilled = false;
    },
    isKilled: () => isKilled,
    /** What befalls this call; `null`: nothing. */
    next(): Mishap | null {
      if (mishap === null) return null;
      if (mishap.inCalls > 0) {
        mishap = { ...mishap, inCalls: mishap.inCalls - 1 };
        return null;
      }
      const now = mishap;
      mishap = null;
      isKilled = now.what === 'kill';
      return now;
    },
  };
}

/** A tab whose store is watched: after a kill nothing of it may go on. */
function tabIn(room: Omit<Room, 'onTakenOver'>, random: Random, onTakenOver: () => void, isKilled: () => boolean, opened: (store: SlotStore) => void): Keeper {
  const watched = async <T>(work: Promise<T>): Promise<T> => {
    const answer = await work;
    if (isKilled()) throw new Killed();
    return answer;
  };
  const openStore = async (takeOver: boolean): Promise<Result<SlotStore, HomeFault>> => {
    const found = await watched(openSlotStore({ ...room, onTakenOver }, takeOver));
    if (!found.ok) return found;
    const store = found.value;
    opened(store);
    return ok({ ...store, size: () => watched(store.size()), read: (...given) => watched(store.read(...given)), write: (...given) => watched(store.write(...given)) });
  };
  return createKeeper({ openStore, derive: quick, random, layout: small });
}

function fileWorld(random: Random): World {
  const { arm, next, isKilled } = fate();
  let bytes: Bytes = new Uint8Array(0);
  let isFull = false;
  let held: object | null = null;
  let locks = locksOf();
  const befall = (): Mishap | null => {
    const mishap = next();
    if (mishap && (mishap.what === 'gone' || mishap.what === 'kill' || mishap.share < 0.3)) throw new DOMException('', errorNames[mishap.what]);
    return mishap;
  };
  const handle = (): SyncHandle => {
    if (held) throw new DOMException('', 'NoModificationAllowedError');
    const me = {};
    held = me;
    const put = (buffer: Uint8Array, at: number): number => {
      const after = new Uint8Array(Math.max(bytes.length, at + buffer.length));
      after.set(bytes);
      after.set(buffer, at);
      bytes = after;
      return buffer.length;
    };
    const mine = (): void => {
      if (held !== me) throw new DOMException('', 'InvalidStateError');
    };
    return {
      getSize: () => {
        mine();
        befall();
        return bytes.length;
      },
      read: (buffer, { at }) => {
        mine();
        const part = bytes.subarray(at, at + Math.round((befall()?.share ?? 1) * buffer.length));
        buffer.set(part);
        return part.length;
      },
      write: (buffer, { at }) => {
        mine();
        const mishap = next();
        if (isFull && at + buffer.length > bytes.length) return 4_294_967_288;
        if (mishap === null) return put(buffer, at);
        const written = put(buffer.subarray(0, Math.round(mishap.share * buffer.length)), at);
        if (mishap.what === 'short-write') return written;
        throw new DOMException('', errorNames[mishap.what]);
      },
      flush: () => {
        mine();
        befall();
      },
      close: () => {
        if (held === me) held = null;
      },
    };
  };
  const folder = { getFileHandle: async () => ({ createSyncAccessHandle: async () => handle() }) };
  const storage = { getDirectory: async () => folder } as unknown as Pick<StorageManager, 'getDirectory'>;
  return {
    ...none,
    locks: true,
    tab: (onTakenOver) => tabIn({ storage, locks, openDatabase: async () => fail('no-room') }, random, onTakenOver, isKilled, () => undefined),
    bytes: async () => bytes,
    arm,
    fill: (full) => (isFull = full),
    died() {
      held = null;
      locks = locksOf();
    },
  };
}

/** The native number behind the app's version 1 in the database library. */
const nativeVersion = 10;

/** The device whose database is asked: one at a time. */
let current: { next(): Mishap | null; isFull(): boolean } | null = null;

/** Every call the database library makes of the browser may be the one that throws. */
function mayThrow(name: 'put' | 'get' | 'count' | 'openCursor'): void {
  const calls = IDBObjectStore.prototype as unknown as Record<typeof name, (...given: unknown[]) => unknown>;
  const original = calls[name];
  calls[name] = function guarded(this: unknown, ...given: unknown[]) {
    const mishap = current?.next();
    if (mishap) throw new DOMException('', errorNames[mishap.what]);
    if (name === 'put' && current?.isFull()) throw new DOMException('', 'QuotaExceededError');
    return original.apply(this, given);
  };
}
(['put', 'get', 'count', 'openCursor'] as const).forEach(mayThrow);

function databaseWorld(random: Random): World {
  const { arm, next, isKilled } = fate();
  const factory = new IDBFactory();
  let isFull = false;
  let isBlocked = false;
  let locks = locksOf();
  let stores: SlotStore[] = [];
  current = { next, isFull: () => isFull };
  const raw = (version?: number): Promise<IDBDatabase> => new Promise((done, failed) => {
    const request = factory.open(databaseName, version);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('the database did not open'));
  });
  return {
    locks: true,
    tab: (onTakenOver) => tabIn(
      { storage: undefined, locks, openDatabase: () => openDexie({ indexedDB: factory, IDBKeyRange }) }, random, onTakenOver, isKilled, (store) => stores.push(store),
    ),
    async bytes() {
      // An opening that waits would keep ours waiting too; and there is nothing yet.
      if (isBlocked || !(await factory.databases()).some(({ name }) => name === databaseName)) return new Uint8Array(0);
      const database = await raw();
      const pieces = database.objectStoreNames.contains('pieces') ? await new Promise<{ bytes: Bytes }[]>((done) => {
        const request = database.transaction('pieces').objectStore('pieces').getAll();
        request.onsuccess = () => done(request.result as { bytes: Bytes }[]);
      }) : [];
      database.close();
      return new Uint8Array(Buffer.concat(pieces.map(({ bytes }) => bytes)));
    },
    arm,
    fill: (full) => (isFull = full),
    died() {
      for (const store of stores) store.close();
      stores = [];
      locks = locksOf();
    },
    async upgrade() {
      // It would wait until the older one lets go, and the history with it.
      if (isBlocked) return;
      (await raw(nativeVersion * 2)).close();
    },
    async block() {
      const stale = await raw(nativeVersion - 1);
      isBlocked = true;
      return () => {
        isBlocked = false;
        stale.close();
      };
    },
  };
}

/** A device of this kind with nothing on it. */
export function newWorld(name: WorldName, random: Random): World {
  return { memory: memoryWorld, file: fileWorld, database: databaseWorld }[name](random);
}
