/** Locks and rooms: what is asked of the browser, and how long is waited. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../src/kernel/result.ts';
import { openSlotStore, type Room } from '../../../src/storage/slot-room.ts';
import { takeLock } from '../../../src/storage/tab-lock.ts';
import { must } from '../crypto/small.ts';
import { locksOf } from './locks.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});
afterEach(() => expect(vi.getTimerCount()).toBe(0));

type Locks = Pick<LockManager, 'request'>;
/** Locks that write down what they were asked and do as told. */
function askedLocks(act: (options: LockOptions, grant: () => unknown) => Promise<unknown>): { locks: Locks; asked: [string, LockOptions][] } {
  const asked: [string, LockOptions][] = [];
  const request = (name: string, options: LockOptions, grant: () => unknown): Promise<unknown> => {
    asked.push([name, options]);
    return act(options, grant);
  };
  return { locks: { request: request as LockManager['request'] }, asked };
}

describe('the lock between tabs', () => {
  it('has a name that says nothing, waits with an end, and steals without one', async () => {
    const { locks, asked } = askedLocks(async (_, grant) => grant());
    (await takeLock(locks, false, () => undefined))?.release();
    (await takeLock(locks, true, () => undefined))?.release();
    expect(asked.map(([name]) => name)).toEqual(['app-data', 'app-data']);
    expect(asked[0]?.[1].steal).toBeUndefined();
    expect(asked[0]?.[1].signal).toBeInstanceOf(AbortSignal);
    expect(asked[1]?.[1]).toEqual({ steal: true });
  });

  it('is waited for two seconds and no longer', async () => {
    const locks = locksOf();
    const held = await takeLock(locks, false, () => undefined);
    let answer: unknown = 'none yet';
    void takeLock(locks, false, () => undefined).then((lock) => (answer = lock));
    await vi.advanceTimersByTimeAsync(1_999);
    expect(answer).toBe('none yet');
    await vi.advanceTimersByTimeAsync(1);
    expect(answer).toBeNull();
    held?.release();
  });

  it('that the browser refuses is not had, and nobody is told of a loss', async () => {
    const lost = vi.fn();
    const { locks } = askedLocks(() => Promise.reject(new DOMException('', 'SecurityError')));
    expect(await takeLock(locks, false, lost)).toBeNull();
    expect(await takeLock(locks, true, lost)).toBeNull();
    expect(lost).not.toHaveBeenCalled();
  });

  it('is held until it is let go', async () => {
    let over = false;
    const { locks } = askedLocks((_, grant) => Promise.resolve(grant()).then(() => (over = true)));
    const lock = await takeLock(locks, false, () => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(over).toBe(false);
    lock?.release();
    await vi.advanceTimersByTimeAsync(0);
    expect(over).toBe(true);
  });
});

const database = { room: 'database' as const, close: () => undefined, size: async () => ok(0), read: async () => fail('gone'), write: async () => ok(undefined) };
/** A file that another tab holds for so many tries. */
function heldFor(tries: number, name = 'NoModificationAllowedError'): { storage: NonNullable<Room['storage']>; count: () => number } {
  let count = 0;
  const createSyncAccessHandle = (): Promise<unknown> => {
    count += 1;
    return count <= tries ? Promise.reject(new DOMException('', name)) : Promise.resolve({ close: () => undefined });
  };
  return { count: () => count, storage: { getDirectory: async () => ({ getFileHandle: async (_: string, options: { create: boolean }) => {
    expect(options).toEqual({ create: true });
    return { createSyncAccessHandle };
  } }) } as unknown as NonNullable<Room['storage']> };
}
const roomOf = (storage: Room['storage'], more: Partial<Room> = {}): Room => ({ storage, locks: locksOf(), openDatabase: async () => ok(database), onTakenOver: () => undefined, ...more });

describe('a file that another tab holds', () => {
  it('is tried once when the person did not ask to take it over', async () => {
    const { storage, count } = heldFor(9);
    expect(await openSlotStore(roomOf(storage), false)).toEqual(fail('in-other-tab'));
    expect(count()).toBe(1);
  });

  it('is tried again after a takeover, at once and then after 50, 150, 400 and 1,000 ms, and then no more', async () => {
    const { storage, count } = heldFor(9);
    let answer: unknown = null;
    void openSlotStore(roomOf(storage), true).then((found) => (answer = found));
    const counts: number[] = [];
    for (const ms of [0, 49, 1, 149, 1, 399, 1, 999]) {
      await vi.advanceTimersByTimeAsync(ms);
      counts.push(count());
    }
    expect(counts).toEqual([2, 2, 3, 3, 4, 4, 5, 5]);
    expect(answer).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect([answer, count()]).toEqual([fail('in-other-tab'), 6]);
  });

  it('is not tried again for another fault, and once it is had', async () => {
    const broken = heldFor(9, 'UnknownError');
    expect(await openSlotStore(roomOf(broken.storage), true)).toEqual(fail('gone'));
    expect(broken.count()).toBe(1);
    const free = heldFor(0);
    must(await openSlotStore(roomOf(free.storage), true)).close();
    expect(free.count()).toBe(1);
  });
});

describe('a room', () => {
  it('that nobody answers for is given up after three seconds, not before', async () => {
    let answer: unknown = null;
    void openSlotStore(roomOf(undefined, { openDatabase: () => new Promise(() => undefined) }), false).then((found) => (answer = found));
    await vi.advanceTimersByTimeAsync(2_999);
    expect(answer).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(answer).toEqual(fail('gone'));
  });

  it('that fails late, after it was given up, changes nothing', async () => {
    let late = (): void => undefined;
    const opening = openSlotStore(roomOf(undefined, { openDatabase: () => new Promise((done) => (late = () => done(fail('no-room')))) }), false);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await opening).toEqual(fail('gone'));
    late();
    await vi.advanceTimersByTimeAsync(1);
  });

  it('that was had in time is not closed afterwards', async () => {
    const close = vi.fn();
    const store = must(await openSlotStore(roomOf(undefined, { openDatabase: async () => ok({ ...database, close }) }), false));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(close).not.toHaveBeenCalled();
    store.close();
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('is not even looked for while another tab holds the lock', async () => {
    const locks = locksOf();
    const held = await takeLock(locks, false, () => undefined);
    const openDatabase = vi.fn();
    const opening = openSlotStore(roomOf(undefined, { locks, openDatabase }), false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await opening).toEqual(fail('in-other-tab'));
    expect(openDatabase).not.toHaveBeenCalled();
    held?.release();
  });

  it('that is taken over is closed before its tab hears of it', async () => {
    const locks = locksOf();
    const order: string[] = [];
    const openDatabase = async () => ok({ ...database, close: () => void order.push('closed') });
    must(await openSlotStore(roomOf(undefined, { locks, openDatabase, onTakenOver: () => void order.push('told') }), false));
    must(await openSlotStore(roomOf(undefined, { locks, openDatabase: async () => ok(database) }), true));
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual(['closed', 'told']);
  });
});
