/**
 * Which file answers which address. Pure, so that it can be tested without a
 * browser; the worker only looks things up in its list of kept files.
 */

/** The language whose first page also stands at `/`. */
const firstLanguage = 'en';

/**
 * The page an address means, in any of its spellings: `/en/now`, `/en/now/`
 * and `/en/now/index.html`, with any query. Whether there is such a page is for
 * the list of kept files to say.
 */
export function pageOf(address: URL): string {
  const words = address.pathname.split('/').filter((word) => word !== '' && word !== 'index.html');
  return `/${(words.length === 0 ? [firstLanguage] : words).join('/')}/index.html`;
}

/**
 * `/wipe` is not among them: our own page asks for it by fetch, which this
 * worker has no part in (w3c/webappsec-clear-site-data #10: a worker's answer
 * clears nothing). Opened as a page it comes from a link in somebody's message,
 * and must not reach a host that clears whoever asks.
 */
const toTheNetwork = [
  /^\/feed(\/|$)/,
  /^\/pages\.json$/,
  /^\/sw\.js$/,
  /^\/assets\//,
];

/** True for an address that is not a page of the app, so the worker keeps out of its way. */
export function passesThrough(address: URL): boolean {
  return toTheNetwork.some((pattern) => pattern.test(address.pathname));
}

/** The database of the rooms without files (src/storage/dexie-store.ts): most browsers never ask for it. */
const forFewBrowsers = /^\/assets\/dexie-store-[\w-]+\.js$/;

/** True for a script that is not part of the copy, and joins it on the devices that ask for it. Its name carries a hash. */
export function isKeptOnUse(address: URL): boolean {
  return forFewBrowsers.test(address.pathname);
}

/**
 * Where to look for the page that says "not here", nearest language first.
 * The last one always exists.
 */
export function notHerePages(address: URL): string[] {
  const folder = address.pathname.split('/')[1] ?? '';
  const last = `/${firstLanguage}/404.html`;
  return folder === '' ? [last] : [`/${folder}/404.html`, last];
}
