import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toHeadersFile, toNginx } from './host-files.ts';
import { wipeAnswer, wipePath } from './policy.ts';

/** The folders of `dist` that have their own "not here" page: the languages. */
export function languagesIn(dist: string): string[] {
  return readdirSync(dist, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dist, entry.name, '404.html')))
    .map((entry) => entry.name)
    .sort();
}

export function hostingFolderOf(dist: string): string {
  return join(dirname(dist), 'dist-hosting');
}

/**
 * Writes `_headers` and the answer to a wipe into `dist`, and `nginx.conf` and `headers.json` into
 * `dist-hosting` beside it. Call it when the pages are on disk (closeBundle),
 * or pass `languages`.
 */
export function writeHostFiles(site: {
  readonly dist: string;
  readonly styleHashes: readonly string[];
  readonly languages?: readonly string[];
}): void {
  const { dist, styleHashes } = site;
  const languages = site.languages ?? languagesIn(dist);
  const hosting = hostingFolderOf(dist);
  mkdirSync(dist, { recursive: true });
  mkdirSync(hosting, { recursive: true });
  writeFileSync(join(dist, '_headers'), toHeadersFile({ styleHashes, languages }));
  writeFileSync(join(dist, wipePath), wipeAnswer);
  writeFileSync(join(hosting, 'nginx.conf'), toNginx({ styleHashes, languages }));
  writeFileSync(join(hosting, 'headers.json'), `${JSON.stringify({ styleHashes }, null, 2)}\n`);
}
