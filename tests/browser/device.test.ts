import { describe, expect, it } from 'vitest';
import { waitReady } from '../helpers/browser.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

describe('an icon of its own', () => {
  it('wears the name that was picked, in the language of the page', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    await visit.page.goto('/pl/device/');
    await waitReady(visit.page);
    await visit.page.locator('input[value="clock"]').check();
    const href = await visit.page.locator('link[rel="manifest"]').getAttribute('href');
    expect(href).toBe('/install/pl-clock.webmanifest');
    const manifest = (await (await visit.page.request.get(href ?? '')).json()) as { name: string; id: string; icons: { src: string }[] };
    expect(manifest).toMatchObject({ name: 'Zegar', id: '/clock', start_url: '/pl/' });
    for (const { src } of manifest.icons) {
      expect((await visit.page.request.get(src)).status(), src).toBe(200);
    }
    expect(await visit.page.getAttribute('meta[name="apple-mobile-web-app-title"]', 'content')).toBe('Zegar');
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('is never offered unasked: the browser is held back until the button is pressed', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    await visit.page.goto('/en/device/');
    await waitReady(visit.page);
    expect(await visit.page.getByRole('button', { name: 'Add to the home screen' }).count()).toBe(0);
    const held = await visit.page.evaluate(() => {
      const offer = new Event('beforeinstallprompt', { cancelable: true });
      Object.assign(offer, { prompt: () => Promise.resolve(Object.assign(window, { asked: true })) });
      window.dispatchEvent(offer);
      return offer.defaultPrevented;
    });
    expect(held).toBe(true);
    expect(await visit.page.evaluate(() => 'asked' in window)).toBe(false);
    await visit.page.getByRole('button', { name: 'Add to the home screen' }).click();
    expect(await visit.page.evaluate(() => 'asked' in window)).toBe(true);
    await visit.close();
  });
});

describe('settings', () => {
  it('change the look at once, last while moving about, and leave nothing stored', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    await visit.page.goto('/en/settings/');
    await waitReady(visit.page);
    const size = (): Promise<string> => visit.page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    const paper = (): Promise<string> => visit.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const before = { size: await size(), paper: await paper() };
    await visit.page.getByLabel('Largest').check();
    await visit.page.getByLabel('Dark', { exact: true }).check();
    expect(Number.parseFloat(await size())).toBeCloseTo(2 * Number.parseFloat(before.size), 1);
    expect(await paper()).not.toBe(before.paper);
    await visit.page.locator('[data-back]').click();
    await visit.page.getByRole('heading', { name: 'What do you need?' }).waitFor();
    expect(Number.parseFloat(await size())).toBeCloseTo(2 * Number.parseFloat(before.size), 1);
    expect(await visit.page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('lead the exit elsewhere, also to the clock', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    await visit.page.goto('/en/settings/');
    await waitReady(visit.page);
    await visit.page.getByLabel('An encyclopedia (Wikipedia)').check();
    expect(await visit.page.getAttribute('[data-exit]', 'href')).toBe('https://en.wikipedia.org/');
    await visit.page.getByLabel('A clock, without internet').check();
    await visit.page.locator('[data-exit]').click();
    await visit.page.waitForURL(/\/en\/clock\/$/);
    expect(await visit.page.title()).toBe('Clock');
    await visit.close();
  });
});
