/**
 * The copies kept on the device: one cache a version, filled at install. What is
 * on its list is never written again. Decisions and their reasons: README.md beside this file.
 */
import { copyResponse } from 'workbox-core/copyResponse.js';
import type { Part } from './parts.ts';
import { cachePrefix } from './version.ts';

async function copyNames(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
}

async function cacheNamesBeside(ownName: string): Promise<string[]> {
  return (await copyNames()).filter((name) => name !== ownName);
}

async function storedAddresses(cache: Cache): Promise<Set<string>> {
  return new Set((await cache.keys()).map((request) => request.url));
}

/** True when every one of these files of this version is really there. */
export async function isWhole(ownName: string, files: readonly KeptFile[]): Promise<boolean> {
  // Opening makes what is not there, and what was deleted meanwhile must stay deleted.
  if (!(await caches.has(ownName))) return false;
  const stored = await storedAddresses(await caches.open(ownName));
  return files.every(({ key }) => stored.has(key));
}

/** Every address of which this device has a file, in a copy of whatever version. */
export async function keptAddresses(): Promise<readonly string[]> {
  const addresses = (await copyNames()).map(async (name) => [...(await storedAddresses(await caches.open(name)))]);
  return (await Promise.all(addresses)).flat();
}

/** True when this device already has a copy of some other version. */
export async function hasOtherCopy(ownName: string): Promise<boolean> {
  return (await cacheNamesBeside(ownName)).length > 0;
}

/** A file of the copy: where it is fetched, what it is called in the cache, the hash it must have, and who needs it. */
export interface KeptFile extends Part {
  readonly key: string;
  readonly integrity: string | undefined;
}

/**
 * Fetches what is not there yet. One that cannot be had keeps none of the
 * others away; whether all came is for `isWhole` to say. Never rejects.
 */
export async function fetchMissing(ownName: string, files: readonly KeptFile[]): Promise<void> {
  const own = await caches.open(ownName);
  const stored = await storedAddresses(own);
  const bring = async ({ url, key, integrity }: KeptFile): Promise<void> => {
    // A name with a hash never changes; anything else must not come from the browser's own cache.
    const cache = key === url ? 'default' : 'reload';
    const answer = await fetch(new Request(url, { cache, credentials: 'same-origin', ...(integrity === undefined ? {} : { integrity }) }));
    if (answer.ok) await own.put(key, answer.redirected ? await copyResponse(answer) : answer);
  };
  await Promise.allSettled(files.filter(({ key }) => !stored.has(key)).map(bring));
}

/**
 * Takes over what has not changed from the copies already on the device, so
 * that an update costs only what is new. A key carries the file's revision (or
 * its name carries a hash), so an equal key means an equal file.
 */
export async function reuseUnchanged(ownName: string, files: readonly KeptFile[]): Promise<void> {
  const own = await caches.open(ownName);
  const missing = new Set(files.map(({ key }) => key));
  for (const key of await storedAddresses(own)) missing.delete(key);
  if (missing.size === 0) return;
  for (const name of await cacheNamesBeside(ownName)) {
    const other = await caches.open(name);
    for (const key of await storedAddresses(other)) {
      if (!missing.has(key)) continue;
      const response = await other.match(key);
      if (!response) continue;
      await own.put(key, response);
      missing.delete(key);
    }
  }
}

/**
 * Takes over from the copies beside what is kept only where it is used: the new
 * version does not know that this device uses it.
 */
export async function carryOver(ownName: string, isWanted: (address: URL) => boolean): Promise<void> {
  const own = await caches.open(ownName);
  for (const name of await cacheNamesBeside(ownName)) {
    const other = await caches.open(name);
    for (const key of await storedAddresses(other)) {
      const response = isWanted(new URL(key)) ? await other.match(key) : undefined;
      if (response) await own.put(key, response);
    }
  }
}

/** Answers from any copy; else from the network, and keeps that answer if it is the file. */
export async function keepOnUse(ownName: string, request: Request): Promise<Response> {
  const known = await caches.match(request.url);
  if (known) return known;
  const answer = await fetch(request);
  // A copy that was deleted meanwhile must stay deleted.
  if (answer.ok && (await caches.has(ownName))) {
    const copy = answer.clone();
    // A full disk must not take the script from somebody who has just been sent it.
    await caches.open(ownName).then((own) => own.put(request.url, copy)).catch(() => undefined);
  }
  return answer;
}

/**
 * Deletes the copies of other versions, unless one of them is being filled or
 * waits its turn. Call it only when no page is open: a page of an older version
 * may still ask for a script of its own.
 */
export async function dropOtherCopies(ownName: string, registration: ServiceWorkerRegistration): Promise<void> {
  // Names first, then the question: a copy begun after the question is not in the list.
  const others = await cacheNamesBeside(ownName);
  if (registration.installing || registration.waiting) return;
  await Promise.all(others.map((name) => caches.delete(name)));
}
