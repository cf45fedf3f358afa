import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { launchBrowser, waitOffline, waitReady, type TestBrowser, type Visit } from '../helpers/browser.ts';
import { changeFile, copyBuild, dist, dropScript, serveBuild } from '../helpers/server.ts';

const changed = ['kept/en/now/index.html', 'kept/ur/now/index.html'];
/** The address of a kept file. */
const pageAt = (path: string): string => path.replace(/^kept/, '');
const mark = '<!-- next release -->';

/** The browser looks for a newer worker a second or more after a page has loaded. */
const soon = { timeout: 15_000, interval: 50 };

let server: StaticServer;
let browser: TestBrowser;
let visit: Visit;
const next = copyBuild();

/** A script the first page never loads: what another screen asks for later. */
function lateScript(): string {
  const late = (JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, { file: string }>)['app/routes/about.tsx'];
  if (!late) throw new Error('The build has no script of its own for the about screen');
  return late.file;
}

async function isNext(page: Page, path = '/en/now/'): Promise<boolean> {
  const answer = await page.goto(path, { waitUntil: 'domcontentloaded' });
  return ((await answer?.text()) ?? '').includes(mark);
}

async function workerState(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration?.waiting) return 'waiting';
    return registration?.installing ? 'installing' : 'settled';
  });
}

function requestsSince(start: number): string[] {
  return server.requests.slice(start).map(({ path }) => path.split('?')[0] ?? '');
}

const oldScript = lateScript();

beforeAll(async () => {
  for (const path of changed) changeFile(next.dist, path, (html) => html.replace('</body>', `${mark}</body>`));
  dropScript(next.dist, oldScript);
  browser = await launchBrowser();
});

beforeEach(async () => {
  server = await serveBuild();
  visit = await browser.newVisit({ origin: server.url });
  await visit.page.goto('/en/');
  await waitOffline(visit.page);
});

afterEach(async () => {
  await visit.close();
  await server.close();
});

afterAll(async () => {
  await browser?.close();
  next.remove();
});

describe('a new release', () => {
  it('waits, is offered in quiet words, and comes whole when it is wanted', async () => {
    const { page } = visit;
    server.swap(next.dist);
    await page.reload();
    await page.waitForSelector('[data-update="use"]');
    expect(await workerState(page)).toBe('waiting');
    const tab = await visit.context.newPage();
    for (const path of changed) expect(await isNext(tab, pageAt(path)), path).toBe(false);
    await tab.close();

    await Promise.all([page.waitForEvent('load'), page.click('[data-update="use"]')]);
    await waitReady(page);
    server.setMode('down');
    for (const path of changed) expect(await isNext(page, pageAt(path)), path).toBe(true);
    expect(visit.problems()).toEqual([]);
  });

  it('starts by itself once every tab has been closed', async () => {
    server.swap(next.dist);
    await visit.page.reload();
    await expect.poll(() => workerState(visit.page), soon).toBe('waiting');
    await visit.page.close();
    const page = await visit.context.newPage();
    await expect.poll(() => isNext(page), soon).toBe(true);
  });

  it('fetches only what has changed', async () => {
    const start = server.requests.length;
    server.swap(next.dist);
    await visit.page.reload();
    await expect.poll(() => workerState(visit.page), soon).toBe('waiting');
    const fetched = requestsSince(start).filter((path) => path !== '/sw.js');
    expect(fetched.sort()).toEqual(changed.map((path) => `/${path}`).sort());
  });

  it('leaves another open tab alone: no reload, and its own scripts still come', async () => {
    const other = await visit.context.newPage();
    await other.goto('/ur/');
    await waitReady(other);
    await other.evaluate(() => (document.documentElement.dataset['mark'] = 'writing'));
    server.swap(next.dist);
    await visit.page.reload();
    await visit.page.waitForSelector('[data-update="use"]');
    await Promise.all([visit.page.waitForEvent('load'), visit.page.click('[data-update="use"]')]);
    await waitReady(visit.page);

    expect(await other.getAttribute('html', 'data-mark')).toBe('writing');
    expect((await fetch(`${server.url}/${oldScript}`)).status).toBe(404);
    // Past the browser's own cache, which would hide a copy that is gone.
    const ask = async (path: string) => (await fetch(`/${path}`, { cache: 'no-store' })).status;
    expect(await other.evaluate(ask, oldScript)).toBe(200);
  });

  it('clears the old copy away when a page is opened and no other is open', async () => {
    server.swap(next.dist);
    await visit.page.reload();
    await visit.page.waitForSelector('[data-update="use"]');
    await Promise.all([visit.page.waitForEvent('load'), visit.page.click('[data-update="use"]')]);
    await waitReady(visit.page);
    await visit.page.close();
    const page = await visit.context.newPage();
    await page.goto('/en/');
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length), soon).toBe(1);
    server.setMode('down');
    expect(await isNext(page)).toBe(true);
  });
});

describe('a new release that does not arrive whole', () => {
  it('leaves the old copy whole when the connection breaks off', async () => {
    const { page } = visit;
    server.swap(next.dist);
    server.setMode('cut', (path) => path === '/kept/ur/now/index.html');
    await page.reload();
    await expect.poll(() => requestsSince(0).filter((path) => path === '/kept/ur/now/index.html').length, soon).toBeGreaterThan(1);
    await expect.poll(() => workerState(page), soon).toBe('settled');
    server.setMode('down');
    for (const path of changed) expect(await isNext(page, pageAt(path)), path).toBe(false);

    server.setMode('ok');
    await page.goto('/en/');
    await expect.poll(() => workerState(page), soon).toBe('waiting');
  });

  it('is refused when a file belongs to another release', async () => {
    const torn = copyBuild();
    try {
      const before = readFileSync(join(torn.dist, 'kept/ur/now/index.html'), 'utf8');
      changeFile(torn.dist, 'kept/en/now/index.html', (html) => html.replace('</body>', `${mark}</body>`));
      changeFile(torn.dist, 'kept/ur/now/index.html', (html) => html.replace('</body>', `${mark}</body>`));
      // The list is new, this file is still the old one: a release half copied to the host.
      writeFileSync(join(torn.dist, 'kept/ur/now/index.html'), before);
      server.swap(torn.dist);
      await visit.page.reload();
      await expect.poll(() => requestsSince(0).filter((path) => path === '/kept/ur/now/index.html').length, soon).toBeGreaterThan(1);
      await expect.poll(() => workerState(visit.page), soon).toBe('settled');
      expect(await isNext(visit.page)).toBe(false);
    } finally {
      torn.remove();
    }
  });
});
