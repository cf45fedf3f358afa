import { choicesWorkerPath, clearingHeaders, headerRules, headersFor, mediaWorkerPath, storeWorkerPath, wipeAnswer, wipeAskers, wipePath } from './policy.ts';

type SiteShape = {
  readonly styleHashes: readonly string[];
  /** First folders of the site; each has its own "not here" page. */
  readonly languages: readonly string[];
};

const notice = 'Written by the build from src/hosting/policy.ts. Change it there.';

/** The `_headers` file that Netlify and Cloudflare Pages read. */
export function toHeadersFile({ styleHashes, languages }: SiteShape): string {
  const rules = headerRules({ styleHashes, transport: 'https' }, languages);
  const blocks = rules.map(({ path, headers }) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return `# ${notice}\n${blocks.join('\n')}\n`;
}

/**
 * What goes inside a `server { }` block of nginx. Caching and the content
 * security policy travel in variables because an `add_header` inside a
 * `location` would silently drop every header set outside it; a variable is
 * also reset when nginx goes to a "not here" page, so a missing asset is never
 * cached for a year.
 */
export function toNginx({ styleHashes, languages }: SiteShape): string {
  const https = { styleHashes, languages, transport: 'https' } as const;
  const { 'Cache-Control': documentCaching, 'Content-Security-Policy': documentPolicy, ...everywhere } = headersFor('/', https);
  const assetCaching = headersFor('/assets/x', https)['Cache-Control'];
  const workers = [storeWorkerPath, choicesWorkerPath, mediaWorkerPath].flatMap((path) => [
    `location ^~ ${path.slice(0, -1)} {`,
    `  set $caching "${assetCaching}";`,
    `  set $policy "${headersFor(path, https)['Content-Security-Policy']}";`,
    '  try_files $uri =404;',
    '}',
  ]);
  const wipeGuards = Object.entries(wipeAskers).flatMap(([name, value]) => [
    `  if ($http_${name.replaceAll('-', '_')} !~ "^(${value})?$") {`,
    '    return 404;',
    '  }',
  ]);
  const addHeaders = Object.entries(everywhere).map(
    ([name, value]) => `add_header ${name} "${value}" always;`,
  );
  const languageFolders = languages.flatMap((language) => [
    `location ^~ /${language}/ {`,
    `  error_page 404 /${language}/404.html;`,
    '  try_files $uri $uri/index.html =404;',
    '}',
  ]);
  return [
    `# ${notice}`,
    '# Include this inside a server { } block that has its own listen, server_name,',
    '# certificate and root (the dist folder). It expects https: plain http should',
    '# only send people on to https. Turn access_log off unless you must keep it.',
    'charset utf-8;',
    'index index.html;',
    'server_tokens off;',
    'etag on;',
    '',
    'gzip on;',
    'gzip_vary on;',
    'gzip_proxied any;',
    'gzip_comp_level 6;',
    'gzip_min_length 256;',
    'gzip_types text/css text/plain text/javascript application/javascript application/json application/manifest+json image/svg+xml;',
    '',
    `set $caching "${documentCaching}";`,
    'add_header Cache-Control $caching always;',
    `set $policy "${documentPolicy}";`,
    'add_header Content-Security-Policy $policy always;',
    ...addHeaders,
    // A header whose variable is empty is not sent.
    `set $clearing "";`,
    'add_header Clear-Site-Data $clearing always;',
    '',
    'error_page 404 /404.html;',
    'location / {',
    '  try_files $uri $uri/index.html =404;',
    '}',
    ...languageFolders,
    'location ^~ /assets/ {',
    `  set $caching "${assetCaching}";`,
    '  try_files $uri =404;',
    '}',
    ...workers,
    `location = ${wipePath} {`,
    ...wipeGuards,
    `  set $caching "${clearingHeaders['Cache-Control']}";`,
    `  set $clearing '${clearingHeaders['Clear-Site-Data']}';`,
    '  default_type text/plain;',
    `  return 200 "${wipeAnswer.trim()}";`,
    '}',
    'location = /manifest.webmanifest {',
    '  types { }',
    '  default_type application/manifest+json;',
    '}',
    'location = /_headers {',
    '  return 404;',
    '}',
    '',
  ].join('\n');
}
