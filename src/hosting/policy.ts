/**
 * The headers every response carries, as data. The preview server, `_headers`
 * and `nginx.conf` are all made from this one table, so what is tested here is
 * what a host serves.
 *
 * The content security policy stands in the rules of what can be opened as a
 * page, not in that of every path: the worker that holds the storage needs its
 * own, and a host that joins two would take WebAssembly from it. A host that
 * reads `_headers` therefore gives the "not here" page of an unknown first
 * folder no policy; that page asks for nothing and shows nothing typed, and
 * X-Frame-Options still stands.
 *
 * No rule sets a header that another rule matching the same path also sets:
 * some hosts join such values with a comma instead of letting the nearer rule
 * win, and two joined policies mean something neither of them says.
 *
 * No report address on purpose: a report is a request, and a request leaves a
 * trace of the visit with somebody.
 */

/**
 * `http` is the preview server on a developer's machine. It leaves out
 * `upgrade-insecure-requests` and HSTS: an engine that applies either to
 * http://localhost turns every request into https, where nothing listens, and
 * a browser would remember HSTS for every other project on localhost.
 */
export type Transport = 'http' | 'https';

export type HeaderOptions = {
  /** `sha256-…` of each inline sheet, without quotes. */
  readonly styleHashes: readonly string[];
  readonly transport: Transport;
};

export type Headers = Readonly<Record<string, string>>;

export type HeaderRule = {
  /** A path, or a path that ends in `*` and stands for everything below it. */
  readonly path: string;
  readonly headers: Headers;
};

const permissions = [
  'accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media',
  'geolocation', 'gyroscope', 'hid', 'idle-detection', 'magnetometer', 'microphone', 'midi',
  'payment', 'serial', 'usb', 'xr-spatial-tracking',
];

const twoYearsSeconds = 63_072_000;
const oneYearSeconds = 31_536_000;

const alwaysAsk = { 'Cache-Control': 'no-cache' };
const neverChanges = { 'Cache-Control': `public, max-age=${oneYearSeconds}, immutable` };

/**
 * What the worker that turns a passphrase into a key may do: run our own
 * scripts and compile WebAssembly. Documents may not compile it: the policy of
 * a worker is that of its own response (measured in Chromium and WebKit, 2026-11).
 */
const storeWorkerPolicy = [`default-src 'none'`, `script-src 'self' 'wasm-unsafe-eval'`].join('; ');

/** What the workers that keep settings and make pictures small may do: run, and nothing else. */
const plainWorkerPolicy = [`default-src 'none'`, `script-src 'self'`].join('; ');

/** The content security policy of every other response. */
export function contentSecurityPolicy({ styleHashes, transport }: HeaderOptions): string {
  const sheets = styleHashes.map((hash) => `'${hash}'`);
  const directives = [
    `default-src 'none'`,
    `script-src 'self'`,
    ['style-src', `'self'`, ...sheets].join(' '),
    `img-src 'self'`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types app`,
  ];
  if (transport === 'https') directives.push('upgrade-insecure-requests');
  return directives.join('; ');
}

/**
 * Every rule, widest first. `languages` are the first folders of the site
 * (`en`, `pl`, …): documents get their caching rule by folder rather than by
 * `/*`, so that it never meets the rule of `/assets/*`.
 */
export function headerRules(options: HeaderOptions, languages: readonly string[]): HeaderRule[] {
  const everywhere: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': permissions.map((name) => `${name}=()`).join(', '),
    'X-Frame-Options': 'DENY',
  };
  if (options.transport === 'https') {
    everywhere['Strict-Transport-Security'] =
      `max-age=${twoYearsSeconds}; includeSubDomains; preload`;
  }
  const document = { 'Content-Security-Policy': contentSecurityPolicy(options), ...alwaysAsk };
  return [
    { path: '/*', headers: everywhere },
    ...['/', '/index.html', '/404.html', ...languages.map((language) => `/${language}/*`)].map((path) => ({ path, headers: document })),
    ...['/sw.js', '/manifest.webmanifest', '/pages.json', '/icons/*', '/install/*', '/kept/*'].map((path) => ({ path, headers: document })),
    { path: '/assets/*', headers: neverChanges },
    { path: storeWorkerPath, headers: { 'Content-Security-Policy': storeWorkerPolicy } },
    { path: choicesWorkerPath, headers: { 'Content-Security-Policy': plainWorkerPolicy } },
    { path: mediaWorkerPath, headers: { 'Content-Security-Policy': plainWorkerPolicy } },
    { path: wipePath, headers: { ...document, ...clearingHeaders, ...plainText } },
  ];
}

/** Named by Vite after src/storage/store-worker.ts. */
export const storeWorkerPath = '/assets/store-worker-*';

/** Named by Vite after src/storage/choices-worker.ts. */
export const choicesWorkerPath = '/assets/choices-worker-*';

/** Named by Vite after src/media/media-worker.ts. */
export const mediaWorkerPath = '/assets/media-worker-*';

/**
 * Answers a page that has just deleted everything and asks the browser to take
 * it off the disk as well: in Chromium deleted databases and caches stay there
 * until then (measured, hardening notes 0.2). Only an answer from the network
 * does it, so no worker may make or keep it.
 */
export const wipePath = '/wipe';

export const clearingHeaders = { 'Clear-Site-Data': '"cache", "cookies", "storage"', 'Cache-Control': 'no-store' };

/** The file has no ending, so a host cannot know that it is not a download. */
const plainText = { 'Content-Type': 'text/plain; charset=utf-8' };

export const wipeAnswer = 'ok\n';

/**
 * Only our own page may have things deleted: a link in a message, or an image
 * on another site, would otherwise delete somebody's notes. Browsers say who
 * asks in these two headers and no page can change them; Safari before 16.4
 * says nothing, and is let through.
 */
export const wipeAskers = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' } as const;

export function matchesRule(rule: HeaderRule, path: string): boolean {
  return rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
}

/**
 * The headers of one path. A path no narrower rule speaks of (an icon, a file
 * added later) is asked for again each time: stale is worse than slow here.
 * Where one rule can speak for all others, it has the policy of documents.
 */
export function headersFor(
  path: string,
  options: HeaderOptions & { readonly languages?: readonly string[] },
): Record<string, string> {
  const matching = headerRules(options, options.languages ?? []).filter((rule) => matchesRule(rule, path));
  const unnamed = { 'Content-Security-Policy': contentSecurityPolicy(options), ...alwaysAsk };
  return Object.assign({ ...unnamed }, ...matching.map((rule) => rule.headers)) as Record<string, string>;
}
