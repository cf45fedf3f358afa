import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { waitOffline, waitReady } from '../helpers/browser.ts';
import { historyOf, visitWithoutCopy } from '../helpers/outside.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

const way = (page: Page): Promise<string | null> => page.getAttribute('[data-ask-route]', 'data-ask-route');

async function pick(page: Page, ...values: readonly string[]): Promise<void> {
  for (const value of values) await page.check(`#way input[value="${value}"]`);
}

/** Answers that lead to each way, a chosen force last. */
const walks: readonly (readonly [string, readonly string[], string?])[] = [
  ['emergency', ['yes']],
  ['kent', ['no', 'other', 'both', 'kent']],
  ['force', ['no', 'self', 'adult', 'elsewhere'], 'metropolitan'],
  ['scotland', ['no', 'self', 'adult', 'scotland']],
  ['northern-ireland', ['no', 'self', 'adult', 'northern-ireland']],
  ['know', ['no', 'work']],
  ['child', ['no', 'other', 'only']],
];

async function walkTo(page: Page, values: readonly string[], force?: string): Promise<void> {
  await pick(page, ...values);
  if (force !== undefined) await page.selectOption('#way select', force);
  await page.waitForSelector('[data-ask-route]');
}

describe('with script off', () => {
  it.each(['en', 'pl', 'ur'])('the explanation and every way can be read and used in "%s"', async (lang) => {
    const visit = await site.browser.newVisit({ origin: site.server.url, javaScriptEnabled: false });
    const { page } = visit;
    await page.goto(`/${lang}/ask/`);
    for (const id of ['who', 'not', 'steps', 'ready', 'told', 'nothing', 'find', 'wait', 'child']) expect((await page.innerText(`#${id}`)).length, id).toBeGreaterThan(60);
    expect(await page.innerText('#steps')).toContain('28');
    expect(await page.locator('#way input').first().isVisible()).toBe(false);
    expect(await page.isVisible('#way noscript p')).toBe(true);
    await page.click(`#way a[href="/${lang}/ask/ways/"]`);
    await page.waitForURL(`**/${lang}/ask/ways/`);
    expect(await page.locator('#others a[href^="https://"]').count()).toBe(42);
    expect(await page.isVisible('#kent a[href="tel:101"]')).toBe(true);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});

describe('by keyboard alone', () => {
  it('each question is answered, the answer is said, and an earlier answer changed', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await page.goto('/en/ask/');
    await waitReady(page);
    const focused = (): Promise<string | null> => page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null));
    await page.focus('#way input[value="yes"]');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('no');
    for (const press of ['Space', 'Space', 'Space']) {
      await page.keyboard.press('Tab');
      await page.keyboard.press(press);
    }
    expect(await way(page)).toBe('kent');
    expect(await page.innerText('#way [role="status"]')).toContain('Kent Police');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-ask-route]') !== null)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('kent');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown');
    expect(await way(page)).toBe('scotland');
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});

describe('an answer given before the app has come alive', () => {
  it('counts', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/assets\/main-/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/en/ask/', { waitUntil: 'domcontentloaded' });
    await page.check('#way input[value="no"]');
    expect(await page.locator('#way fieldset').count()).toBe(1);
    letGo();
    await waitReady(page);
    await page.waitForSelector('#way input[value="self"]');
    expect(await page.isChecked('#way input[value="no"]')).toBe(true);
    await visit.close();
  });
});

describe('the answers', () => {
  it('leave nothing in the address, the title, the history or the browser’s storage', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await page.goto('/en/ask/');
    await waitReady(page);
    await page.waitForSelector('html[data-room="ready"]', { state: 'attached' });
    const seen = async (): Promise<unknown> => ({
      url: page.url(),
      history: await historyOf(page),
      kept: await page.evaluate(async () => [document.title, document.cookie, localStorage.length, sessionStorage.length, JSON.stringify(history.state), (await indexedDB.databases()).map(({ name }) => name), await caches.keys()]),
    });
    const before = await seen();
    const asked = visit.requests.length;
    await walkTo(page, ['no', 'other', 'both', 'elsewhere'], 'essex');
    expect(await way(page)).toBe('force');
    expect(await seen()).toEqual(before);
    expect(visit.requests.slice(asked)).toEqual([]);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it.each([['en', 'light'], ['ur', 'dark']] as const)('keep nobody out, fit a narrow screen with large words, and are big enough for a thumb, in "%s"', async (lang, colorScheme) => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url, colorScheme, viewport: { width: 320, height: 740 }, context: { serviceWorkers: 'block', reducedMotion: 'reduce' } });
    const { page } = visit;
    await page.goto(`/${lang}/ask/`);
    await waitReady(page);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Runtime.evaluate', { expression: axe.source, allowUnsafeEvalBlockedByCSP: true });
    const wrong: string[] = [];
    for (const [wanted, values, force] of walks) {
      await walkTo(page, values, force);
      expect(await way(page)).toBe(wanted);
      wrong.push(...(await page.evaluate(faultsOfAnswer)).map((fault) => `${wanted}: ${fault}`));
    }
    expect(wrong).toEqual([]);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});

/** What keeps someone from using the answer on the screen. Runs in the page. */
async function faultsOfAnswer(): Promise<string[]> {
  const { axe: runner } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
  const root = document.documentElement;
  const { violations } = await runner.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
  const faults = violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  for (const one of document.querySelectorAll<HTMLElement>('#way a, #way label, #way select, #way button')) {
    const { width, height } = one.getBoundingClientRect();
    if (one.checkVisibility() && one.closest('p.soft') === null && height < (one.localName === 'label' && one.closest('fieldset') === null ? 0 : 44)) faults.push(`${one.textContent.slice(0, 30)} is ${Math.round(width)} by ${Math.round(height)}`);
  }
  root.dataset['size'] = 'largest';
  root.style.fontSize = '34px';
  if (root.scrollWidth > root.clientWidth) faults.push(`${root.scrollWidth} px wide on ${root.clientWidth} with large words`);
  delete root.dataset['size'];
  root.style.fontSize = '';
  return faults;
}

describe('without a connection', () => {
  it('the questions lead to an answer, and the door for friends opens', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const { page } = visit;
    await page.goto('/pl/');
    await waitOffline(page);
    await visit.context.setOffline(true);
    await page.goto('/pl/ask/');
    await waitReady(page);
    await walkTo(page, ['no', 'other', 'adult', 'kent']);
    expect(await way(page)).toBe('kent');
    await page.click('[data-ask-route] a[href="/pl/ask/friends/"]');
    await page.waitForSelector('#listen');
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});
