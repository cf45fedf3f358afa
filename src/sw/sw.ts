/**
 * The service worker: every page of the app from the copy on the device, first
 * and always, so that no network, a slow one and one that never answers all
 * look the same. Decisions and their reasons: README.md beside this file.
 */
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute, Route } from 'workbox-routing';
import { isKeptOnUse, notHerePages, pageOf, passesThrough } from './addresses.ts';
import { carryOver, dropOtherCopies, fetchMissing, hasOtherCopy, isWhole, keepOnUse, reuseUnchanged, type KeptFile } from './copies.ts';
import { keptPath, keptSheetPath, sheetOf, withSheet } from './kept-pages.ts';
import { cacheNameFor, type KeptEntry } from './version.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: KeptEntry[] };

const entries: KeptEntry[] = self.__WB_MANIFEST;
const cacheName = cacheNameFor(entries);
/** Everything that is kept, to be looked up. */
const precache = new PrecacheController({ cacheName });
precache.addToCacheList(entries);
/** What a first install fetches. */
const first = new PrecacheController({ cacheName });
first.addToCacheList(entries.filter(({ second }) => !second));

const keysOf = (controller: PrecacheController): string[] => [...controller.getURLsToCacheKeys().values()];
const files: readonly KeptFile[] = [...precache.getURLsToCacheKeys()].map(([url, key]) => ({ url, key, integrity: precache.getIntegrityForCacheKey(key) }));

self.addEventListener('install', (event) => {
  const install = async () => {
    const isUpdate = await hasOtherCopy(cacheName);
    await reuseUnchanged(cacheName, keysOf(precache));
    await carryOver(cacheName, isKeptOnUse);
    await first.install(event);
    // What a device could open without a network it must still be able to: an update brings everything.
    if (isUpdate) await fetchMissing(cacheName, files);
    // A copy with a hole must not replace a whole one: fail, and be tried again.
    if (!(await isWhole(cacheName, keysOf(isUpdate ? precache : first)))) throw new Error('The copy is not whole');
  };
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const type = (event.data as { type?: unknown } | null)?.type;
  if (type === 'take-over') {
    event.waitUntil(self.skipWaiting());
  } else if (type === 'make-whole') {
    const port = event.ports[0];
    const make = async () => {
      await fetchMissing(cacheName, files);
      port?.postMessage(await isWhole(cacheName, keysOf(precache)));
    };
    event.waitUntil(make());
  }
});

/** An app opened from cold has no page of an older version beside it. */
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  const tidy = async () => {
    const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (open.length === 0) await dropOtherCopies(cacheName, self.registration);
  };
  event.waitUntil(tidy());
});

/** A kept page with its stylesheet put back; null when it is not on the list. */
async function dressed(page: string, status: number): Promise<Response | null> {
  const kept = await precache.matchPrecache(keptPath(page));
  if (!kept) return null;
  const html = await kept.text();
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
