/** Files, locks and which of the rooms is taken. */
import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../src/kernel/result.ts';
import { databaseHome } from '../../../src/storage/bucket.ts';
import { fileName, openOpfs, opfsStore, type SyncHandle } from '../../../src/storage/opfs-store.ts';
import { openSlotStore, type Room } from '../../../src/storage/slot-room.ts';
import { takeLock } from '../../../src/storage/tab-lock.ts';
import { must } from '../crypto/small.ts';
import { locksOf } from './locks.ts';

function memoryHandle(): SyncHandle & { bytes: Uint8Array; flushed: number; closed: number } {
  const handle = {
    bytes: new Uint8Array(0), flushed: 0, closed: 0,
    getSize: () => handle.bytes.length,
    read: (buffer: Uint8Array, { at }: { at: number }) => {
      const part = handle.bytes.subarray(at, at + buffer.length);
      buffer.set(part);
      return part.length;
    },
    write: (buffer: Uint8Array, { at }: { at: number }) => {
      const after = new Uint8Array(Math.max(handle.bytes.length, at + buffer.length));
      after.set(handle.bytes);
      after.set(buffer, at);
      handle.bytes = after;
      return buffer.length;
    },
    flush: () => void (handle.flushed += 1),
    close: () => void (handle.closed += 1),
  };
  return handle;
}
type Storage = Pick<StorageManager, 'getDirectory'>;
const storageWith = (createSyncAccessHandle: unknown): Storage => ({
  getDirectory: async () => ({ getFileHandle: async (name: string) => {
    expect(name).toBe(fileName);
    return { createSyncAccessHandle };
  } }) as unknown as FileSystemDirectoryHandle,
});
const named = (name: string) => () => Promise.reject(new DOMException('', name));

describe('a file of our own', () => {
  it('gives back what was written and flushes each write', async () => {
    const handle = memoryHandle();
    const store = must(await openOpfs(storageWith(async () => handle)));
    must(await store.write(0, new Uint8Array([1, 2, 3])));
    must(await store.write(1, new Uint8Array([9])));
    expect([must(await store.size()), must(await store.read(0, 3)), handle.flushed]).toEqual([3, new Uint8Array([1, 9, 3]), 2]);
    expect(await store.read(1, 3)).toEqual({ ok: false, fault: 'cut-short' });
    store.close();
    expect(handle.closed).toBe(1);
  });

  it.each([
    ['an error code as a number', 4_294_967_288, 'quota-full'], ['a negative number', -8, 'quota-full'], ['fewer bytes', 1, 'short-write'], ['no bytes', 0, 'short-write'],
  ])('does not believe a write that answers %s', async (_, written, fault) => {
    const handle = { ...memoryHandle(), write: () => written };
    expect(await opfsStore(handle).write(0, new Uint8Array(2))).toEqual({ ok: false, fault });
    expect(handle.flushed).toBe(0);
  });

  it('turns every error into a fault with a name', async () => {
    const broken = (name: string): SyncHandle => {
      const act = (): never => {
        throw new DOMException('', name);
      };
      return { getSize: act, read: act, write: act, flush: act, close: act };
    };
    const lost = opfsStore(broken('InvalidStateError'));
    expect(await lost.size()).toEqual({ ok: false, fault: 'gone' });
    expect(await lost.read(0, 1)).toEqual({ ok: false, fault: 'gone' });
    expect(await opfsStore(broken('QuotaExceededError')).write(0, new Uint8Array(1))).toEqual({ ok: false, fault: 'quota-full' });
    expect(() => lost.close()).not.toThrow();
  });

  it('is missing in old browsers and private windows, and held by another tab otherwise', async () => {
    const none = { ok: false, fault: 'no-file-room' };
    expect(await openOpfs(undefined)).toEqual(none);
    expect(await openOpfs({} as Storage)).toEqual(none);
    expect(await openOpfs({ getDirectory: named('SecurityError') })).toEqual(none);
    expect(await openOpfs(storageWith(undefined))).toEqual(none);
    expect(await openOpfs(storageWith(named('NoModificationAllowedError')))).toEqual({ ok: false, fault: 'in-other-tab' });
    expect(await openOpfs(storageWith(named('QuotaExceededError')))).toEqual({ ok: false, fault: 'quota-full' });
    expect(await openOpfs(storageWith(named('UnknownError')))).toEqual({ ok: false, fault: 'gone' });
  });
});

describe('one tab at a time', () => {
  it('waits a little for the other tab, then says that it is open there', async () => {
    const locks = locksOf();
    const first = await takeLock(locks, false, () => undefined, 30);
    expect(await takeLock(locks, false, () => undefined, 30)).toBeNull();
    setTimeout(() => first?.release(), 10);
    expect(await takeLock(locks, false, () => undefined, 1_000)).not.toBeNull();
  });

  it('can take over, and the other tab hears of it once', async () => {
    const locks = locksOf();
    const lost = vi.fn();
    await takeLock(locks, false, lost, 30);
    expect(await takeLock(locks, true, () => undefined, 30)).not.toBeNull();
    await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1));
  });

  it('does not lock itself by letting go and taking over in one breath', async () => {
    const locks = locksOf();
    const lost = vi.fn();
    (await takeLock(locks, false, lost, 30))?.release();
    expect(await takeLock(locks, true, () => undefined, 30)).not.toBeNull();
    await new Promise((done) => setTimeout(done, 0));
    expect(lost).not.toHaveBeenCalled();
  });

  it('does not stand in the way where a browser has no locks', async () => {
    const lock = await takeLock(undefined, false, () => undefined);
    expect(() => lock?.release()).not.toThrow();
  });
});

describe('finding a room', () => {
  const database = { room: 'database' as const, close: () => undefined, size: async () => ok(0), read: async () => fail('gone'), write: async () => ok(undefined) };
  const room = (storage: Storage | undefined, more: Partial<Room> = {}): Room =>
    ({ storage, locks: locksOf(), openDatabase: async () => ok(database), onTakenOver: () => undefined, ...more });

  it('takes the file where there is one, else the database, else none', async () => {
    expect(must(await openSlotStore(room(storageWith(async () => memoryHandle())), false)).room).toBe('file');
    expect(must(await openSlotStore(room(undefined), false)).room).toBe('database');
    expect(await openSlotStore(room(undefined, { openDatabase: async () => fail('no-room') }), false)).toEqual({ ok: false, fault: 'no-room' });
  });

  it('never makes a second container in the database because the file failed for once', async () => {
    const openDatabase = vi.fn();
    expect(await openSlotStore(room(storageWith(named('UnknownError')), { openDatabase }), false)).toEqual({ ok: false, fault: 'gone' });
    expect(openDatabase).not.toHaveBeenCalled();
  });

  it('lets the next tab in when it closes, and after it failed', async () => {
    const shared = room(storageWith(async () => memoryHandle()));
    must(await openSlotStore(shared, false)).close();
    must(await openSlotStore(shared, false)).close();
    expect((await openSlotStore({ ...shared, storage: storageWith(named('UnknownError')) }, false)).ok).toBe(false);
    expect((await openSlotStore(shared, false)).ok).toBe(true);
  });

  it('closes the file of the first tab when a second takes over, and waits for that', async () => {
    const handle = memoryHandle();
    let isOpen = false;
    const storage = storageWith(async () => {
      if (isOpen) throw new DOMException('', 'NoModificationAllowedError');
      isOpen = true;
      return { ...handle, close: () => void (isOpen = false) };
    });
    const onTakenOver = vi.fn();
    const shared = room(storage, { onTakenOver });
    must(await openSlotStore(shared, false));
    expect((await openSlotStore(shared, true)).ok).toBe(true);
    expect(onTakenOver).toHaveBeenCalledTimes(1);
  });

  it('does not wait for ever for a storage that never answers', async () => {
    vi.useFakeTimers();
    const silent = openSlotStore(room(storageWith(() => new Promise(() => undefined))), false);
    await vi.advanceTimersByTimeAsync(3_100);
    expect(await silent).toEqual({ ok: false, fault: 'gone' });
    vi.useRealTimers();
  });

  it('lets go of a storage that answers too late, so that the next try is not kept out by it', async () => {
    vi.useFakeTimers();
    const handle = memoryHandle();
    let answer = (): void => undefined;
    const slow = storageWith(() => new Promise((done) => (answer = () => done(handle))));
    const late = openSlotStore(room(slow), false);
    await vi.advanceTimersByTimeAsync(3_100);
    expect(await late).toEqual({ ok: false, fault: 'gone' });
    expect(handle.closed).toBe(0);
    answer();
    await vi.advanceTimersByTimeAsync(1);
    expect(handle.closed).toBe(1);
    vi.useRealTimers();
  });

  it('puts the database into a bucket where the browser has them', async () => {
    const ordinary = { name: 'ordinary' } as unknown as IDBFactory;
    const own = { name: 'bucket' } as unknown as IDBFactory;
    const navigator = (storageBuckets?: unknown): Navigator => ({ storageBuckets }) as unknown as Navigator;
    expect(await databaseHome({ navigator: navigator(), indexedDB: ordinary })).toBe(ordinary);
    expect(await databaseHome({ navigator: navigator({ open: async () => ({ indexedDB: own }) }), indexedDB: ordinary })).toBe(own);
    expect(await databaseHome({ navigator: navigator({ open: named('QuotaExceededError') }), indexedDB: ordinary })).toBe(ordinary);
  });
});
