/**
 * Which files of the copy come second. The first install brings what someone
 * needs in danger, in every language; the rest follows once that is whole.
 * Worked out from the build's own list of what loads what, so that a new script
 * cannot be forgotten: whatever only a second screen loads comes second.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestTransform } from 'workbox-build';
import type { RouteId } from '../src/content/routes.ts';

/** Screens nobody needs in the first minute without a network. */
export const secondScreens: readonly RouteId[] = ['plan', 'ask', 'ways', 'friends', 'request', 'about', 'sources'];

/** Words that only those screens use. */
const secondWords: readonly string[] = ['plan', 'ask', 'request', 'about'];

/** Not a screen: makes the room for notes at a quiet moment, and is at hand by then. */
const secondScripts: readonly string[] = ['app/vault-start.ts'];

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

type Chunks = Readonly<Record<string, Chunk>>;

function isSecond(key: string): boolean {
  const screen = /^app\/routes\/([\w-]+)\.tsx$/.exec(key)?.[1];
  const words = /^\.\.\/locales\/[\w-]+\/([\w-]+)\.json$/.exec(key)?.[1];
  return secondScreens.some((one) => one === screen) || (words !== undefined && secondWords.includes(words)) || secondScripts.includes(key);
}

/**
 * What the browser is told to fetch beside a script, before that asks for it.
 * For second screens nothing: the list of their parts would stand in the script
 * of the emergency page, and costs more there than it saves them.
 */
export function partsToPreload(file: string, parts: string[]): string[] {
  const names = [...secondScreens, 'vault-start'];
  return names.some((name) => file.startsWith(`assets/${name}-`)) ? [] : parts;
}

/** Every script that can be reached from the pages without going through a second screen. */
function firstScripts(chunks: Chunks): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (key: string): void => {
    const chunk = chunks[key];
    if (!chunk || reached.has(chunk.file) || isSecond(key)) return;
    reached.add(chunk.file);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next);
  };
  for (const key of Object.keys(chunks).filter((one) => one.endsWith('.html'))) visit(key);
  return reached;
}

const read = (dist: string, file: string): unknown => JSON.parse(readFileSync(join(dist, file), 'utf8'));

/** Tells whether a file of the build, as the worker's list names it, comes second. */
export function secondStage(dist: string): (file: string) => boolean {
  const first = firstScripts(read(dist, '.vite/manifest.json') as Chunks);
  const pages = (read(dist, 'pages.json') as { path: string; route: RouteId }[])
    .filter(({ route }) => secondScreens.includes(route))
    .map(({ path }) => `kept${path}index.html`);
  return (file) => pages.includes(file) || (/^assets\/.*\.js$/.test(file) && !first.has(file));
}

/** Marks those entries of the worker's list. */
export function markSecond(dist: string): ManifestTransform {
  return (entries) => {
    const comesSecond = secondStage(dist);
    return { manifest: entries.map((entry) => (comesSecond(entry.url) ? { ...entry, second: 1 } : entry)), warnings: [] };
  };
}
