/**
 * The rules every word on the screen keeps, in every language. They run at the
 * start of a build, which lists every fault and stops, and again in
 * tests/locales, where each rule is also shown a text that must fail.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { languages, sourceLanguage } from '../src/i18n/languages.ts';
import { faultsInText, placeholdersIn, saysTheSame } from './text-rules.ts';

const defaultDir = fileURLToPath(new URL('../locales', import.meta.url));

/** Key by its full path, 'hours.openUntil', to what is said. */
export type Words = ReadonlyMap<string, string>;

interface Namespace {
  readonly words: Words;
  readonly faults: readonly string[];
}

function flatten(value: unknown, path: string, into: Map<string, string>, faults: string[]): void {
  if (typeof value === 'string') {
    into.set(path, value);
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push(`${path}: is not a text`);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (/[.:]/.test(key)) {
      faults.push(`${path}: the key "${key}" has a dot or a colon in it, which i18next reads as a path`);
    }
    flatten(inner, path === '' ? key : `${path}.${key}`, into, faults);
  }
}

/** One file's words by key. A file that cannot be read is a fault, not a crash. */
export function readWords(file: string): Namespace {
  const words = new Map<string, string>();
  const faults: string[] = [];
  try {
    flatten(JSON.parse(readFileSync(file, 'utf8')), '', words, faults);
  } catch (error) {
    faults.push(`cannot be read (${String(error)})`);
  }
  return { words, faults };
}

const pluralTail = /_(zero|one|two|few|many|other)$/;

/** The keys that carry a count: 'results.count' for 'results.count_other'. */
function countedKeys(words: Words): ReadonlySet<string> {
  return new Set([...words.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(pluralTail, '')));
}

/** The keys a language needs for these English ones: one for each of its own plural forms. */
export function keysWanted(english: Words, lang: string): ReadonlySet<string> {
  const counted = countedKeys(english);
  const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  return new Set(
    [...english.keys()].flatMap((key) => {
      const base = key.replace(pluralTail, '');
      return counted.has(base) && pluralTail.test(key) ? forms.map((form) => `${base}_${form}`) : [key];
    }),
  );
}

/** The English text a key is held to: its own, or that of the plural form English has. */
function originalOf(english: Words, key: string): string | undefined {
  return english.get(key) ?? english.get(key.replace(pluralTail, '_other'));
}

function faultsAgainstEnglish(english: Words, words: Words, lang: string): string[] {
  const wanted = keysWanted(english, lang);
  const faults: string[] = [];
  for (const key of wanted) {
    if (!words.has(key)) {
      faults.push(`${key}: missing`);
    }
  }
  for (const [key, text] of words) {
    if (!wanted.has(key)) {
      faults.push(`${key}: not a key of English, or a plural form this language does not have`);
      continue;
    }
    const original = originalOf(english, key) ?? '';
    const [has, needs] = [placeholdersIn(text).join(', '), placeholdersIn(original).join(', ')];
    if (has !== needs) {
      faults.push(`${key}: placeholders are {${has}}, English has {${needs}}`);
    }
    if (lang !== sourceLanguage && saysTheSame(text, original, lang)) {
      faults.push(`${key}: not translated ("${text}")`);
    }
  }
  return faults;
}

function jsonIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).sort() : [];
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

/** Every fault of the words in a folder of languages, as '<lang>/<file>: <key>: <what>'. Empty: none. */
export function localeFaults(localesDir: string): string[] {
  const sourceFiles = jsonIn(join(localesDir, sourceLanguage));
  const english = new Map(sourceFiles.map((name) => [name, readWords(join(localesDir, sourceLanguage, name)).words]));
  const known = new Set<string>(languages.map(({ code }) => code));
  const faults = foldersIn(localesDir).filter((name) => !known.has(name)).map((name) => `${name}: is not in src/i18n/languages.ts`);
  if (sourceFiles.length === 0) {
    faults.push(`${sourceLanguage}: has no words at all`);
  }
  for (const { code } of languages) {
    const files = jsonIn(join(localesDir, code));
    for (const name of new Set([...sourceFiles, ...files])) {
      const source = english.get(name);
      const say = (fault: string): void => void faults.push(`${code}/${name}: ${fault}`);
      if (!files.includes(name)) {
        say('missing');
        continue;
      }
      if (source === undefined) {
        say('is not a file of English');
        continue;
      }
      const read = readWords(join(localesDir, code, name));
      read.faults.forEach(say);
      faultsAgainstEnglish(source, read.words, code).forEach(say);
      for (const [key, text] of read.words) {
        faultsInText(text, code).forEach((fault) => say(`${key}: ${fault}`));
      }
    }
  }
  return faults;
}

/** Stops a build whose words break a rule, and lists every break. The dev server goes on: a translation grows there. */
export function localesPlugin(localesDir: string = defaultDir): Plugin {
  return {
    name: 'oast-locales',
    apply: 'build',
    buildStart() {
      const faults = localeFaults(localesDir);
      if (faults.length > 0) {
        this.error(`${faults.length} faults in locales:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
      }
    },
  };
}
