import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measure, savedFiles } from '../../tools/budget.ts';
import { copyParts, secondScreens } from '../../tools/copy-stages.ts';
import { englishToo, screenWords } from '../../src/app/screen-words.ts';
import { languages } from '../../src/i18n/languages.ts';
import { isKeptOnUse } from '../../src/sw/addresses.ts';
import { keptFramePath, keptPath, keptSheetPath, needsFrame, sheetOf, withFrame, withSheet } from '../../src/sw/kept-pages.ts';
import { dist, listPages } from '../helpers/server.ts';

const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
const saved = new Set(savedFiles(worker));
const partOf = copyParts(dist);
const offered = languages.map(({ code }): string => code);
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, { file: string }>;
const sourceOf = new Map(Object.entries(manifest).map(([source, { file }]) => [file, source]));
const fileOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path).slice(1);

describe('the first visit', () => {
  it.each(measure(dist).map((one) => ({ ...one })))('stays within its bytes: $name', ({ bytes, budget }) => {
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(budget);
  });

  it('is measured for every page, the shell, the emergency page, the first install, the copy of one reader and a further language', () => {
    const names = measure(dist).map(({ name }) => name);
    for (const { path } of listPages()) expect(names).toContain(`first response ${fileOf(path)}`);
    expect(names.filter((name) => !name.startsWith('first response'))).toHaveLength(5);
  });
});

describe('the copy kept for use offline', () => {
  it('has every page of every language, and the pages that say "not here"', () => {
    // The English first page is kept once, for `/` and `/en/`.
    const pages = listPages().map(({ path }) => (path === '/' ? '/en/' : path));
    const lost = offered.map((lang) => `/${lang}/404.html`);
    expect([...pages, ...lost].map((path) => keptPath(`/${fileOf(path)}`).slice(1)).filter((file) => !saved.has(file))).toEqual([]);
    expect([...['index', 'clock'].map(keptSheetPath), ...offered.map(keptFramePath)].filter((file) => !saved.has(file.slice(1)))).toEqual([]);
  });

  it('keeps each page as it was built but for its frame and its stylesheet, which are put back letter for letter', () => {
    const lost = offered.map((lang) => ({ lang, path: `/${lang}/404.html`, route: 'lost' }));
    let framed = 0;
    for (const { lang, path } of [...listPages().filter((page) => page.path !== '/'), ...lost]) {
      const light = readFileSync(join(dist, keptPath(`/${fileOf(path)}`)), 'utf8');
      const kept = needsFrame(light) ? withFrame(light, readFileSync(join(dist, keptFramePath(lang)), 'utf8')) : light;
      framed += Number(kept !== light);
      const sheet = readFileSync(join(dist, keptSheetPath(sheetOf(kept) ?? '')), 'utf8');
      expect(withSheet(kept, sheet), path).toBe(readFileSync(join(dist, fileOf(path)), 'utf8'));
    }
    // Whole are kept: the clock, which is a page of another kind; "not here", which carries its own policy; and the page of this device, which names its pictures first.
    expect(framed).toBe(listPages().filter(({ path, route }) => path !== '/' && route !== 'clock' && route !== 'device').length);
  });

  it('leaves out the database, which only browsers without files ask for', () => {
    expect([...saved].filter((file) => file.includes('dexie'))).toEqual([]);
    expect(readdirSync(join(dist, 'assets')).filter((name) => isKeptOnUse(new URL(`https://site.example/assets/${name}`)))).toHaveLength(1);
  });

  it('has every other script, every icon a page names, and the manifest', () => {
    const scripts = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`).filter((file) => !isKeptOnUse(new URL(file, 'https://site.example')));
    expect(scripts.length).toBeGreaterThan(10);
    const named = listPages().flatMap(({ path }) => [...readFileSync(join(dist, fileOf(path)), 'utf8').matchAll(/<link rel="(?:icon|manifest)" href="\/([^"]+)"/g)].map(([, file = '']) => file));
    expect(named.length).toBeGreaterThanOrEqual(listPages().length);
    expect([...scripts, ...named].filter((file) => !saved.has(file))).toEqual([]);
  });

  it('brings first what is needed in danger, in every language, and second only what a few screens use', () => {
    const second = [...saved].filter((file) => partOf(file) !== 'first');
    const pages = listPages().filter(({ route }) => secondScreens.some((one) => one === route)).map(({ path }) => keptPath(`${path}index.html`).slice(1));
    expect(second.filter((file) => !file.startsWith('assets/')).sort()).toEqual(pages.sort());
    expect(second.filter((file) => /\/(?:index|main|now|find|home|frame|terms|rehearsal|services|emergency|clock)-/.test(file))).toEqual([]);
    for (const name of ['plan', 'ask', 'about', 'store-worker', 'vault-start']) expect(second.filter((file) => file.startsWith(`assets/${name}-`)), name).not.toEqual([]);
  });

  it('has each file with what comes first, with what is common, or in one offered language, as the worker is told', () => {
    expect([...saved].map(partOf).filter((part) => !['first', 'common', ...offered].includes(part))).toEqual([]);
    const told = [...worker.matchAll(/\{[^{}]*"?url"?:\s*"[^"]+"[^{}]*\}/g)].map(([entry]) => [/"?url"?:\s*"([^"]+)"/.exec(entry)?.[1] ?? '', /"?second"?:\s*"?([\w-]+)"?/.exec(entry)?.[1]] as const);
    expect(new Set(told.map(([url]) => url))).toEqual(saved);
    const meant: Readonly<Record<string, string | undefined>> = { first: undefined, common: '1' };
    expect(told.filter(([url, second]) => second !== (partOf(url) in meant ? meant[partOf(url)] : partOf(url)))).toEqual([]);
  });

  it('has in the part of a language its pages and its words and nothing of another', () => {
    for (const lang of offered) {
      const part = [...saved].filter((file) => partOf(file) === lang);
      const pages = listPages().filter((page) => page.lang === lang && secondScreens.some((one) => one === page.route)).map(({ path }) => keptPath(`${path}index.html`).slice(1));
      const words = part.filter((file) => file.startsWith('assets/'));
      expect(part.filter((file) => !words.includes(file)).sort(), lang).toEqual(pages.sort());
      expect(words.map((file) => sourceOf.get(file)).filter((source) => !source?.startsWith(`../locales/${lang}/`)), lang).toEqual([]);
      expect(words.length, lang).toBeGreaterThan(1);
    }
  });

  it('has for every reader the English that a screen shows in every language', () => {
    const shown = secondScreens.flatMap((screen) => screenWords[screen]).filter((name) => englishToo.includes(name));
    expect(new Set(shown)).toEqual(new Set(['ask', 'request', 'steps']));
    expect(shown.map((name) => partOf(manifest[`../locales/en/${name}.json`]?.file ?? ''))).toEqual(shown.map(() => 'common'));
  });

  it('has nothing that is not a page: no list of pages, no headers, no map', () => {
    expect([...saved].filter((file) => /pages\.json|_headers|\.map$|\.vite|^sw\.js$/.test(file))).toEqual([]);
  });
});
