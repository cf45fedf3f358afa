import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { waitOffline, waitReady } from '../helpers/browser.ts';
import { begin, openWith, waitFor } from '../helpers/plan-screen.ts';
import { answerAll, everything, fillStep, press, stepNow } from '../helpers/request-form.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

const words = 'siedem cichych lamp w rzędzie';

/** Slow, with one thumb: assumed, not measured on people. */
const lettersPerMinute = 100;
const mostMinutes = 12;

/** From the first page by the cards on it, as a person goes. */
async function fromHomeTo(page: Page, ...paths: readonly string[]): Promise<void> {
  await page.goto('/pl/');
  await waitReady(page);
  for (const path of paths) await page.locator(`main a[href="/pl/${path}"]`).first().click();
}

it('in Polish, with no internet and on a small phone, the first page leads to a finished paper, left once on the way, with nothing lost', async () => {
  const visit = await site.browser.newVisit({ origin: site.server.url, viewport: { width: 360, height: 740 } });
  const { page } = visit;
  await page.goto('/pl/');
  await waitReady(page);
  await waitOffline(page);
  await visit.context.setOffline(true);

  await fromHomeTo(page, 'ask/', 'ask/request/');
  await page.waitForSelector('[data-ask-step="start"]');
  await press(page, 'begin');
  await fillStep(page, everything);
  await press(page, 'next');
  while ((await stepNow(page)) !== 'subject-name') {
    await fillStep(page, everything);
    await press(page, 'next');
  }
  await page.click('[data-ask-keeping="memory"] summary');
  await page.click('[data-ask-keeping] a[href="/pl/plan/"]');
  await waitFor(page, 'locked');
  await begin(page, words);
  await page.click('[data-back]');
  await page.click('[data-ask-keeping="memory"] summary');
  await page.click('[data-ask-do="keep"]');
  await page.waitForSelector('[data-ask-keeping="kept"]');
  // Opened afresh while the network is off, a page under this driver believes it is online: a telephone's does not.
  await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
  await page.click('[data-exit]');
  await page.waitForURL('**/pl/clock/');

  await fromHomeTo(page, 'plan/');
  await waitFor(page, 'locked');
  await openWith(page, words);
  await waitFor(page, 'open');
  await page.click('.brand');
  await page.locator('main a[href="/pl/ask/"]').first().click();
  await page.locator('main a[href="/pl/ask/request/"]').first().click();
  await page.click('[data-ask-do="resume"]');
  expect(await stepNow(page)).toBe('subject-name');
  await answerAll(page, everything);
  await press(page, 'paper');
  const paper = await page.innerText('[data-ask-document]');
  for (const told of ['Ewa Nowak', 'Anna Nowak', 'Jan Example', 'She goes quiet', 'bluebell', 'Please arrange an interpreter: Polish.']) expect(paper).toContain(told);

  // Every question there is was answered, most of which a person may leave out.
  const typed = Object.values(everything).flatMap((told) => (typeof told === 'object' ? Object.values(told) : [told])).join('');
  expect((typed.length + 2 * words.length) / lettersPerMinute).toBeLessThan(mostMinutes);
  expect(visit.problems()).toEqual([]);
  await visit.close();
});
