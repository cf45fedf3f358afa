/** The production build, its list of pages, and copies of it that stand for the next release. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer, type StaticServer } from '../../src/hosting/server.ts';
import { hostingFolderOf } from '../../src/hosting/write.ts';

export const dist = fileURLToPath(new URL('../../dist', import.meta.url));

export type ListedPage = { readonly lang: string; readonly path: string; readonly route: string };

/** Serves the production build on a free port. */
export function serveBuild(from = dist): Promise<StaticServer> {
  if (!existsSync(join(from, 'sw.js'))) {
    throw new Error('These tests look at the production build. Run "npm run build" first.');
  }
  return startServer({ dist: from, port: 0 });
}

export function listPages(): ListedPage[] {
  return JSON.parse(readFileSync(join(dist, 'pages.json'), 'utf8')) as ListedPage[];
}

/** The guides are one screen with other words: this one stands for all where a visit to each would be slow. */
export const guideForAll = 'read/moving';

/** A page for each kind there is: of the guides all in English, and in the other languages one. */
export function isOneOfAKind({ lang, route }: ListedPage): boolean {
  return !route.startsWith('read/') || route === guideForAll || lang === 'en';
}

/** Every language there are pages in, as built. */
export function listLanguages(): readonly string[] {
  return [...new Set(listPages().map(({ lang }) => lang))];
}

/** A copy of the build that a test may change, with its host files beside it. */
export function copyBuild(): { readonly dist: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  const copy = join(folder, 'dist');
  cpSync(dist, copy, { recursive: true });
  cpSync(hostingFolderOf(dist), hostingFolderOf(copy), { recursive: true });
  return { dist: copy, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function sha256(bytes: Buffer | string, encoding: 'base64' | 'hex'): string {
  return createHash('sha256').update(bytes).digest(encoding);
}

/** Writes a changed file and tells the worker's list of it, as a build would. */
export function changeFile(copy: string, path: string, change: (text: string) => string): void {
  const before = readFileSync(join(copy, path));
  const after = change(before.toString('utf8'));
  if (after === before.toString('utf8')) throw new Error(`Nothing changed in ${path}`);
  writeFileSync(join(copy, path), after);
  const worker = join(copy, 'sw.js');
  const list = readFileSync(worker, 'utf8');
  const was = sha256(before, 'base64');
  if (!list.includes(was)) throw new Error(`sw.js does not list ${path} with its hash`);
  const now = sha256(after, 'base64');
  const entry = new RegExp(`\\{[^{}]*${was.replace(/[+/=]/g, '\\$&')}[^{}]*\\}`);
  writeFileSync(
    worker,
    list.replace(entry, (text) =>
      text.replace(was, now).replace(was.slice(0, 8), now.slice(0, 8)),
    ),
  );
}

/** Takes a script out of a copy and out of its list, as when a release has no more use for it. */
export function dropScript(copy: string, path: string): void {
  rmSync(join(copy, path));
  const worker = join(copy, 'sw.js');
  const list = readFileSync(worker, 'utf8');
  const entry = new RegExp(`\\{[^{}]*${path.replace(/[.]/g, '\\.')}[^{}]*\\},?`);
  if (!entry.test(list)) throw new Error(`sw.js does not list ${path}`);
  writeFileSync(worker, list.replace(entry, ''));
}
