/** A person who writes marked words into the plan's screen, as it is, in a browser with a profile of its own. */
import type { Page } from 'puppeteer-core';

export interface Marks {
  readonly passphrase: string;
  readonly wrongPassphrase: string;
  /** In titles, texts and the search box; no two alike, none a word of anything else. */
  readonly words: readonly string[];
  /** Everything to be looked for. */
  readonly all: readonly string[];
}

/** So many marked words. The letters make no word in any language and stand in no file of ours. */
export function marksOf(many: number): Marks {
  const words = Array.from({ length: many }, (_, index) => `zqx${(index * 7_919 + 104_729).toString(36)}wv${index.toString(36)}j`);
  const passphrase = 'vqxlantern under the wqzbridge';
  const wrongPassphrase = 'jqxwrong lantern zvqfirst';
  // The parts too: a browser that learns words learns them one by one.
  return { words, passphrase, wrongPassphrase, all: [...words, passphrase, 'vqxlantern', 'wqzbridge', wrongPassphrase, 'jqxwrong', 'zvqfirst'] };
}

const ownWords = '[data-vault-kind="own"], input[type="radio"][value="own"]';

/** A real press, in the middle of the screen: at its foot the way out would be pressed instead. */
export async function pressAt(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center' }));
  await page.click(selector);
}

const press = (page: Page, what: string): Promise<void> => pressAt(page, `[data-vault-do="${what}"]`);

export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector, { visible: true });
  await page.focus(selector);
  await page.keyboard.type(text);
}

export async function openPlanPage(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/en/plan/`);
  await page.waitForSelector('html[data-app="ready"]');
  await page.waitForSelector('[data-vault="locked"], [data-vault="new"]');
}

export async function beginPlan(page: Page, passphrase: string): Promise<void> {
  await press(page, 'begin');
  await pressAt(page, ownWords);
  await typeInto(page, '[data-vault-passphrase]', passphrase);
  await press(page, 'create');
  await page.waitForSelector('[data-vault="open"]');
}

/** Writes notes until every word stands in one: in its title, its text, or the search box. */
export async function writeAll(page: Page, words: readonly string[]): Promise<number> {
  const inOneNote = 8;
  let notes = 0;
  for (let at = 0; at < words.length; at += inOneNote) {
    const [title = '', sought, ...rest] = words.slice(at, at + inOneNote);
    await press(page, 'add-note');
    await typeInto(page, '[data-note-title]', `${title} on a Monday`);
    await typeInto(page, '[data-note-text]', `What happened: ${rest.join(' and then ')}. It was late.`);
    await press(page, 'save-note');
    await page.waitForSelector('[data-vault-saved="saved"]');
    await press(page, 'back-to-list');
    if (sought !== undefined) {
      await typeInto(page, '[data-vault-search]', sought);
      for (let left = sought.length; left > 0; left -= 1) await page.keyboard.press('Backspace');
    }
    notes += 1;
  }
  return notes;
}

export async function lock(page: Page): Promise<void> {
  await press(page, 'lock');
  await page.waitForSelector('[data-vault="locked"], [data-vault="new"]');
}

/** Types a passphrase and presses open; waits for the answer. */
export async function tryToOpen(page: Page, passphrase: string, answer: 'open' | 'nothing'): Promise<void> {
  await page.waitForSelector('[data-vault-passphrase]');
  await page.focus('[data-vault-passphrase]');
  await page.$eval('[data-vault-passphrase]', (box) => (box as HTMLInputElement).select());
  await page.keyboard.type(passphrase);
  await press(page, 'open');
  if (answer === 'open') await page.waitForSelector('[data-vault="open"]');
  else await page.waitForSelector('[data-vault-passphrase][aria-invalid="true"]');
}
