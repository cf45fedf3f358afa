/**
 * Deleting everything stored for this site, by whatever means it was stored:
 * also what an older or newer version kept. Then it looks again and counts.
 *
 * What deletion means on disk differs by browser and kind of storage (measured
 * figures in the shared notes): nothing here is called erased.
 */

import { bucketsOf } from './bucket.ts';

/** The vault's own wipe, which overwrites in place. */
export interface Overwriting {
  begin(): Promise<unknown>;
  /** Lets go of the file, finished or not: a file that is held cannot be deleted. */
  stop(): void;
}

const nothingToOverwrite: Overwriting = { begin: () => Promise.resolve(), stop: () => undefined };

/** How much of each kind is left. All zero: nothing was found. `null`: this browser cannot say. */
export interface Leftovers {
  readonly caches: number;
  readonly workers: number;
  readonly databases: number | null;
  readonly files: number | null;
}

/** How long overwriting may hold up deleting: on a slow telephone the rest is deleted as it is, sealed. */
const overwritingTakesAtMostMs = 3000;

/**
 * Deletes and counts what is left. Never rejects: a kind that cannot be
 * deleted is counted as left. Takes a few hundred milliseconds at most unless
 * another tab holds a database open; then that database is counted.
 *
 * `overwriting` comes first: a file that is deleted keeps its bytes on the disk
 * for a while, a file that was overwritten in place does not (measured in
 * Chromium 156). At most three seconds are given to it.
 *
 * Online, the host is asked last to have the browser clear its disk too.
 */
export async function wipeAll(win: Window, overwriting: Overwriting = nothingToOverwrite): Promise<Leftovers> {
  const late = new Promise((done) => win.setTimeout(done, overwritingTakesAtMostMs));
  await Promise.race([overwriting.begin().catch(() => undefined), late]);
  overwriting.stop();
  await Promise.allSettled([deleteCaches(win), deleteDatabases(win), deleteBuckets(win), deleteFiles(win)]);
  // The worker last: while it stands it could fill a cache again only when asked to install.
  await Promise.allSettled([unregisterWorkers(win)]);
  await Promise.allSettled([deleteCaches(win)]);
  await askHostToClear(win);
  return countLeftovers(win);
}

/** How long the host may take. By then everything has been deleted as far as a page can. */
const hostTakesAtMostMs = 3000;

/**
 * The answer from the network makes the browser clear its disk (`wipePath` in
 * src/hosting/policy.ts). Offline it is left out; nothing is said of it,
 * because everything was deleted before.
 */
async function askHostToClear(win: Window): Promise<void> {
  if (!win.navigator.onLine) return;
  const giveUp = new AbortController();
  const limit = win.setTimeout(() => giveUp.abort(), hostTakesAtMostMs);
  await win.fetch('/wipe', { cache: 'no-store', signal: giveUp.signal }).catch(() => undefined);
  win.clearTimeout(limit);
}

/** True when every kind that can be counted counts zero. */
export function isClean({ caches, workers, databases, files }: Leftovers): boolean {
  return caches === 0 && workers === 0 && (databases ?? 0) === 0 && (files ?? 0) === 0;
}

/** Counts what this site stores now, without changing it. */
export async function countLeftovers(win: Window): Promise<Leftovers> {
  return {
    caches: (await cacheNames(win)).length,
    workers: (await registrations(win)).length,
    databases: await databaseNames(win).then(async (names) => (names ? names.length + (await bucketNames(win)).length : null)),
    files: await fileNames(win).then((names) => names?.length ?? null),
  };
}

async function cacheNames(win: Window): Promise<readonly string[]> {
  return 'caches' in win ? win.caches.keys().catch(() => []) : [];
}

async function deleteCaches(win: Window): Promise<void> {
  await Promise.all((await cacheNames(win)).map((name) => win.caches.delete(name)));
}

async function registrations(win: Window): Promise<readonly ServiceWorkerRegistration[]> {
  const { serviceWorker } = win.navigator as { serviceWorker?: ServiceWorkerContainer };
  return serviceWorker ? serviceWorker.getRegistrations().catch(() => []) : [];
}

async function unregisterWorkers(win: Window): Promise<void> {
  await Promise.all((await registrations(win)).map((one) => one.unregister()));
}

async function databaseNames(win: Window): Promise<readonly string[] | null> {
  try {
    const found = await win.indexedDB.databases();
    return found.flatMap(({ name }) => (name === undefined ? [] : [name]));
  } catch {
    return null;
  }
}

/** How long another tab may hold a database before it is counted as left. */
const blockedAfterMs = 1000;

async function deleteDatabases(win: Window): Promise<void> {
  for (const name of (await databaseNames(win)) ?? []) {
    await new Promise<void>((done) => {
      const request = win.indexedDB.deleteDatabase(name);
      request.onsuccess = () => done();
      request.onerror = () => done();
      win.setTimeout(done, blockedAfterMs);
    });
  }
}

async function bucketNames(win: Window): Promise<readonly string[]> {
  return (await bucketsOf(win.navigator)?.keys().catch(() => [])) ?? [];
}

async function deleteBuckets(win: Window): Promise<void> {
  await Promise.allSettled((await bucketNames(win)).map((name) => bucketsOf(win.navigator)?.delete(name)));
}

async function rootFolder(win: Window): Promise<FileSystemDirectoryHandle | null> {
  const { storage } = win.navigator as { storage?: StorageManager };
  try {
    return storage && 'getDirectory' in storage ? await storage.getDirectory() : null;
  } catch {
    return null;
  }
}

async function fileNames(win: Window): Promise<readonly string[] | null> {
  const root = await rootFolder(win);
  if (!root) {
    return null;
  }
  const names: string[] = [];
  const walk = (root as unknown as { keys(): AsyncIterable<string> }).keys();
  for await (const name of walk) {
    names.push(name);
  }
  return names;
}

/** A worker that was stopped lets go of its file a moment later. */
const waitForFileMs = [0, 20, 80, 200, 500] as const;

async function deleteFiles(win: Window): Promise<void> {
  const root = await rootFolder(win);
  for (const name of (await fileNames(win)) ?? []) {
    for (const ms of waitForFileMs) {
      if (ms > 0) await new Promise((done) => win.setTimeout(done, ms));
      const isGone = await root?.removeEntry(name, { recursive: true }).then(() => true, () => false);
      if (isGone) break;
    }
  }
}
