import { describe, expect, it } from 'vitest';
import { waitReady } from '../helpers/browser.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

const heading = (): string => document.querySelector('h1')?.textContent ?? '';

describe("the phone's own Back", () => {
  // On a computer the same request to close comes from Escape: it stands for the gesture here.
  it('goes one screen back inside, and not out of the first screen', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url, context: { isMobile: true } });
    await visit.page.goto('/en/');
    await waitReady(visit.page);
    expect(await visit.page.evaluate(() => 'CloseWatcher' in window && matchMedia('(pointer: coarse)').matches)).toBe(true);
    const length = await visit.page.evaluate(() => history.length);
    await visit.page.getByRole('link', { name: /Find someone to help/ }).click();
    await visit.page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Find help');
    await visit.page.locator('.foot-links a').first().click();
    await visit.page.waitForFunction(() => document.querySelector('h1')?.textContent === 'This device');
    await visit.page.keyboard.press('Escape');
    await visit.page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Find help');
    await visit.page.keyboard.press('Escape');
    await visit.page.waitForFunction(() => document.querySelector('h1')?.textContent === 'What do you need?');
    await visit.page.keyboard.press('Escape');
    await visit.page.waitForTimeout(300);
    expect(await visit.page.evaluate(heading)).toBe('What do you need?');
    expect(await visit.page.evaluate(() => history.length)).toBe(length);
    expect(new URL(visit.page.url()).pathname).toBe('/en/');
    await visit.close();
  });

  it('is left to the computer where a mouse is the pointer', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url, viewport: { width: 1280, height: 800 }, context: { hasTouch: false } });
    await visit.page.goto('/en/');
    await waitReady(visit.page);
    await visit.page.getByRole('link', { name: /Find someone to help/ }).click();
    await visit.page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Find help');
    await visit.page.keyboard.press('Escape');
    await visit.page.waitForTimeout(300);
    expect(await visit.page.evaluate(heading)).toBe('Find help');
    await visit.close();
  });
});
