import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { kept } from '../../../src/storage/kept.ts';
import { countLeftovers, isClean, wipeAll } from '../../../src/storage/wipe.ts';

/** A browser's storage in memory. A file may be held a few times before it is let go of; `asked`: what went to the network, and what was left by then. */
async function visit({ onLine = true, heldTimes = 0, answer = () => Promise.resolve(new Response()) }: { onLine?: boolean; heldTimes?: number; answer?: (given: RequestInit) => Promise<Response> } = {}) {
  const indexedDB = new IDBFactory();
  await new Promise((done) => {
    indexedDB.open('app-data').onsuccess = ({ target }) => {
      (target as IDBOpenDBRequest).result.close();
      done(undefined);
    };
  });
  const named = (...list: string[]) => {
    const names = new Set(list);
    return { names, keys: async () => [...names], delete: async (name: string) => names.delete(name) };
  };
  const caches = named('app-1', 'app-2');
  const storageBuckets = named('app-data');
  const files = new Set(['app-data', 'app-choices']);
  let held = heldTimes;
  const workers = new Set(['/sw.js']);
  const folder = { keys: async function* () {
    yield* [...files];
  }, removeEntry: async (name: string) => {
    held -= 1;
    if (held >= 0) throw new DOMException('held by a worker', 'NoModificationAllowedError');
    files.delete(name);
  } };
  const asked: { path: string; cache: string | undefined; filesThen: number; databasesThen: number }[] = [];
  const navigator = {
    onLine,
    storage: { getDirectory: async () => folder },
    storageBuckets,
    serviceWorker: { getRegistrations: async () => [...workers].map((name) => ({ unregister: async () => workers.delete(name) })) },
  };
  const win = { indexedDB, caches, navigator, setTimeout, clearTimeout, fetch: async (path: string, given: RequestInit) => {
    asked.push({ path, cache: given.cache, filesThen: files.size, databasesThen: (await indexedDB.databases()).length });
    return answer(given);
  } } as unknown as Window;
  return { win, asked, files, buckets: storageBuckets.names };
}

const overwriting = (begin: () => Promise<unknown>, stop: () => void = () => undefined) => ({ begin, stop });

describe('deleting everything', () => {
  it('leaves no cache, worker, database, bucket or file', async () => {
    const { win, buckets } = await visit();
    expect(await countLeftovers(win)).toEqual({ caches: 2, workers: 1, databases: 2, files: 2 });
    expect(buckets.size).toBe(1);
    const left = await wipeAll(win);
    expect(left).toEqual({ caches: 0, workers: 0, databases: 0, files: 0 });
    expect(isClean(left)).toBe(true);
    expect(buckets.size).toBe(0);
  });

  it('overwrites the container before its file is deleted, and deletes it also when that fails', async () => {
    const { win } = await visit();
    let filesThen = -1;
    await wipeAll(win, overwriting(async () => {
      filesThen = (await countLeftovers(win)).files ?? -1;
      throw new Error('the worker was stopped');
    }));
    expect(filesThen).toBe(2);
    expect(isClean(await countLeftovers(win))).toBe(true);
  });

  it('does not wait longer than three seconds for the overwriting, and stops it before it deletes', async () => {
    const { win, files } = await visit();
    let filesThen = -1;
    const stop = () => {
      filesThen = files.size;
    };
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    Object.assign(win, { setTimeout });
    const wiping = wipeAll(win, overwriting(() => new Promise(() => undefined), stop));
    await vi.advanceTimersByTimeAsync(3_000);
    vi.useRealTimers();
    Object.assign(win, { setTimeout });
    expect(isClean(await wiping)).toBe(true);
    expect(filesThen).toBe(2);
  });

  it('tries a file again that a stopped worker has not let go of yet, and counts one that is never let go of', async () => {
    const slow = await visit({ heldTimes: 3 });
    expect(isClean(await wipeAll(slow.win))).toBe(true);
    const held = await visit({ heldTimes: 1_000 });
    expect(isClean(await wipeAll(held.win))).toBe(false);
  });

  it('asks the host to clear the disk once everything is deleted, with no copy of the answer, and only online', async () => {
    const online = await visit();
    await wipeAll(online.win);
    expect(online.asked).toEqual([{ path: '/wipe', cache: 'no-store', filesThen: 0, databasesThen: 0 }]);
    const offline = await visit({ onLine: false });
    expect(isClean(await wipeAll(offline.win))).toBe(true);
    expect(offline.asked).toEqual([]);
  });

  it('is as done when the host fails, or never answers', async () => {
    const failing = await visit({ answer: () => Promise.reject(new TypeError('no network')) });
    expect(isClean(await wipeAll(failing.win))).toBe(true);
    const silent = await visit({ answer: ({ signal }) => new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
      // The only thing that is waited for from here on.
      vi.advanceTimersByTime(3_000);
    }) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    Object.assign(silent.win, { setTimeout, clearTimeout });
    const wiping = wipeAll(silent.win);
    await vi.advanceTimersByTimeAsync(0);
    const left = await wiping;
    vi.useRealTimers();
    expect(isClean(left)).toBe(true);
  });
});

describe('the table of what is kept', () => {
  it('says of everything a person types that it is sealed or not kept', () => {
    const plain = Object.entries(kept).filter(([, row]) => row.kept === 'plain').map(([name]) => name);
    expect(plain).toEqual(['pages', 'worker', 'choices', 'container']);
    const sealed = Object.entries(kept).filter(([, row]) => row.kept === 'sealed').map(([name]) => name);
    expect(sealed).toEqual(['request', 'plans', 'pictures']);
  });
});
