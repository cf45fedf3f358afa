import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brand } from '#content/brand';
import { defaultExit } from '#content/exits';
import { languageOf, type LanguageCode } from '#i18n/languages';
import { dist, listPages } from '../helpers/server.ts';
import { builtFiles, builtPages, expectedPages, lostPages, readBuilt } from './built.ts';

const pages = builtPages();
const all = [...pages, ...lostPages()];
const withExit = all.filter(({ route }) => route !== 'clock');
const clocks = all.filter(({ route }) => route === 'clock');

describe('the list of pages', () => {
  it('names every route in every language, and nothing else', () => {
    const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
    expect(listPages().sort(byPath)).toEqual(expectedPages().sort(byPath));
  });

  it('has a file for each page, and each file is on it', () => {
    const listed = all.map(({ path }) => (path.endsWith('/') ? `${path}index.html` : path).slice(1)).sort();
    expect(builtFiles().filter((file) => file.endsWith('.html') && !file.startsWith('kept/'))).toEqual(listed);
  });

  it('has the files that tell hosts about headers beside it', () => {
    expect(existsSync(join(dist, '_headers'))).toBe(true);
    expect(existsSync(join(dirname(dist), 'dist-hosting', 'nginx.conf'))).toBe(true);
  });
});

describe.each(all)('the file of $path', ({ lang, route, html, document: page }) => {
  it('says its language and direction, and one heading', () => {
    expect([page.documentElement.lang, page.documentElement.dir]).toEqual([lang, languageOf(lang as LanguageCode).dir]);
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelectorAll('main')).toHaveLength(1);
  });

  it('carries one stylesheet, whose hash the header allows', () => {
    const sheets = page.querySelectorAll('style');
    expect(sheets).toHaveLength(1);
    const hash = `'sha256-${createHash('sha256').update(sheets[0]?.textContent ?? '').digest('base64')}'`;
    expect(readBuilt('_headers')).toContain(hash);
    expect(readFileSync(join(dirname(dist), 'dist-hosting', 'nginx.conf'), 'utf8')).toContain(hash);
    expect(page.querySelectorAll('link[rel~="stylesheet"], [style]')).toHaveLength(0);
  });

  it('has no script of its own: one file, loaded after the text', () => {
    const scripts = [...page.querySelectorAll('script')];
    expect(scripts.map((one) => [one.type, one.textContent, /^\/assets\/[\w-]+\.js$/.test(one.getAttribute('src') ?? '')])).toEqual([['module', '', true]]);
    const handlers = [...page.querySelectorAll('*')].flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on')));
    expect(handlers).toEqual([]);
    expect(html).not.toMatch(/javascript:/i);
  });

  it('tells the browser nothing about what it is for', () => {
    const names = [...page.querySelectorAll('meta')].map((one) => one.getAttribute('name') ?? one.getAttribute('property') ?? 'charset');
    const allowed = ['charset', 'viewport', 'color-scheme', 'theme-color', 'referrer', 'format-detection', 'robots'];
    expect(names.filter((name) => !allowed.includes(name))).toEqual([]);
    expect(page.querySelector('meta[name="referrer"]')?.getAttribute('content')).toBe('no-referrer');
    const rels = [...page.querySelectorAll('head link')].flatMap((one) => one.getAttribute('rel')?.split(' ') ?? []);
    expect(rels.filter((rel) => !['icon', 'apple-touch-icon', 'manifest', 'modulepreload'].includes(rel))).toEqual([]);
    if (route !== 'clock') expect(page.title).toBe(brand.name);
  });
});

describe.each(withExit)('leaving from $path', ({ document: page, html }) => {
  it('is the first thing in the page, and a real link', () => {
    const exit = page.body.firstElementChild?.firstElementChild;
    expect(page.body.firstElementChild?.localName).toBe('nav');
    expect(exit?.localName).toBe('a');
    expect(exit?.hasAttribute('data-exit')).toBe(true);
    expect(exit?.getAttribute('href')).toBe(defaultExit.url);
    expect(new URL(defaultExit.url).protocol).toBe('https:');
    expect(exit?.getAttribute('rel')?.split(' ')).toContain('noreferrer');
    expect(exit?.hasAttribute('target')).toBe(false);
    expect(exit?.textContent.trim()).not.toBe('');
    expect(page.querySelectorAll('[data-exit]')).toHaveLength(1);
  });

  it('comes first for the keyboard, then the way past the header', () => {
    expect(page.querySelectorAll('[tabindex]:not([tabindex="-1"]), [autofocus]')).toHaveLength(0);
    const skip = [...page.body.querySelectorAll('a, button, input, summary')][1];
    expect(skip?.getAttribute('href')).toBe('#main');
    expect(page.getElementById('main')).not.toBeNull();
    expect(page.getElementById('app')?.contains(page.body.firstElementChild)).toBe(false);
  });

  it('works before anything else of the page has arrived', () => {
    expect(html.indexOf('data-exit')).toBeLessThan(html.indexOf('<div id="app">'));
    expect(html.slice(0, html.indexOf('data-exit'))).not.toMatch(/<script(?![^>]*type="module")/);
  });
});

describe.each(clocks)('the neutral page $path', ({ document: page, html }) => {
  it('has no way back and no word of ours', () => {
    expect(page.querySelectorAll('a, form[action], base, [data-exit], link[rel="manifest"], link[rel="apple-touch-icon"]')).toHaveLength(0);
    expect([...page.querySelectorAll('link')].map((one) => one.getAttribute('href'))).toEqual(['/icons/clock.svg']);
    expect(html).not.toMatch(new RegExp(`\\b${brand.name}\\b|abuse|violence|police|999|help|safe(?!-area)|theme-color`, 'i'));
  });

  it('runs a script that knows nothing of the rest either', () => {
    const entry = page.querySelector('script')?.getAttribute('src') ?? '';
    const script = readBuilt(entry);
    expect(script).not.toMatch(new RegExp(`\\b${brand.name}\\b|abuse|violence|police|/now|data-exit`, 'i'));
    expect(script).not.toMatch(/\bfrom\s*["']|\bimport\s*["'(]/);
  });
});

describe('what is installed', () => {
  const manifests = builtFiles().filter((file) => file.endsWith('.webmanifest'));

  it.each(manifests)('says nothing in %s', (file) => {
    const manifest = JSON.parse(readBuilt(file)) as Record<string, unknown>;
    const telling = /abuse|violence|domestic|victim|survivor|help|safe|support|police|danger|emergency|refuge|exit|kent/i;
    expect(manifest['name']).toBe(manifest['short_name']);
    expect(manifest['name']).not.toBe('');
    expect(JSON.stringify(manifest)).not.toMatch(telling);
    for (const extra of ['shortcuts', 'screenshots', 'categories', 'share_target', 'related_applications']) expect(manifest).not.toHaveProperty(extra);
    const icons = manifest['icons'] as { src: string; purpose?: string }[];
    for (const icon of icons) expect(existsSync(join(dist, icon.src)), icon.src).toBe(true);
    expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  });

  it('has a manifest for every page to name, all there', () => {
    expect(manifests.length).toBeGreaterThan(0);
    const named = withExit.flatMap(({ document: page }) => [...page.querySelectorAll('link[rel="manifest"]')].map((one) => one.getAttribute('href')?.slice(1) ?? ''));
    expect(named).toHaveLength(withExit.length);
    expect(named.filter((file) => !manifests.includes(file))).toEqual([]);
  });

  it('has file names that say nothing', () => {
    const telling = /abuse|violence|victim|survivor|police|refuge|danger|help|exit/i;
    expect(builtFiles().filter((file) => telling.test(file))).toEqual([]);
  });
});
