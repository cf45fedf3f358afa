/** What a person does inside their plan, in a real browser: one act each, and a walk through every state its screens can be in. */
import type { Page } from 'playwright-core';
import { exifSegment, wavOf } from './media-files.ts';
import { drawn } from './media-visit.ts';
import { begin, lock, openPart, press, toPlan, waitFor, waitSaved } from './plan-screen.ts';

/** Shrinking and sealing on a busy machine. */
const slowMs = 60_000;

export const does = (what: string): string => `[data-plan-do="${what}"]`;
export const field = (mark: string): string => `[data-ask-field="${mark}"]`;
export const act = (page: Page, what: string): Promise<void> => page.locator(`${does(what)}:visible`).first().click();
export const answer = (page: Page, mark: string, words: string): Promise<void> => page.fill(field(mark), words);

export async function atView(page: Page, view: string): Promise<void> {
  await page.waitForSelector(`[data-plan-view="${view}"]`);
}

/** Through a door of the first screen. */
export async function into(page: Page, view: 'steps' | 'bag' | 'people' | 'log' | 'take'): Promise<void> {
  await act(page, view);
  await atView(page, view);
}

/** One screen back; to the first one of the plan where no view is named. */
export async function back(page: Page, view?: string): Promise<void> {
  await page.click('[data-back]');
  if (view === undefined) await page.waitForSelector(does('take'));
  else await atView(page, view);
}

export async function toSection(page: Page, section: string): Promise<void> {
  await page.click(`[data-plan-section="${section}"] button`);
  await atView(page, 'section');
}

export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details.fold')) fold.open = true;
  });
}

/** A photo as a camera writes it, drawn by the browser. */
export async function photoOf(page: Page, width = 640, height = 480): Promise<Buffer> {
  const jpeg = await drawn(page, width, height, 60, 'image/jpeg');
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(1), jpeg.subarray(2)]);
}

export async function attach(page: Page, kind: 'picture' | 'sound', bytes: Buffer): Promise<void> {
  const before = await page.locator('[data-plan-kept]').count();
  await page.setInputFiles(`[data-plan-file="${kind}"]`, { name: 'IMG_0071', mimeType: kind === 'picture' ? 'image/jpeg' : 'audio/wav', buffer: bytes });
  await page.locator('[data-plan-kept]').nth(before).waitFor({ timeout: slowMs });
  await page.waitForSelector('[data-plan-adding="idle"]', { timeout: slowMs });
}

export async function showPicture(page: Page): Promise<void> {
  await act(page, 'show-picture');
  await page.waitForSelector('[data-plan-picture="shown"]', { timeout: slowMs });
}

/** What somebody writes: in the script of their language, and long enough to break a line. */
export interface Own {
  readonly lang: string;
  readonly line: string;
  readonly long: string;
  readonly name: string;
  /** None that can be: for a browser with its own way to pick one, or in words for one without. */
  readonly noDay: string;
  readonly noTime: string | null;
}

const passphrase = 'the heron stands by the mill';

const faultsTold = (page: Page, many: number): Promise<unknown> => page.waitForFunction((count) => document.querySelectorAll('.fault').length === count, many);

type Look = (state: string) => Promise<void>;

async function walkSteps(page: Page, own: Own, look: Look): Promise<void> {
  await into(page, 'steps');
  await look('steps, nothing picked');
  await act(page, 'begin-steps');
  await atView(page, 'begin');
  await page.check('input[value="friend"]');
  for (const situation of ['children', 'pets', 'visa']) await page.check(`input[value="${situation}"]`);
  await look('begin, for a friend');
  await page.check('input[value="me"]');
  await act(page, 'show-ideas');
  await toSection(page, 'now');
  for (const idea of ['now.room', 'now.hurt', 'now.call']) await page.click(`[data-idea="${idea}"] ${does('take-idea')}`);
  for (const idea of ['now.phone', 'now.signs']) await page.click(`[data-idea="${idea}"] ${does('not-this')}`);
  await answer(page, 'own-now', own.long);
  await act(page, 'add-own');
  await page.waitForSelector('[data-step="own"]');
  await page.click(`[data-step="now.hurt"] ${does('change-step')}`);
  await act(page, 'put-off');
  for (const step of ['now.room', 'now.hurt', 'own']) await page.click(`[data-step="${step}"] ${does('change-step')}`);
  await answer(page, 'step-day', own.noDay);
  await act(page, 'add-own');
  await faultsTold(page, 2);
  await unfold(page);
  await look('a section, steps open for change, ideas put aside, a day and an own step at fault');
  await act(page, 'all-steps');
  await atView(page, 'steps');
  await look('steps, some taken');
  await back(page);
}

async function walkBagAndPeople(page: Page, own: Own, look: Look): Promise<void> {
  await into(page, 'bag');
  await page.click(`[data-plan-list="docs"] ${does('take-all')}`);
  await page.click('[data-step="docs.passport"] input');
  await page.click(`[data-step="docs.passport"] ${does('change-step')}`);
  await answer(page, 'step-where', own.long);
  await look('bag, a thing open for change');
  await back(page);
  await into(page, 'people');
  await look('people, nobody yet');
  await act(page, 'add-person');
  await answer(page, 'person-name', own.name);
  await answer(page, 'person-number', own.line);
  await answer(page, 'person-note', own.long);
  await act(page, 'delete-person');
  await faultsTold(page, 1);
  await look('a person, the number at fault, asked before deleting');
  await act(page, 'keep');
  await answer(page, 'person-number', '01634 000000');
  await look('a person who can be called');
  await back(page, 'people');
  await act(page, 'code');
  await act(page, 'show-card');
  await page.waitForSelector('.fault');
  await look('code, no word yet');
  await answer(page, 'code-word', own.name);
  await answer(page, 'code-means', own.long);
  await act(page, 'show-card');
  await atView(page, 'card');
  await look('card');
  await act(page, 'end-card');
  await back(page, 'people');
  await look('people');
  await back(page);
}

async function walkLog(page: Page, own: Own, look: Look): Promise<void> {
  await into(page, 'log');
  await unfold(page);
  await look('log, empty');
  await act(page, 'add-entry');
  await answer(page, 'log-text', own.long);
  await page.check('input[value="other"]');
  await answer(page, 'log-day', own.noDay);
  if (own.noTime !== null) await answer(page, 'log-time', own.noTime);
  await unfold(page);
  for (const detail of ['where', 'who', 'hurt', 'refs', 'felt']) await answer(page, `log-${detail}`, detail === 'refs' ? 'W'.repeat(60) : own.line);
  const photo = await photoOf(page);
  await attach(page, 'picture', photo);
  await attach(page, 'sound', wavOf(1, 440));
  await showPicture(page);
  await page.setInputFiles('[data-plan-file="picture"]', { name: 'IMG_0072', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await page.waitForSelector('[data-vault-fault="not-a-picture"]', { timeout: slowMs });
  await page.locator(does('delete-file')).first().click();
  await faultsTold(page, own.noTime === null ? 2 : 3);
  await look('an entry, all open, a picture shown, day, time and file at fault');
  await act(page, 'keep');
  await page.check('input[value="yesterday"]');
  for (let more = 0; more < 4; more += 1) await attach(page, 'picture', photo);
  await page.check('input[value="unsure"]');
  await answer(page, 'log-about', own.line);
  await act(page, 'delete-entry');
  await page.waitForSelector('[data-plan-full]');
  await look('an entry in a full plan, asked before deleting');
  await act(page, 'keep');
  await back(page, 'log');
  await act(page, 'add-entry');
  await answer(page, 'log-text', own.line);
  await back(page, 'log');
  await look('log');
  await answer(page, 'log-search', 'WWW');
  await look('log, searched');
  await answer(page, 'log-search', 'xqzt');
  await look('log, nothing found');
  await back(page);
}

/** Also makes the file, with pictures, and reads it with nothing open. */
async function walkOut(page: Page, own: Own, look: Look): Promise<void> {
  await into(page, 'take');
  await look('take, nothing picked');
  for (const part of await page.locator(`${field('take-parts')} input`).all()) await part.check();
  await unfold(page);
  await page.fill('[data-vault-file-words]', 'ab');
  await act(page, 'hand');
  await page.waitForSelector('[data-vault-fault="too-short"]');
  await page.locator('[data-plan-picture="shown"]').nth(4).waitFor({ timeout: slowMs });
  await look('take, everything picked, every way open, the words at fault');
  await page.fill('[data-vault-file-words]', passphrase);
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: slowMs }), act(page, 'hand')]);
  const file = await download.path();
  await lock(page);
  await openPart(page, '[data-vault-read-file] [data-vault-file]');
  await page.setInputFiles('[data-vault-read-file] [data-vault-file]', file);
  await page.fill('[data-vault-read-file] [data-vault-file-words]', passphrase);
  await press(page, 'read-file');
  await page.waitForSelector('[data-plan-view="reader"]', { timeout: slowMs });
  await page.locator('[data-plan-picture="shown"]').nth(4).waitFor({ timeout: slowMs });
  await look('a file from somebody');
  await act(page, 'close-reader');
  await waitFor(page, 'locked');
}

/** From no plan at all to a full one and out again. `look` is called in each state, by its name. */
export async function walkInside(page: Page, own: Own, look: Look): Promise<void> {
  await toPlan(page, own.lang);
  await begin(page, passphrase);
  await look('first screen, empty');
  await walkSteps(page, own, look);
  await walkBagAndPeople(page, own, look);
  await walkLog(page, own, look);
  await press(page, 'add-note');
  await page.fill('[data-note-text]', own.line);
  await waitSaved(page);
  await press(page, 'back-to-list');
  await unfold(page);
  await look('first screen, filled');
  await walkOut(page, own, look);
}
