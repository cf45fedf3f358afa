import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServerMode } from '../../src/hosting/server.ts';
import { keepLanguages, waitOffline, waitReady, type Visit } from '../helpers/browser.ts';
import { dist, isOneOfAKind, listLanguages, listPages } from '../helpers/server.ts';
import { openSite } from '../helpers/site.ts';

/** The browser looks for a newer worker a second or more after a page has loaded. */
const soon = { timeout: 15_000, interval: 50 };

const site = openSite();
let visit: Visit;
const pages = listPages();

function builtPage(path: string): string {
  return readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
}

function spellingsOf(path: string): string[] {
  if (!path.endsWith('/')) return [path];
  const bare = path === '/' ? [] : [path.slice(0, -1), `${path.slice(0, -1)}?from=card`];
  return [path, `${path}index.html`, `${path}?a=1&b=2`, ...bare];
}

/** Stops the worker, so that the next page starts it from nothing as a phone does. */
async function goCold(): Promise<void> {
  const page = await visit.context.newPage();
  const devtools = await visit.context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await page.close();
}

beforeAll(async () => {
  visit = await site.browser.newVisit({ origin: site.server.url });
  await keepLanguages(visit.page, listLanguages());
  await visit.page.close();
});

afterAll(() => visit?.close());

const modes: readonly (readonly [string, ServerMode])[] = [
  ['the network gone', 'down'],
  ['a server that takes the call and never answers', 'hang'],
];

describe.each(modes)('after a visit in each language, with %s', (_, mode) => {
  // What hangs is answered by the same copy in the same way: one language from each side.
  const asked = pages.filter(({ lang }) => mode === 'down' || ['en', 'ur'].includes(lang));
  beforeAll(async () => {
    site.server.setMode(mode);
    await goCold();
  });

  it('opens every page of every language, each kind in every spelling, exactly as it was built', async () => {
    expect(asked.length).toBeGreaterThan(0);
    const page = await visit.context.newPage();
    const wrong: string[] = [];
    for (const listed of asked) {
      const { path } = listed;
      const built = builtPage(path);
      for (const spelling of isOneOfAKind(listed) ? spellingsOf(path) : [path]) {
        const answer = await page.goto(spelling, { waitUntil: 'domcontentloaded' });
        if (answer?.status() !== 200 || (await answer.text()) !== built) wrong.push(spelling);
        if (new URL(page.url()).pathname + new URL(page.url()).search !== spelling) wrong.push(`moved ${spelling} to ${page.url()}`);
      }
    }
    await page.close();
    expect(wrong).toEqual([]);
  });

  it('starts the app on every kind of page, opened cold', async () => {
    const isApp = (route: string) => route !== 'clock';
    for (const { path } of asked.filter((one) => isApp(one.route) && isOneOfAKind(one))) {
      await goCold();
      const page = await visit.context.newPage();
      await page.goto(path);
      await waitReady(page);
      await page.close();
    }
    expect(visit.problems()).toEqual([]);
  });

  it('says "not here" at once for an address that does not exist, in its language', async () => {
    visit.expectProblem(/status of 404/);
    const page = await visit.context.newPage();
    for (const [address, file] of [['/ur/nothing-here', '/ur/404.html'], ['/pl/now/x/', '/pl/404.html'], ['/nothing', '/404.html']] as const) {
      const answer = await page.goto(address, { waitUntil: 'domcontentloaded' });
      expect([answer?.status(), (await answer?.text()) === builtPage(file)], address).toEqual([404, true]);
    }
    await page.close();
  });

  it('shows nothing amiss in the console', () => {
    expect(visit.problems()).toEqual([]);
  });
});

describe('on the first visit', () => {
  it('goes on working on the page that is open when the network goes', async () => {
    site.server.setMode('ok');
    const first = await site.browser.newVisit({ origin: site.server.url });
    await first.page.goto('/en/');
    await waitReady(first.page);
    await waitOffline(first.page);
    site.server.setMode('down');
    await first.page.click('main a[href*="/find"]');
    await first.page.waitForSelector('[data-find-query]');
    expect(first.problems()).toEqual([]);
    await first.close();
  });

  it('has what is needed in danger before the rest, and the rest before it says the copy is complete', async () => {
    site.server.setMode('ok');
    const isSecond = (path: string): boolean => path.startsWith('/kept/en/about/');
    const isFirst = (path: string): boolean => path.startsWith('/kept/en/now/');
    site.server.requests.length = 0;
    site.server.setMode('hang', isSecond);
    const first = await site.browser.newVisit({ origin: site.server.url });
    await first.page.goto('/en/');
    await waitReady(first.page);
    await expect.poll(() => site.server.requests.some(({ path }) => isSecond(path)), soon).toBe(true);
    const asked = site.server.requests.map(({ path }) => path);
    expect(asked.findIndex(isFirst)).toBeGreaterThanOrEqual(0);
    expect(asked.findIndex(isFirst)).toBeLessThan(asked.findIndex(isSecond));
    const { page } = first;
    expect(await page.evaluate(() => document.documentElement.dataset['offline'])).toBeUndefined();
    site.server.setMode('down');
    await page.goto('/ur/now/');
    await waitReady(page);
    site.server.setMode('ok');
    await page.goto('/en/about/');
    await waitOffline(page);
    site.server.setMode('down');
    await page.goto('/en/about/sources/');
    await waitReady(page);
    first.expectProblem(/Failed to load|ERR_/);
    expect(first.problems()).toEqual([]);
    await first.close();
    site.server.setMode('ok');
  });

  it('keeps a copy whose name says nothing', async () => {
    site.server.setMode('ok');
    const page = await visit.context.newPage();
    await page.goto('/en/');
    const names = await page.evaluate(() => caches.keys());
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(/^app-[0-9a-z]+$/);
    await page.close();
  });

  it('is not called ready while a file is missing, and mends itself on a later visit', async () => {
    site.server.setMode('cut', (path) => path === '/kept/ur/404.html');
    const unlucky = await site.browser.newVisit({ origin: site.server.url });
    await unlucky.page.goto('/en/');
    await waitReady(unlucky.page);
    await expect.poll(() => site.server.requests.some(({ path, mode }) => path.startsWith('/kept/ur/404.html') && mode === 'cut'), soon).toBe(true);
    await unlucky.page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration())?.installing);
    expect(await unlucky.page.getAttribute('html', 'data-offline')).toBeNull();
    site.server.setMode('ok');
    await unlucky.page.reload();
    await waitOffline(unlucky.page);
    await unlucky.close();
  });
});
