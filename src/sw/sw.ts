/**
 * The service worker: every page of the app from the copy on the device, first
 * and always, so that no network, a slow one and one that never answers all
 * look the same. Decisions and their reasons: README.md beside this file.
 */
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute, Route } from 'workbox-routing';
import { isKeptOnUse, notHerePages, pageOf, passesThrough } from './addresses.ts';
import { carryOver, dropOtherCopies, fetchMissing, hasOtherCopy, isWhole, keepOnUse, keptAddresses, reuseUnchanged, type KeptFile } from './copies.ts';
import { keptFramePath, keptPath, keptSheetPath, needsFrame, sheetOf, withFrame, withSheet } from './kept-pages.ts';
import { filesFor, isOffered, languagesIn } from './parts.ts';
import { cacheNameFor, type KeptEntry } from './version.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: KeptEntry[] };

const entries: KeptEntry[] = self.__WB_MANIFEST;
const cacheName = cacheNameFor(entries);
/** What had to be asked of the network joins the copy, unless that was deleted meanwhile: then it must stay deleted. */
const joinsCopy: WorkboxPlugin = { cacheWillUpdate: async ({ response }) => (response.ok && (await caches.has(cacheName)) ? response : null) };
/** Everything that is kept, to be looked up. */
const precache = new PrecacheController({ cacheName, plugins: [joinsCopy] });
precache.addToCacheList(entries);
/** What a first install fetches. */
const first = new PrecacheController({ cacheName });
first.addToCacheList(entries.filter(({ second }) => !second));

const secondOf = new Map(entries.map(({ url, second }) => [new URL(url, location.href).href, second]));
const files: readonly KeptFile[] = [...precache.getURLsToCacheKeys()].map(([url, key]) => ({
  url, key, integrity: precache.getIntegrityForCacheKey(key), second: secondOf.get(url),
}));

/** What this device should hold, judged by the languages it was used in, whichever version it has them in. */
const filesInUse = async (): Promise<readonly KeptFile[]> => filesFor(files, languagesIn(files, await keptAddresses()));

async function bring(wanted: readonly KeptFile[]): Promise<void> {
  await reuseUnchanged(cacheName, wanted);
  await fetchMissing(cacheName, wanted);
}

self.addEventListener('install', (event) => {
  const install = async () => {
    const isUpdate = await hasOtherCopy(cacheName);
    await reuseUnchanged(cacheName, files);
    await carryOver(cacheName, isKeptOnUse);
    await first.install(event);
    // What a device could open without a network it must still be able to: an update brings every language it was used in.
    const wanted = isUpdate ? await filesInUse() : files.filter(({ second }) => !second);
    if (isUpdate) await fetchMissing(cacheName, wanted);
    // A copy with a hole must not replace a whole one: fail, and be tried again.
    if (!(await isWhole(cacheName, wanted))) throw new Error('The copy is not whole');
  };
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

/** Brings what a reader of this language needs and says whether all of it is there; then mends the other languages of this device. */
async function makeWhole(lang: unknown, port: MessagePort | undefined): Promise<void> {
  const isKnown = isOffered(files, lang);
  const wanted = filesFor(files, isKnown ? [lang] : []);
  await bring(wanted);
  port?.postMessage(isKnown && (await isWhole(cacheName, wanted)));
  // A newer copy that waits was filled before this language was opened. It has nobody to answer.
  if (port) self.registration.waiting?.postMessage({ type: 'make-whole', lang });
  // Nothing is held any more when everything was deleted meanwhile: then nothing may begin again.
  if (await caches.has(cacheName)) await bring(await filesInUse());
}

self.addEventListener('message', (event) => {
  const { type, lang } = (event.data ?? {}) as { readonly type?: unknown; readonly lang?: unknown };
  if (type === 'take-over') event.waitUntil(self.skipWaiting());
  else if (type === 'make-whole') event.waitUntil(makeWhole(lang, event.ports[0]));
});

/**
 * An app opened from cold has no page of an older version beside it. An older
 * copy that alone has a language of this device stays until this one has it.
 */
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  const tidy = async () => {
    const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (open.length > 0 || !(await hasOtherCopy(cacheName))) return;
    if (await isWhole(cacheName, await filesInUse())) await dropOtherCopies(cacheName, self.registration);
  };
  event.waitUntil(tidy());
});

/** Null when the frame is gone: then the page is asked of the network like one that has not come yet. */
async function framed(page: string, html: string): Promise<string | null> {
  if (!needsFrame(html)) return html;
  const frame = await precache.matchPrecache(keptFramePath(page.split('/')[1] ?? ''));
  return frame ? withFrame(html, await frame.text()) : null;
}

/** A kept page with its frame and its stylesheet put back; null when it is not on the list. */
async function dressed(page: string, status: number): Promise<Response | null> {
  const kept = await precache.matchPrecache(keptPath(page));
  if (!kept) return null;
  const html = await framed(page, await kept.text());
  if (html === null) return null;
  const name = sheetOf(html);
  const sheet = name === null ? undefined : await precache.matchPrecache(keptSheetPath(name));
  const body = sheet ? withSheet(html, await sheet.text()) : html;
  // The headers are those of the page, its policy among them; length and encoding were the lighter file's.
  const headers = new Headers(kept.headers);
  headers.delete('Content-Length');
  headers.delete('Content-Encoding');
  headers.delete('ETag');
  return new Response(body, { status, headers });
}

/** A page of the app, whether or not its copy has come yet. */
const isListed = (page: string): boolean => precache.getCacheKeyForURL(keptPath(page)) !== undefined;

registerRoute(
  new Route(
    ({ request, url }) => request.mode === 'navigate' && !passesThrough(url),
    async ({ request, url }) => {
      const page = (await dressed(pageOf(url), 200)) ?? (isListed(pageOf(url)) ? await fetch(request).catch(() => null) : null);
      if (page) return page;
      for (const notHere of notHerePages(url)) {
        const kept = await dressed(notHere, 404);
        if (kept) return kept;
      }
      return Response.error();
    },
  ),
);

registerRoute(new PrecacheRoute(precache, { ignoreURLParametersMatching: [/.*/], cleanURLs: false }));

/** A page that is still open from before an update asks for scripts of its own version. */
registerRoute(
  new Route(
    ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/assets/'),
    async ({ request, url }) => (isKeptOnUse(url) ? keepOnUse(cacheName, request) : ((await caches.match(request.url)) ?? fetch(request))),
  ),
);
