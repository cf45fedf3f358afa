import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measure, savedFiles } from '../../tools/budget.ts';
import { dist, listPages } from '../helpers/server.ts';

const saved = new Set(savedFiles(readFileSync(join(dist, 'sw.js'), 'utf8')));
const fileOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path).slice(1);

describe('the first visit', () => {
  it.each(measure(dist).map((one) => ({ ...one })))('stays within its bytes: $name', ({ bytes, budget }) => {
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(budget);
  });

  it('is measured for every page, the shell, the emergency page and the saved copy', () => {
    const names = measure(dist).map(({ name }) => name);
    for (const { path } of listPages()) expect(names).toContain(`first response ${fileOf(path)}`);
    expect(names.filter((name) => !name.startsWith('first response'))).toHaveLength(3);
  });
});

describe('the copy kept for use offline', () => {
  it('has every page of every language, and the pages that say "not here"', () => {
    expect(listPages().map(({ path }) => fileOf(path)).filter((file) => !saved.has(file))).toEqual([]);
    expect(['404.html', 'en/404.html', 'pl/404.html', 'ur/404.html'].filter((file) => !saved.has(file))).toEqual([]);
  });

  it('has every script, every icon a page names, and the manifest', () => {
    const scripts = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
    expect(scripts.length).toBeGreaterThan(10);
    const named = listPages().flatMap(({ path }) => [...readFileSync(join(dist, fileOf(path)), 'utf8').matchAll(/<link rel="(?:icon|manifest)" href="\/([^"]+)"/g)].map(([, file = '']) => file));
    expect(named.length).toBeGreaterThanOrEqual(listPages().length);
    expect([...scripts, ...named].filter((file) => !saved.has(file))).toEqual([]);
  });

  it('has nothing that is not a page: no list of pages, no headers, no map', () => {
    expect([...saved].filter((file) => /pages\.json|_headers|\.map$|\.vite|^sw\.js$/.test(file))).toEqual([]);
  });
});
