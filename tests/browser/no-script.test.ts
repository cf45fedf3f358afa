import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Visit } from '../helpers/browser.ts';
import { listPages } from '../helpers/server.ts';
import { openSite } from '../helpers/site.ts';

const pages = listPages();

const site = openSite();
let visit: Visit;

beforeAll(async () => {
  visit = await site.browser.newVisit({ origin: site.server.url, javaScriptEnabled: false });
});

afterAll(() => visit?.close());

describe('with script off', () => {
  it('every page can be read: a heading, words, and the exit in sight', async () => {
    const wrong: string[] = [];
    for (const { path, route } of pages) {
      await visit.page.goto(path);
      const words = await visit.page.innerText('main');
      if (words.length < 100) wrong.push(`${path}: ${words}`);
      if (!(await visit.page.isVisible('h1'))) wrong.push(`${path}: no heading`);
      if (route !== 'clock' && !(await visit.page.isVisible('[data-exit]'))) wrong.push(`${path}: no exit`);
    }
    expect(wrong).toEqual([]);
    expect(visit.problems()).toEqual([]);
  });

  it.each(['en', 'pl', 'ur'])('the emergency page in "%s" shows how to call and numbers to press', async (lang) => {
    await visit.page.goto(`/${lang}/now/`);
    const calls = visit.page.locator('main a[href^="tel:"]');
    expect(await calls.count()).toBeGreaterThan(8);
    expect(await visit.page.isVisible('main a[href="tel:999"]')).toBe(true);
    expect(await visit.page.innerText('#silent')).toContain('55');
    await visit.page.click('a[href="#silent"]');
    expect(new URL(visit.page.url()).hash).toBe('#silent');
  });

  it('the whole directory can be read and called, page after page', async () => {
    await visit.page.goto('/en/find/');
    const shown = new Set(await visit.page.locator('[data-service]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-service'))));
    expect(await visit.page.isVisible('noscript p')).toBe(true);
    const more = visit.page.locator('main a[href="/en/find/more/"]');
    if ((await more.count()) > 0) {
      await more.click();
      for (const id of await visit.page.locator('[data-service]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-service')))) shown.add(id);
    }
    expect(shown.size).toBeGreaterThan(70);
    expect(await visit.page.locator('main a[href^="tel:"]').count()).toBeGreaterThan(20);
  });

  it('the language can be changed, on the same page', async () => {
    await visit.page.goto('/en/now/');
    await visit.page.click('.languages summary');
    await visit.page.click('.languages a[hreflang="ur"]');
    await visit.page.waitForURL('**/ur/now/');
    expect(await visit.page.getAttribute('html', 'dir')).toBe('rtl');
    await visit.page.click('.languages summary');
    await visit.page.click('.languages a[hreflang="pl"]');
    await visit.page.waitForURL('**/pl/now/');
  });

  it('Back leads to the first page', async () => {
    await visit.page.goto('/pl/about/');
    await visit.page.click('[data-back]');
    await visit.page.waitForURL('**/pl/');
  });

  it('nothing but the page, its icon and its script is asked for', async () => {
    const start = visit.requests.length;
    await visit.page.goto('/ur/find/');
    const asked = visit.requests.slice(start).map((url) => new URL(url).pathname);
    expect(asked.filter((path) => path !== '/ur/find/' && !/^\/(?:icons|install|assets)\/|webmanifest$/.test(path))).toEqual([]);
  });
});
