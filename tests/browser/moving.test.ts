import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { waitReady } from '../helpers/browser.ts';
import { historyOf, outside, start, visitWithoutCopy } from '../helpers/outside.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

/** The same walk each time: a small generator with a fixed seed. */
function chooser(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

async function stepsHere(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('#app a[href^="/"]')].filter((link) => link.checkVisibility()).map((link) => link.getAttribute('href') ?? ''));
}

describe('thirty steps through the app', () => {
  it('leave the address and the history as they were, load nothing anew, and end with the exit', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await page.goto(start);
    await page.goto('/en/?from=card');
    await waitReady(page);
    await page.evaluate(() => (document.documentElement.dataset['mark'] = 'same'));
    const before = { href: page.url(), length: await page.evaluate(() => history.length) };
    const choose = chooser(7);
    const seen = new Set<string>();
    for (let step = 0; step < 30; step += 1) {
      const steps = await stepsHere(page);
      const next = steps[choose(steps.length)] ?? '';
      const was = await page.evaluate(() => document.documentElement.dataset['route']);
      await page.evaluate((href) => document.querySelector<HTMLElement>(`#app a[href="${href}"]`)?.click(), next);
      await page.waitForFunction(() => document.querySelector('h1') !== null && document.documentElement.dataset['app'] === 'ready');
      seen.add(`${was}>${next}`);
      expect({ href: page.url(), length: await page.evaluate(() => history.length) }, `after ${next}`).toEqual(before);
    }
    expect(seen.size).toBeGreaterThan(8);
    expect(await page.getAttribute('html', 'data-mark')).toBe('same');
    expect(await page.evaluate(() => history.state as unknown)).toBeNull();
    await page.click('[data-exit]');
    await page.waitForURL(outside);
    expect((await historyOf(page)).filter((url) => url.startsWith(site.server.url))).toEqual([]);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('before the app has arrived take the place of each other', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await visit.context.route('**/assets/main-*.js', () => undefined);
    await page.goto(start);
    await page.goto('/en/');
    const length = await page.evaluate(() => history.length);
    for (const path of ['/en/now/', '/en/']) {
      await page.click(`#app a[href="${path}"]`);
      await page.waitForURL(`**${path}`);
      await page.waitForFunction(() => document.readyState !== 'loading');
    }
    expect(await page.evaluate(() => history.length)).toBe(length);
    await visit.close();
  });
});

describe('a screen whose words do not arrive', () => {
  it('says so in the language that was showing, and mends when tried again', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    visit.expectProblem(/ERR_FAILED|Failed to (?:load|fetch)/);
    await page.goto('/en/');
    await waitReady(page);
    let broken = true;
    await visit.context.route('**/assets/*.js', (route) => (broken ? route.abort() : route.continue()));
    await page.click('main a[href="/ur/"]');
    await page.waitForSelector('#app section button');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.locator('a[href="tel:999"]').count()).toBeGreaterThan(0);
    expect(await page.isVisible('[data-exit]')).toBe(true);
    broken = false;
    await page.click('#app section button');
    await page.waitForFunction(() => document.documentElement.dir === 'rtl' && document.querySelector('.cards') !== null);
    expect(await page.textContent('#exit-label')).toMatch(/[\u0600-\u06ff]/);
    await visit.close();
  });
});
