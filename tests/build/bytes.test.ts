import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measure, savedFiles } from '../../tools/budget.ts';
import { secondScreens, secondStage } from '../../tools/copy-stages.ts';
import { isKeptOnUse } from '../../src/sw/addresses.ts';
import { keptPath, keptSheetPath, sheetOf, withSheet } from '../../src/sw/kept-pages.ts';
import { dist, listPages } from '../helpers/server.ts';

const saved = new Set(savedFiles(readFileSync(join(dist, 'sw.js'), 'utf8')));
const fileOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path).slice(1);

describe('the first visit', () => {
  it.each(measure(dist).map((one) => ({ ...one })))('stays within its bytes: $name', ({ bytes, budget }) => {
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(budget);
  });

  it('is measured for every page, the shell, the emergency page, the first install and the whole copy', () => {
    const names = measure(dist).map(({ name }) => name);
    for (const { path } of listPages()) expect(names).toContain(`first response ${fileOf(path)}`);
    expect(names.filter((name) => !name.startsWith('first response'))).toHaveLength(4);
  });
});

describe('the copy kept for use offline', () => {
  it('has every page of every language, and the pages that say "not here"', () => {
    // The English first page is kept once, for `/` and `/en/`.
    const pages = listPages().map(({ path }) => (path === '/' ? '/en/' : path));
    const lost = ['en', 'pl', 'ur'].map((lang) => `/${lang}/404.html`);
    expect([...pages, ...lost].map((path) => keptPath(`/${fileOf(path)}`).slice(1)).filter((file) => !saved.has(file))).toEqual([]);
    expect(['index', 'clock'].map((name) => keptSheetPath(name).slice(1)).filter((file) => !saved.has(file))).toEqual([]);
  });

  it('keeps each page as it was built but for its stylesheet, which is put back letter for letter', () => {
    for (const { path } of listPages().filter((page) => page.path !== '/')) {
      const kept = readFileSync(join(dist, keptPath(`/${fileOf(path)}`)), 'utf8');
      const sheet = readFileSync(join(dist, keptSheetPath(sheetOf(kept) ?? '')), 'utf8');
      expect(withSheet(kept, sheet), path).toBe(readFileSync(join(dist, fileOf(path)), 'utf8'));
    }
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
    const comesSecond = secondStage(dist);
    const second = [...saved].filter(comesSecond);
    const pages = listPages().filter(({ route }) => secondScreens.some((one) => one === route)).map(({ path }) => keptPath(`${path}index.html`).slice(1));
    expect(second.filter((file) => !file.startsWith('assets/')).sort()).toEqual(pages.sort());
    expect(second.filter((file) => /\/(?:index|main|now|find|home|frame|terms|rehearsal|services|emergency|clock)-/.test(file))).toEqual([]);
    for (const name of ['plan', 'ask', 'about', 'store-worker', 'vault-start']) expect(second.filter((file) => file.startsWith(`assets/${name}-`)), name).not.toEqual([]);
  });

  it('has nothing that is not a page: no list of pages, no headers, no map', () => {
    expect([...saved].filter((file) => /pages\.json|_headers|\.map$|\.vite|^sw\.js$/.test(file))).toEqual([]);
  });
});
