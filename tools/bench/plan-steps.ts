/** What a person does in the plan while it is measured, and what was seen of it. */
import type { Page } from 'playwright-core';
import { waitOffline, waitReady } from '../../tests/helpers/browser.ts';
import { askVault } from '../../tests/helpers/page-vault.ts';
import { press, waitFor, waitSaved } from '../../tests/helpers/plan-screen.ts';
import { makingOf, words } from './full-plan.ts';
import type { Watched } from './plan-watch.ts';

export const box = '[data-ask-field="log-text"]';

/** Everything that goes on at a first visit is over. */
export async function arrive(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/en/plan/`);
  await waitReady(page);
  await waitOffline(page);
  await page.waitForSelector('html[data-room="ready"]', { state: 'attached' });
  await page.waitForTimeout(1_000);
}

/** In place of whatever was kept before. */
export async function makePlan(page: Page, pictures: number): Promise<void> {
  for (const act of ['wipe()', makingOf(pictures)]) {
    const answer = (await askVault(page, act)) as { readonly ok: boolean; readonly fault?: string };
    if (!answer.ok) throw new Error(answer.fault);
  }
}

/** Typed as fast as somebody types it who knows it by heart: the worker starts meanwhile, as in life. */
export async function open(page: Page): Promise<void> {
  await page.locator('[data-vault-passphrase]').pressSequentially(words, { delay: 60 });
  await press(page, 'open');
  await waitFor(page, 'open');
}

export async function toList(page: Page): Promise<void> {
  await page.click('[data-plan-do="log"]');
  await page.waitForSelector('[data-plan-timeline]');
}

export async function toNewestEntry(page: Page): Promise<void> {
  await page.click('[data-entry] button');
  await page.waitForSelector('[data-plan-view="entry"]');
  await page.focus(box);
  await page.keyboard.press('Control+End');
}

/** Takes its picture from the entry again. */
export async function dropPicture(page: Page): Promise<void> {
  await page.click('[data-plan-do="delete-file"]');
  await page.click('[data-plan-do="sure-delete-file"]');
  await page.waitForSelector('[data-plan-files="0"]');
  await waitSaved(page);
  await page.focus(box);
}

/** What was seen since it was last asked for, once every letter is drawn. */
export async function seen(page: Page): Promise<Watched> {
  await page.waitForFunction(() => window.watched.letters.every(({ drawn }) => drawn > 0), undefined, { polling: 50 });
  return page.evaluate(() => {
    const all = structuredClone(window.watched);
    for (const list of Object.values(window.watched)) list.length = 0;
    return all;
  });
}

/** Key by key at uneven steps, so that letters fall anywhere between two saves. A key that takes long does not hold back the next. */
export async function typeUnevenly(page: Page, letters: number, stepMs: number): Promise<void> {
  const sent: Promise<void>[] = [];
  let due = performance.now();
  for (let nth = 0; nth < letters; nth += 1) {
    sent.push(page.keyboard.press('a'));
    due += stepMs * (0.6 + 0.8 * ((nth * 0.618) % 1));
    await page.waitForTimeout(Math.max(0, due - performance.now()));
  }
  await Promise.all(sent);
}
