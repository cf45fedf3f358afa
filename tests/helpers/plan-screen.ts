/** What a person does on the plan's screen, in a real browser with the real vault. Opening takes about a second each. */
import type { Page } from 'playwright-core';
import { waitReady } from './browser.ts';

/** Making and opening cost 64 MiB and three passes; a busy machine takes its time. */
const slowMs = 60_000;

export async function toPlan(page: Page, lang = 'en'): Promise<void> {
  await page.goto(`/${lang}/plan/`);
  await waitReady(page);
  await page.waitForSelector('[data-vault="locked"]');
}

export async function press(page: Page, what: string): Promise<void> {
  await page.locator(`[data-vault-do="${what}"]:visible`).click();
}

export async function waitFor(page: Page, state: 'locked' | 'new' | 'open'): Promise<void> {
  await page.waitForSelector(`[data-vault="${state}"]`, { timeout: slowMs });
}

/** Begins with words of one's own, the second of the three ways. */
export async function begin(page: Page, words: string): Promise<void> {
  await press(page, 'begin');
  await waitFor(page, 'new');
  await page.check('[data-vault="new"] input[type="radio"][value="own"]');
  await page.fill('[data-vault-passphrase]', words);
  await press(page, 'create');
  await waitFor(page, 'open');
}

export async function openWith(page: Page, words: string): Promise<void> {
  await page.fill('[data-vault-passphrase]', words);
  await press(page, 'open');
}

export async function waitSaved(page: Page): Promise<void> {
  await page.waitForSelector('[data-vault-saved="saved"]', { timeout: slowMs });
}

/** Writes a note and goes back to the list. */
export async function writeNote(page: Page, title: string, text: string): Promise<void> {
  await press(page, 'add-note');
  await page.fill('[data-note-title]', title);
  await page.fill('[data-note-text]', text);
  await waitSaved(page);
  await press(page, 'back-to-list');
  await page.waitForSelector('[data-note]');
}

export async function lock(page: Page): Promise<void> {
  await press(page, 'lock');
  await waitFor(page, 'locked');
}

export async function titles(page: Page): Promise<string[]> {
  return page.locator('[data-note]').allInnerTexts();
}

/** Opens "More" and one of its parts, by the control that stands in it. */
export async function openPart(page: Page, control: string): Promise<void> {
  await page.evaluate((name) => {
    for (let fold = document.querySelector(name)?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  }, control);
  await page.locator(control).waitFor();
}

/** Until this fault is told. */
export async function waitFault(page: Page, what: string): Promise<void> {
  await page.waitForSelector(`[data-vault-fault="${what}"]`, { timeout: slowMs });
}
