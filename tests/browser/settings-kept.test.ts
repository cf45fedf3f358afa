import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { recordOf, spoilRecord } from '../helpers/choices-record.ts';
import { waitOffline, waitReady, type Visit } from '../helpers/browser.ts';
import { layOutside, outside } from '../helpers/outside.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

const wikipedia = 'https://en.wikipedia.org/';
const visitHere = (): Promise<Visit> => site.browser.newVisit({ origin: site.server.url, mayAsk: [wikipedia, outside] });

async function waitRecord(page: Page, isWanted: (hex: string) => boolean): Promise<string> {
  await expect.poll(async () => isWanted((await recordOf(page)) ?? ''), { timeout: 10_000 }).toBe(true);
  return (await recordOf(page)) ?? '';
}

const isMade = (hex: string): boolean => hex.length === 128;
const saysKept = (hex: string): boolean => isMade(hex) && hex.startsWith('0101') && hex.slice(0, 64) === hex.slice(64);
const saysNothing = (hex: string): boolean => isMade(hex) && hex.startsWith('0100') && hex.slice(0, 64) === hex.slice(64);

/** What the page wears. */
const shown = (page: Page) => page.evaluate(() => {
  const { size = 'normal', look = 'device', contrast = 'normal' } = document.documentElement.dataset;
  return { size, look, contrast, exit: document.querySelector<HTMLAnchorElement>('[data-exit]')?.href };
});
const asServed = { size: 'normal', look: 'device', contrast: 'normal', exit: outside };
const chosen = { size: 'larger', look: 'dark', contrast: 'more', exit: wikipedia };

const keepBox = (page: Page) => page.getByRole('switch', { name: 'Keep these on this device' });

/** Through the screen, and until it is written. */
async function chooseAndKeep(page: Page): Promise<void> {
  await page.goto('/en/settings/');
  await waitReady(page);
  await keepBox(page).check();
  await page.getByLabel('Larger', { exact: true }).check();
  await page.getByLabel('Dark', { exact: true }).check();
  await page.getByLabel('Stronger').check();
  await page.getByLabel('5 minutes', { exact: true }).check();
  await page.getByLabel('An encyclopedia (Wikipedia)').check();
  await waitRecord(page, (hex) => hex.startsWith('0101020201030005') && saysKept(hex));
}

describe('settings', () => {
  it('are kept over a reload and in a new tab once a person asks, and nothing goes to other storage', async () => {
    const visit = await visitHere();
    await chooseAndKeep(visit.page);
    await visit.page.reload();
    await waitReady(visit.page);
    await expect.poll(() => shown(visit.page)).toEqual(chosen);
    expect(await keepBox(visit.page).isChecked()).toBe(true);
    expect(await visit.page.getByLabel('Larger', { exact: true }).isChecked()).toBe(true);
    expect(await visit.page.getByLabel('5 minutes', { exact: true }).isChecked()).toBe(true);
    expect(await visit.page.getByLabel('An encyclopedia (Wikipedia)').isChecked()).toBe(true);
    expect(await visit.page.getAttribute('html', 'data-app-recovered')).toBeNull();
    const tab = await visit.context.newPage();
    await tab.goto('/ur/now/');
    await waitReady(tab);
    await expect.poll(() => shown(tab)).toEqual(chosen);
    expect(await tab.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0);
    expect(await tab.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('are taken back at a touch: the record is then that of somebody who never kept anything', async () => {
    const never = await visitHere();
    await never.page.goto('/en/now/');
    await waitReady(never.page);
    const untouched = await waitRecord(never.page, isMade);
    expect(saysNothing(untouched)).toBe(true);
    await never.close();

    const visit = await visitHere();
    await chooseAndKeep(visit.page);
    await keepBox(visit.page).uncheck();
    await waitRecord(visit.page, (hex) => hex === untouched);
    await visit.page.getByLabel('Largest').check();
    await visit.page.reload();
    await waitReady(visit.page);
    await visit.page.getByText('They are not saved').waitFor();
    expect(await shown(visit.page)).toEqual(asServed);
    expect(await recordOf(visit.page)).toBe(untouched);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('last for the visit and write nothing when nobody asks to keep them', async () => {
    const visit = await visitHere();
    await visit.page.goto('/en/settings/');
    await waitReady(visit.page);
    const before = await waitRecord(visit.page, isMade);
    await visit.page.getByLabel('Largest').check();
    await visit.page.getByLabel('A sport page (BBC)').check();
    await visit.page.reload();
    await waitReady(visit.page);
    expect(await recordOf(visit.page)).toBe(before);
    expect(await shown(visit.page)).toEqual(asServed);
    await visit.close();
  });

  it('lead the exit to the kept place before the app has come, and Shift stays off where it was turned off', async () => {
    const visit = await visitHere();
    const { page } = visit;
    await layOutside(visit.context);
    await visit.context.route(`${wikipedia}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Encyclopedia</title>' }));
    await chooseAndKeep(page);
    await page.locator('label', { hasText: /^Off$/ }).click();
    await waitRecord(page, (hex) => hex.startsWith('0101020201030105') && saysKept(hex));
    await waitOffline(page);
    // No app from here on: only what the shell does.
    await visit.context.addInitScript(() => Object.defineProperty(document, 'readyState', { get: () => 'loading' }));
    await visit.context.addInitScript(() => window.addEventListener('load', (event) => event.stopImmediatePropagation(), { capture: true }));
    await page.goto('/en/now/');
    await expect.poll(() => shown(page)).toEqual(chosen);
    expect(await page.getAttribute('html', 'data-app')).toBeNull();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ShiftLeft');
    expect(page.url()).toBe(`${site.server.url}/en/now/`);
    await page.click('[data-exit]');
    await page.waitForURL(wikipedia);
    await visit.close();
  });

  it('are the usual ones, and the exit leaves, when the record is damaged, cut short, far too long or cannot be read', async () => {
    const visit = await visitHere();
    const { page } = visit;
    await layOutside(visit.context);
    await page.goto('/en/now/');
    await waitReady(page);
    await waitRecord(page, isMade);
    for (const [length, fill] of [[64, 1], [64, 255], [3, 1], [200_000, 1], [0, 0]] as const) {
      await spoilRecord(page, length, fill);
      await page.reload();
      await waitReady(page);
      expect(await shown(page), `${length} bytes of ${fill}`).toEqual(asServed);
    }
    await visit.context.addInitScript(() => Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: () => Promise.reject(new Error('no')) }));
    await page.reload();
    await waitReady(page);
    expect(await shown(page)).toEqual(asServed);
    expect(visit.problems()).toEqual([]);
    await page.click('[data-exit]');
    await page.waitForURL(outside);
    await visit.close();
  });

  it('last for the visit where the browser has no place for them, and the page says so', async () => {
    const visit = await visitHere();
    await visit.context.addInitScript(() => Object.defineProperty(globalThis, 'Worker', { value: undefined }));
    await visit.page.goto('/en/settings/');
    await waitReady(visit.page);
    // Not check(): it does not stay checked.
    await keepBox(visit.page).click();
    await visit.page.getByText('This browser has no place to keep them').waitFor();
    expect(await keepBox(visit.page).isChecked()).toBe(false);
    await visit.page.getByLabel('Largest').check();
    expect((await shown(visit.page)).size).toBe('largest');
    await visit.close();
  });

  it('changed in two tabs at once are those of the tab that wrote last, and neither tab hangs', async () => {
    const visit = await visitHere();
    await chooseAndKeep(visit.page);
    const other = await visit.context.newPage();
    await other.goto('/en/settings/');
    await waitReady(other);
    await expect.poll(() => keepBox(other).isChecked()).toBe(true);
    const sizes = ['Normal', 'Large', 'Larger', 'Largest'];
    const pick = (page: Page, label: string) => page.locator('fieldset').first().getByLabel(label, { exact: true }).check();
    for (const label of sizes) await Promise.all([pick(visit.page, label), pick(other, label)]);
    await pick(other, 'Large');
    const hex = await waitRecord(other, (found) => found.startsWith('010101') && saysKept(found));
    expect(hex.length).toBe(128);
    expect(await visit.page.getByText('That did not work just now').count()).toBe(0);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});
