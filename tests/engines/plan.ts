/** What a person does on the plan's screen, in any of the three engines: real presses and keys, and the real vault. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appReady, arrive, until, type House } from './house.ts';
import type { Tab } from './engine.ts';

/** Making and opening cost 64 MiB and three passes; a machine with three browsers on it takes its time. */
export const slowMs = 60_000;

/** Words of the app as they stand in its files. */
export function wordsOf(lang: string, file: string, key: string): string {
  const all: unknown = JSON.parse(readFileSync(join(import.meta.dirname, `../../locales/${lang}/${file}.json`), 'utf8'));
  const found = key.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], all);
  if (typeof found !== 'string') throw new Error(`No words in ${lang}/${file}: ${key}`);
  return found;
}

export const isThere = (tab: Tab, selector: string): Promise<boolean> => tab.run((wanted) => document.querySelector(wanted) !== null, selector);

export const waitFor = (tab: Tab, selector: string, withinMs?: number): Promise<void> => until(`there is ${selector}`, () => isThere(tab, selector), withinMs);

/** The texts of all that match, as they stand in the page. */
export const textsOf = (tab: Tab, selector: string): Promise<string[]> =>
  tab.run((wanted) => [...document.querySelectorAll(wanted)].map((one) => (one.textContent ?? '').trim()), selector);

/** A real press in the middle of the window, where nothing lies over it. */
export async function press(tab: Tab, selector: string): Promise<void> {
  await until(`there is ${selector}`, () =>
    tab.run((wanted) => {
      const found = document.querySelector(wanted);
      found?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return found !== null;
    }, selector));
  await tab.click(selector);
}

export const act = (tab: Tab, what: string): Promise<void> => press(tab, `[data-plan-do="${what}"]`);

export const valueOf = (tab: Tab, selector: string): Promise<string | undefined> => tab.run((wanted) => document.querySelector<HTMLInputElement>(wanted)?.value, selector);

/** Types into a box that is empty, and sees that it holds all of it. */
export async function write(tab: Tab, selector: string, text: string): Promise<void> {
  await press(tab, selector);
  await until(`${selector} has the focus`, () => tab.run((wanted) => document.activeElement?.matches(wanted) === true, selector));
  await tab.typeText(text);
  await until(`${selector} holds what was typed`, async () => (await valueOf(tab, selector)) === text);
}

export const answer = (tab: Tab, mark: string, text: string): Promise<void> => write(tab, `[data-ask-field="${mark}"]`, text);

export const atView = (tab: Tab, view: string): Promise<void> => waitFor(tab, `[data-plan-view="${view}"]`);

/** Back by the page's own link, to this screen inside the plan; null: its first screen. */
export async function backTo(tab: Tab, view: string | null): Promise<void> {
  await press(tab, '[data-back]');
  await waitFor(tab, view === null ? '[data-vault="open"] [data-plan-do="steps"]' : `[data-plan-view="${view}"]`);
}

export const waitSaved = (tab: Tab): Promise<void> => waitFor(tab, '[data-vault-saved="saved"]', slowMs);

/** Without the copy for use offline: it is fetched beside, and this is not about it (every-route.ts). */
export async function toPlan(house: House, tab: Tab, lang = 'en'): Promise<void> {
  house.calm();
  house.server.setMode('hang', (path) => path === '/sw.js');
  await arrive(house, tab, `/${lang}/plan/`);
  await appReady(tab);
  await waitFor(tab, '[data-vault="locked"]');
}

/** Begins a plan with words of one's own, the second of the three ways. */
export async function begin(tab: Tab, words: string): Promise<void> {
  await press(tab, '[data-vault-do="begin"]');
  await press(tab, '[data-vault="new"] input[value="own"]');
  // The box is another one from then on.
  await waitFor(tab, '[data-vault="new"] input[value="own"]:checked');
  await write(tab, '[data-vault-passphrase]', words);
  await press(tab, '[data-vault-do="create"]');
  await waitFor(tab, '[data-vault="open"]', slowMs);
}

export async function lock(tab: Tab): Promise<void> {
  await press(tab, '[data-vault-do="lock"]');
  await waitFor(tab, '[data-vault="locked"]');
}

/** Opens with words that are right; a fault is told as what it is. */
export async function openWith(tab: Tab, words: string): Promise<void> {
  await write(tab, '[data-vault-passphrase]', words);
  await press(tab, '[data-vault-do="open"]');
  await waitFor(tab, '[data-vault="open"], [data-vault-fault]', slowMs);
  const fault = await tab.run(() => document.querySelector('[data-vault-fault]')?.getAttribute('data-vault-fault') ?? null);
  if (fault !== null) throw new Error(`The plan did not open: ${fault}`);
}

/** From the first screen to a new entry of what happened. */
export async function toNewEntry(tab: Tab): Promise<void> {
  await act(tab, 'log');
  await act(tab, 'add-entry');
  await atView(tab, 'entry');
}

/** From the first screen to the one entry there is. */
export async function toEntry(tab: Tab): Promise<void> {
  await act(tab, 'log');
  await press(tab, '[data-entry] button');
  await atView(tab, 'entry');
}

/** Puts a picture to the entry that is open, which then has this many. */
export async function attach(tab: Tab, path: string, count: number): Promise<void> {
  await waitFor(tab, '[data-plan-file="picture"]');
  await tab.setFile('[data-plan-file="picture"]', path);
  await waitFor(tab, `[data-plan-files="${count}"]`, slowMs);
  await waitFor(tab, '[data-plan-adding="idle"]', slowMs);
}

/** Everything that can be read on the page, in boxes too. */
export const everything = (tab: Tab): Promise<string> =>
  tab.run(() => [document.body.textContent ?? '', ...[...document.querySelectorAll('input, textarea')].map((box) => (box as HTMLInputElement).value)].join('\n'));
