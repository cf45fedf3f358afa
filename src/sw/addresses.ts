/**
 * Which file answers which address. Pure, so that it can be tested without a
 * browser; the worker only looks things up in its list of kept files.
 */

/**
 * The kept file an address may also mean: `/en/now` is `/en/now/index.html`.
 * (`/en/now/` is covered by workbox's own `directoryIndex`.)
 */
export function otherSpellings(address: URL): URL[] {
  const { pathname } = address;
  if (pathname.endsWith('/')) return [];
  return [new URL(`${pathname}/index.html`, address.origin)];
}

const toTheNetwork = [
  // Wiping works only with an answer that really came from the host: see
  // w3c/webappsec-clear-site-data #10. A worker in between would break it.
  /^\/wipe$/,
  /^\/feed(\/|$)/,
  /^\/pages\.json$/,
  /^\/sw\.js$/,
  /^\/assets\//,
];

/** True for an address that is not a page of the app, so the worker keeps out of its way. */
export function passesThrough(address: URL): boolean {
  return toTheNetwork.some((pattern) => pattern.test(address.pathname));
}

/**
 * Where to look for the page that says "not here", nearest language first.
 * The last one always exists.
 */
export function notHerePages(address: URL): string[] {
  const folder = address.pathname.split('/')[1] ?? '';
  return folder === '' ? ['/404.html'] : [`/${folder}/404.html`, '/404.html'];
}
