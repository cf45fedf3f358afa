import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waitOffline, waitReady, type Visit, type VisitOptions } from '../helpers/browser.ts';
import { historyOf, outside, start, visitWithoutCopy } from '../helpers/outside.ts';
import { dist, isOneOfAKind, listPages } from '../helpers/server.ts';
import { openSite } from '../helpers/site.ts';

const pages = listPages().filter(({ route }) => route !== 'clock');

const site = openSite();

function visitWith(options: Partial<VisitOptions> = {}, answer: 'at once' | 'never' = 'at once'): Promise<Visit> {
  return visitWithoutCopy(site.browser, { origin: site.server.url, ...options }, answer);
}

/** The file of the app itself, without which only the page and its shell are there. */
function appScript(): string {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, { file: string }>;
  const key = Object.keys(manifest).find((name) => name.endsWith('main.tsx')) ?? '';
  return `/${manifest[key]?.file ?? ''}`;
}

function isOurs(url: string): boolean {
  return url.startsWith(site.server.url);
}

/** One language from each side: the others differ in words, and leave from every page once the app is there. */
const fromEachSide: readonly string[] = ['en', 'ur'];

/** Runs a departure from a page of every kind and gives back what went wrong. */
async function leaveEverywhere(visit: Visit, ready: () => Promise<unknown>, langs?: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  const { page } = visit;
  for (const { path } of pages.filter((one) => isOneOfAKind(one) && (langs?.includes(one.lang) ?? true))) {
    await page.goto(start);
    await page.goto(path);
    await ready();
    const before = await page.evaluate(() => history.length);
    const seen = visit.requests.length;
    const after = await page.evaluate(() => {
      document.querySelector<HTMLElement>('[data-exit]')?.click();
      const { innerText } = document.body;
      return { innerText: innerText.trim(), title: document.title, links: document.querySelectorAll('link[rel="manifest"]').length, icon: document.querySelector('link[rel~="icon"]')?.getAttribute('href') ?? null };
    });
    await page.waitForURL(outside);
    if (after.innerText.length > 20 || /oast/i.test(after.title) || after.links > 0 || after.icon !== plainIcon) wrong.push(`${path}: still shows ${JSON.stringify(after)}`);
    if ((await page.evaluate(() => history.length)) !== before) wrong.push(`${path}: the history grew`);
    const history = await historyOf(page);
    if (history.some(isOurs)) wrong.push(`${path}: Back reaches ${history.join(' ')}`);
    const asked = visit.requests.slice(seen).filter((url) => url !== outside && !url.includes('/assets/'));
    if (asked.length > 0) wrong.push(`${path}: asked for ${asked.join(' ')}`);
    await page.goBack();
    if (page.url() !== start) wrong.push(`${path}: Back leads to ${page.url()}`);
  }
  return wrong;
}

/** A drawing that says nothing: it stays, because changing it makes the browser ask our server while it leaves. */
const plainIcon = '/icons/oast.svg';

describe('the exit, from a page of every kind in every language', () => {
  it('covers at once, takes the place of the page, and Back shows nothing of ours', async () => {
    const visit = await visitWith();
    expect(await leaveEverywhere(visit, () => waitReady(visit.page))).toEqual([]);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('does so too before the app has arrived, in a language from each side', async () => {
    const visit = await visitWith();
    let held = 0;
    await visit.context.route(`**${appScript()}`, () => void (held += 1));
    expect(await leaveEverywhere(visit, () => visit.page.waitForFunction(() => performance.getEntriesByType('resource').length > 0), fromEachSide)).toEqual([]);
    expect(held).toBeGreaterThan(0);
    await visit.close();
  });

  it('leads away with script off, and does not say where from', async () => {
    const visit = await visitWith({ javaScriptEnabled: false });
    const referrers: (string | undefined)[] = [];
    visit.context.on('request', (request) => {
      if (request.url() === outside) referrers.push(request.headers()['referer']);
    });
    const kinds = pages.filter(isOneOfAKind);
    for (const { path } of kinds) {
      await visit.page.goto(path);
      await visit.page.click('[data-exit]');
      await visit.page.waitForURL(outside);
    }
    expect(referrers).toHaveLength(kinds.length);
    expect(referrers.filter((one) => one !== undefined)).toEqual([]);
    await visit.close();
  });
});

describe('the Shift key', () => {
  async function press(visit: Visit, keys: readonly string[]): Promise<void> {
    for (const key of keys) await visit.page.keyboard.press(key);
  }

  async function at(path: string): Promise<Visit> {
    const visit = await visitWith();
    await visit.page.goto(start);
    await visit.page.goto(path);
    await waitReady(visit.page);
    return visit;
  }

  it.each([
    ['three times', ['ShiftLeft', 'ShiftLeft', 'ShiftLeft']],
    ['left and right mixed', ['ShiftLeft', 'ShiftRight', 'ShiftLeft']],
  ])('leaves: %s', async (_, keys) => {
    const visit = await at('/en/now/');
    await press(visit, keys);
    await visit.page.waitForURL(outside);
    expect((await historyOf(visit.page)).some(isOurs)).toBe(false);
    await visit.close();
  });

  it('leaves from inside a box too', async () => {
    const visit = await at('/en/find/');
    await visit.page.click('[data-find-query]');
    await press(visit, ['ShiftRight', 'ShiftRight', 'ShiftRight']);
    await visit.page.waitForURL(outside);
    await visit.close();
  });

  it('does not leave when someone types capitals, or presses twice', async () => {
    const visit = await at('/en/find/');
    await visit.page.click('[data-find-query]');
    await press(visit, ['Shift+A', 'Shift+B', 'Shift+C', 'Shift+D', 'ShiftLeft', 'ShiftLeft', 'a']);
    expect(await visit.page.inputValue('[data-find-query]')).toBe('ABCDa');
    expect(visit.page.url()).toBe(`${site.server.url}/en/find/`);
    expect(await visit.page.isVisible('h1')).toBe(true);
    await visit.close();
  });
});

describe('leaving when the outside page does not come', () => {
  it('lands on the clock after a second and a half', async () => {
    const visit = await visitWith({}, 'never');
    await visit.page.goto(start);
    await visit.page.goto('/ur/now/');
    await waitReady(visit.page);
    const pressedAt = Date.now();
    await visit.page.click('[data-exit]', { noWaitAfter: true });
    await visit.page.waitForURL('**/ur/clock/');
    expect(Date.now() - pressedAt).toBeGreaterThan(1_300);
    expect(Date.now() - pressedAt).toBeLessThan(4_000);
    expect(await historyOf(visit.page)).toEqual(expect.not.arrayContaining([expect.stringContaining('/now')]));
    await visit.close();
  });

  it('lands on the clock at once when offline', async () => {
    const visit = await visitWith({ context: {} });
    await visit.page.goto('/pl/now/');
    await waitReady(visit.page);
    await waitOffline(visit.page);
    await visit.context.setOffline(true);
    const seen = visit.requests.length;
    await visit.page.click('[data-exit]');
    await visit.page.waitForURL('**/pl/clock/');
    expect(await visit.page.textContent('h1')).not.toBe('');
    expect(visit.requests.slice(seen).filter((url) => !isOurs(url))).toEqual([]);
    await visit.page.waitForFunction(() => /\d\d:\d\d:\d\d/.test(document.querySelector('[data-here]')?.textContent ?? ''));
    await visit.close();
  });
});

describe('a page the browser kept in its memory', () => {
  it('is never shown again after leaving by a link to another site', async () => {
    const visit = await visitWith();
    await visit.page.goto('/en/now/');
    await waitReady(visit.page);
    await visit.page.evaluate((url) => void (location.href = url), outside);
    await visit.page.waitForURL(outside);
    await visit.page.goBack();
    await visit.page.waitForLoadState();
    const shown = await visit.page.evaluate(() => ({ covered: document.documentElement.dataset['covered'], path: location.pathname }));
    // Either the browser drew it afresh, or the neutral page took its place; never a covered page for good.
    expect(['/en/now/', '/en/clock/']).toContain(shown.path);
    expect(shown.covered).toBeUndefined();
    await visit.close();
  });
});
