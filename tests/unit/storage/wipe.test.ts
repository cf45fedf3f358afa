import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { kept } from '../../../src/storage/kept.ts';
import { countLeftovers, isClean, wipeAll } from '../../../src/storage/wipe.ts';

async function visit() {
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
  const files = new Set(['app-data']);
  const workers = new Set(['/sw.js']);
  const folder = { keys: async function* () {
    yield* [...files];
  }, removeEntry: async (name: string) => void files.delete(name) };
  const navigator = {
    storage: { getDirectory: async () => folder },
    storageBuckets,
    serviceWorker: { getRegistrations: async () => [...workers].map((name) => ({ unregister: async () => workers.delete(name) })) },
  };
  return { indexedDB, caches, navigator, setTimeout, clearTimeout } as unknown as Window;
}

describe('deleting everything', () => {
  it('leaves no cache, worker, database, bucket or file', async () => {
    const win = await visit();
    expect(await countLeftovers(win)).toEqual({ caches: 2, workers: 1, databases: 2, files: 1 });
    const left = await wipeAll(win);
    expect(left).toEqual({ caches: 0, workers: 0, databases: 0, files: 0 });
    expect(isClean(left)).toBe(true);
  });

  it('overwrites the container before its file is deleted, and deletes it also when that fails', async () => {
    const win = await visit();
    let filesThen = -1;
    await wipeAll(win, async () => {
      filesThen = (await countLeftovers(win)).files ?? -1;
      throw new Error('the worker was stopped');
    });
    expect(filesThen).toBe(1);
    expect(isClean(await countLeftovers(win))).toBe(true);
  });

  it('does not wait longer than three seconds for the overwriting', async () => {
    const win = await visit();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    Object.assign(win, { setTimeout });
    const wiping = wipeAll(win, () => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(3_000);
    vi.useRealTimers();
    Object.assign(win, { setTimeout });
    expect(isClean(await wiping)).toBe(true);
  });
});

describe('the table of what is kept', () => {
  it('says of everything a person types that it is sealed or not kept', () => {
    const plain = Object.entries(kept).filter(([, row]) => row.kept === 'plain').map(([name]) => name);
    expect(plain).toEqual(['pages', 'worker', 'container']);
    const sealed = Object.entries(kept).filter(([, row]) => row.kept === 'sealed').map(([name]) => name);
    expect(sealed).toEqual(['plans', 'pictures']);
  });
});
