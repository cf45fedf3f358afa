/**
 * Which part of the copy a file belongs to. The first install brings what
 * someone needs in danger, in every language; the rest follows once that is
 * whole, in the languages the device is used in. Worked out from the build's own
 * lists, so that nothing can be forgotten: whatever only a second screen loads
 * comes second, and what is of one language is told by where it was made from.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestTransform } from 'workbox-build';
import { always, englishToo, screenWords, type ScreenId } from '../src/app/screen-words.ts';
import { guideRoutes, type RouteId } from '../src/content/routes.ts';
import { sourceLanguage } from '../src/i18n/languages.ts';

/** `first`: with the install. `common`: after it, for every reader. Otherwise a language: after it, for those who read in it. */
export type CopyPart = string;

/** Screens nobody needs in the first minute without a network. */
export const secondScreens: readonly ScreenId[] = ['plan', 'ask', 'ways', 'friends', 'request', 'read', ...guideRoutes, 'about', 'sources'];

const comesSecond = (route: RouteId): boolean => secondScreens.some((one) => one === route);

const wordsOf = (screens: readonly ScreenId[]): readonly string[] => screens.flatMap((screen) => screenWords[screen]);
const firstWords: readonly string[] = [...always, ...wordsOf((Object.keys(screenWords) as ScreenId[]).filter((screen) => !comesSecond(screen)))];

/** Words that only those screens use. */
const secondWords = wordsOf(secondScreens).filter((name) => !firstWords.includes(name));

/** Not a screen: makes the room for notes at a quiet moment, and is at hand by then. */
const secondScripts: readonly string[] = ['app/vault-start.ts'];

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

type Chunks = Readonly<Record<string, Chunk>>;

interface Words {
  readonly lang: string;
  readonly name: string;
}

/** The language and the name of words, from where they were made; null for anything else. */
function wordsAt(key: string): Words | null {
  const [, lang, name] = /^\.\.\/locales\/([\w-]+)\/([\w-]+)\.json$/.exec(key) ?? [];
  return lang === undefined || name === undefined ? null : { lang, name };
}

function isSecond(key: string): boolean {
  const screen = /^app\/routes\/([\w-]+)\.tsx$/.exec(key)?.[1];
  const words = wordsAt(key);
  return secondScreens.some((one) => one === screen) || (words !== null && secondWords.includes(words.name)) || secondScripts.includes(key);
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

/** The English that other languages show too is everybody's: who reads Urdu may never have opened an English page. */
function partOfWords({ lang, name }: Words): CopyPart {
  return lang === sourceLanguage && englishToo.some((one) => one === name) ? 'common' : lang;
}

/** Tells which part a file of the build belongs to, by its name in the worker's list. */
export function copyParts(dist: string): (file: string) => CopyPart {
  const chunks = read(dist, '.vite/manifest.json') as Chunks;
  const first = firstScripts(chunks);
  const parts = new Map<string, CopyPart>();
  for (const [key, { file }] of Object.entries(chunks)) {
    const words = wordsAt(key);
    if (words && !first.has(file)) parts.set(file, partOfWords(words));
  }
  for (const { lang, path, route } of read(dist, 'pages.json') as { lang: string; path: string; route: RouteId }[]) {
    if (comesSecond(route)) parts.set(`kept${path}index.html`, lang);
  }
  return (file) => parts.get(file) ?? (/^assets\/.*\.js$/.test(file) && !first.has(file) ? 'common' : 'first');
}

/** Marks the entries of the worker's list that come second: shortly, because the list is sent. */
export function markSecond(dist: string): ManifestTransform {
  return (entries) => {
    const partOf = copyParts(dist);
    const marked = entries.map((entry) => {
      const part = partOf(entry.url);
      return part === 'first' ? entry : { ...entry, second: part === 'common' ? 1 : part };
    });
    return { manifest: marked, warnings: [] };
  };
}
