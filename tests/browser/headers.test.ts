import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waitReady } from '../helpers/browser.ts';
import { dist, isOneOfAKind, listPages } from '../helpers/server.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();
const pages = listPages();

function builtPages(): { path: string; html: string }[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html') && !path.startsWith('kept/'))
    .map((path) => ({ path, html: readFileSync(join(dist, path), 'utf8') }));
}

function firstAsset(): string {
  const name = readdirSync(join(dist, 'assets')).find((one) => one.endsWith('.js'));
  if (!name) throw new Error('The build has no script');
  return `/assets/${name}`;
}

describe('the headers of the built site', () => {
  it.each([
    ['a page', '/en/now/', 200],
    ['a page without its last slash', '/ur/find', 200],
    ['the home page', '/', 200],
    ['an unknown page', '/pl/nothing-here', 404],
    ['the worker', '/sw.js', 200],
    ['the manifest', '/manifest.webmanifest', 200],
  ])('are strict for %s and let nothing be kept without asking', async (_, path, status) => {
    const answer = await fetch(site.server.url + path);
    expect(answer.status).toBe(status);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types app");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('let scripts named by their hash be kept for a year', async () => {
    const answer = await fetch(site.server.url + firstAsset());
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('allow exactly the stylesheets that are in the pages', () => {
    const hashes = new Set(builtPages().flatMap(({ html }) =>
      [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) =>
        `sha256-${createHash('sha256').update(text).digest('base64')}`),
    ));
    const written = readFileSync(join(dist, '_headers'), 'utf8');
    const allowed = new Set([...written.matchAll(/'(sha256-[^']+)'/g)].map(([, hash]) => hash));
    expect(hashes.size).toBeGreaterThan(0);
    expect([...allowed].sort()).toEqual([...hashes].sort());
  });

  it('are never asked to allow an inline script, handler or style attribute', () => {
    const bad = builtPages().filter(({ html }) =>
      /<script(?![^>]*\ssrc=)[^>]*>|<[^>]+\s(?:on[a-z]+|style)=/i.test(html));
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  it('are written to the file for hosts and to the nginx settings alike', () => {
    const conf = readFileSync(join(dist, '..', 'dist-hosting', 'nginx.conf'), 'utf8');
    const written = readFileSync(join(dist, '_headers'), 'utf8');
    const policy = /Content-Security-Policy: (.+)/.exec(written)?.[1] ?? 'none written';
    expect(conf).toContain(`"${policy}"`);
    expect(conf).toContain('add_header Content-Security-Policy $policy always;');
    // Every folder that holds pages has the policy by name.
    for (const folder of new Set([...builtPages().map(({ path }) => path.split('/')[0] ?? ''), 'kept'].filter((name) => !name.endsWith('.html')))) {
      expect(written, folder).toContain(`/${folder}/*\n  Content-Security-Policy: ${policy}`);
    }
    expect(policy).toContain('upgrade-insecure-requests');
  });

  it('block nothing on a page of any kind in any language, in light and in dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visit = await site.browser.newVisit({ origin: site.server.url, colorScheme });
      for (const { path, route } of pages.filter(isOneOfAKind)) {
        await visit.page.goto(path);
        if (route !== 'clock') await waitReady(visit.page);
      }
      expect(visit.problems()).toEqual([]);
      await visit.close();
    }
  });

  it('block nothing on any page with JavaScript off', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url, javaScriptEnabled: false });
    for (const { path } of pages) await visit.page.goto(path);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});
