/** A person who also takes steps, writes down people and what happened, and adds a photo and a recording: marked words in every box, and the bytes of both files to be looked for. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { pressAt, typeInto } from './canary.ts';
import { canary, gpsCanary, wavOf, withMetadata } from './media-files.ts';
import { drawn } from './media-visit.ts';
import type { Run } from './profile-search.ts';

/** Every box inside a plan that takes somebody's words. */
const boxes = [
  'own-now', 'step-words', 'step-where', 'person-name', 'person-note', 'code-word', 'code-means', 'code-knows',
  'log-text', 'log-about', 'log-where', 'log-who', 'log-hurt', 'log-refs', 'log-felt', 'log-search',
] as const;
type Box = (typeof boxes)[number];

const number = '07009 471836';
/** What the files are called: a browser may remember that too. */
const fileNames = { picture: 'zqxphotoname.jpg', sound: 'zqxsoundname.wav' } as const;

const wordFor = (box: Box): string => `zqx${box.replace('-', '')}wvj`;

/** All of it that is text. */
export const insideTexts: readonly string[] = [...boxes.map(wordFor), number, number.replace(' ', ''), 'zqxphotoname', 'zqxsoundname', canary, gpsCanary];

const runBytes = 32;

/** Runs of a file at places spread over it, behind the head that other files of its kind have too. */
function runsOf(name: string, bytes: Buffer, many = 12): readonly Run[] {
  const from = Math.min(2_000, Math.floor(bytes.length / 10));
  return Array.from({ length: many }, (_, at) => {
    const start = from + Math.floor((at * (bytes.length - from - runBytes)) / many);
    return { name: `${name} at ${start}`, bytes: bytes.subarray(start, start + runBytes) };
  });
}

export interface AddedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Where the photo was taken, as its file says it. */
function placeIn(photo: Buffer): Run {
  const end = photo.indexOf(gpsCanary);
  return { name: 'the place of the photo', bytes: photo.subarray(end - 48, end) };
}

export const runsIn = (files: readonly AddedFile[]): readonly Run[] => files.flatMap(({ name, bytes }) => [...runsOf(name, bytes), ...(bytes.includes(gpsCanary) ? [placeIn(bytes)] : [])]);

/** A photo and a recording with everything in them that must not survive, in a folder apart from any profile. */
export async function makeFiles(): Promise<{ readonly folder: string; readonly files: readonly AddedFile[]; remove(): void }> {
  const browser = await launchBrowser();
  const { page } = await browser.newVisit({ origin: 'http://localhost' });
  const photo = withMetadata(await drawn(page, 1200, 900, 160, 'image/jpeg'), 6);
  await browser.close();
  const sound = wavOf(2, 440);
  const folder = mkdtempSync(join(tmpdir(), 'added-'));
  writeFileSync(join(folder, fileNames.picture), photo);
  writeFileSync(join(folder, fileNames.sound), sound);
  return { folder, files: [{ name: 'the photo', bytes: photo }, { name: 'the recording', bytes: sound }], remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const does = (what: string): string => `[data-plan-do="${what}"]`;

async function writeBoxes(page: Page, ...names: readonly Box[]): Promise<void> {
  for (const name of names) await typeInto(page, `[data-ask-field="${name}"]`, wordFor(name));
}

async function back(page: Page, until: string): Promise<void> {
  await pressAt(page, '[data-back]');
  await page.waitForSelector(until);
}

async function waitSaved(page: Page): Promise<void> {
  await page.waitForSelector('[data-vault-saved="saved"]');
}

/** Notes whatever the page hands its workers: what is about to be sealed. */
const listen = `(() => {
  const heard = (window.heard = []);
  const real = Worker.prototype.postMessage;
  const look = (part) => {
    if (part instanceof Uint8Array) heard.push(part.slice());
    else if (part && typeof part === 'object') Object.values(part).forEach(look);
  };
  Worker.prototype.postMessage = function (...given) {
    look(given[0]);
    return real.apply(this, given);
  };
})()`;

/** The files as they were sealed, told by how they begin. */
async function heardOf(page: Page): Promise<readonly AddedFile[]> {
  const told = (await page.evaluate(`window.heard.splice(0).map((bytes) => btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), '')))`)) as string[];
  const all = told.map((text) => Buffer.from(text, 'base64'));
  const found = (name: string, mark: string): AddedFile => {
    const bytes = all.find((one) => one.length > 2_000 && one.subarray(0, mark.length / 2).toString('hex') === mark);
    if (!bytes) throw new Error(`${name} was not heard on its way to the vault`);
    return { name, bytes };
  };
  return [found('the small picture', 'ffd8'), found('the small recording', Buffer.from('RIFF').toString('hex'))];
}

async function add(page: Page, kind: 'picture' | 'sound', folder: string): Promise<void> {
  const picker = (await page.waitForSelector(`[data-plan-file="${kind}"]`)) as ElementHandle<HTMLInputElement>;
  await picker.uploadFile(join(folder, fileNames[kind]));
  await page.waitForSelector(`[data-plan-kept="${kind}"]`);
  await page.waitForSelector('[data-plan-adding="idle"]');
}

/** Shows the picture and plays the recording of the one entry there is; the record must be on the screen. */
export async function showAll(page: Page): Promise<void> {
  await pressAt(page, '[data-entry] button');
  await pressAt(page, does('show-picture'));
  await page.waitForSelector('[data-plan-picture="shown"]');
  await pressAt(page, does('play-sound'));
}

/** From the first screen of an open plan, through every screen of it, and back there. What was added, as it came and as it was sealed. */
export async function writeInside(page: Page, folder: string): Promise<readonly AddedFile[]> {
  await pressAt(page, does('steps'));
  await pressAt(page, '[data-plan-section="now"] button');
  await writeBoxes(page, 'own-now');
  await pressAt(page, does('add-own'));
  await pressAt(page, does('change-step'));
  await writeBoxes(page, 'step-words');
  await back(page, '[data-plan-view="steps"]');
  await back(page, does('bag'));
  await pressAt(page, does('bag'));
  await pressAt(page, does('take-idea'));
  await pressAt(page, does('change-step'));
  await writeBoxes(page, 'step-where');
  await back(page, does('people'));
  await pressAt(page, does('people'));
  await pressAt(page, does('add-person'));
  await writeBoxes(page, 'person-name', 'person-note');
  await typeInto(page, '[data-ask-field="person-number"]', number);
  await back(page, '[data-plan-view="people"]');
  await pressAt(page, does('code'));
  await writeBoxes(page, 'code-word', 'code-means', 'code-knows');
  await pressAt(page, does('show-card'));
  await pressAt(page, does('end-card'));
  await back(page, '[data-plan-view="people"]');
  await back(page, does('log'));
  await pressAt(page, does('log'));
  await pressAt(page, does('add-entry'));
  await pressAt(page, 'input[value="unsure"]');
  await pressAt(page, 'details.fold summary');
  await writeBoxes(page, 'log-text', 'log-about', 'log-where', 'log-who', 'log-hurt', 'log-refs', 'log-felt');
  await page.evaluate(listen);
  await add(page, 'picture', folder);
  await add(page, 'sound', folder);
  const sealed = await heardOf(page);
  await waitSaved(page);
  await back(page, '[data-plan-view="log"]');
  await showAll(page);
  await back(page, '[data-plan-view="log"]');
  await writeBoxes(page, 'log-search');
  await back(page, does('take'));
  await pressAt(page, does('take'));
  for (const part of ['steps', 'bag', 'people', 'log', 'notes', 'files']) await pressAt(page, `[data-ask-field="take-parts"] [value="${part}"]`);
  await page.waitForSelector('[data-plan-paper] [data-plan-picture="shown"]');
  await back(page, does('take'));
  return sealed;
}
