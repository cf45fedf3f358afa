import { afterEach, describe, expect, it } from 'vitest';
import { waitOffline, waitReady } from '../helpers/browser.ts';
import { historyOf, layOutside, outside, start } from '../helpers/outside.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

afterEach(() => site.server.setMode('ok'));

/** Two in the night from Saturday to Sunday, in winter. */
const sundayNight = new Date('2026-11-29T02:00:00Z');

describe('someone who has never been here', () => {
  it('finds the silent solution, help in Maidstone that is open at night, loses the network, and leaves', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url, mayAsk: [outside, start] });
    const { page } = visit;
    await layOutside(visit.context);
    await page.clock.setFixedTime(sundayNight);
    await page.goto(start);
    await page.goto('/');
    await waitReady(page);

    await page.click('main a[href="/en/now/"]');
    await page.waitForSelector('#silent');
    await page.click('a[href="#silent"]');
    const steps = page.locator('#silent .steps').first();
    await page.waitForFunction(() => {
      const box = document.querySelector('#silent')?.getBoundingClientRect();
      return box !== undefined && box.top < innerHeight && box.bottom > 0;
    });
    expect(await steps.innerText()).toContain('55');
    expect((await page.locator('#silent .steps').nth(1).innerText()).includes('55')).toBe(false);

    await page.click('[data-back]');
    await page.click('main a[href="/en/find/"]');
    await page.fill('[data-find-area]', 'ME14 1');
    await page.waitForSelector('.found');
    expect(await page.innerText('.found')).toContain('Maidstone');
    expect(await page.locator('[data-service="housing-maidstone"]').count()).toBe(1);

    await page.locator('.chip').first().click();
    await page.waitForFunction(() => document.querySelectorAll('[data-service]').length < 30);
    const opening = await page.locator('[data-service] .opening').allInnerTexts();
    expect(opening.length).toBeGreaterThan(3);
    expect(opening.filter((words) => !words.includes('Open now'))).toEqual([]);

    await waitOffline(page);
    site.server.setMode('down');
    await page.reload();
    await waitReady(page);
    expect(await page.innerText('h1')).not.toBe('');
    await page.click('main a[href="/en/find/"]');
    await page.fill('[data-find-area]', 'ME14 1');
    await page.waitForSelector('.found');

    await page.click('[data-exit]');
    await page.waitForURL(outside);
    await page.goBack();
    expect(page.url()).toBe(start);
    expect((await historyOf(page)).filter((url) => url.startsWith(site.server.url))).toEqual([]);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('reads the text before any script has come', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    await visit.context.route('**/assets/**', () => undefined);
    await visit.page.goto('/ur/now/', { waitUntil: 'commit' });
    await visit.page.waitForSelector('#silent .steps');
    expect(await visit.page.isVisible('[data-exit]')).toBe(true);
    expect(await visit.page.isVisible('a[href="tel:999"]')).toBe(true);
    await visit.close();
  });

  it('reaches the exit first by keyboard, then the way past the header', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const { page } = visit;
    await page.goto('/en/now/');
    await waitReady(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-exit'))).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('skip');
    expect(await page.isVisible('#skip')).toBe(true);
    const before = page.url();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(page.url()).toBe(before);
    await visit.close();
  });
});
