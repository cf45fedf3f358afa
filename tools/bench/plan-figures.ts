/** The figures of the plan, each at every speed in turns, so that what else the machine does falls on all alike. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { lock, waitSaved } from '../../tests/helpers/plan-screen.ts';
import { median } from './median.ts';
import { dropPicture, open, seen, typeUnevenly } from './plan-steps.ts';
import type { Asked, Letter, Watched } from './plan-watch.ts';
import type { SlowBrowser, Speed } from './slow-browser.ts';
import { spreadOf, type Spread } from './spread.ts';

export type BySpeed<T> = Partial<Record<Speed, T>>;

/** So many rounds, at every speed in each. */
async function inTurns<T>(browser: SlowBrowser, rounds: number, act: () => Promise<T>): Promise<BySpeed<T[]>> {
  const found: BySpeed<T[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const speed of browser.speeds) {
      await browser.at(speed);
      (found[speed] ??= []).push(await act());
    }
  }
  await browser.at('full');
  return found;
}

function eachSpeed<T, R>(found: BySpeed<T>, make: (value: T) => R): BySpeed<R> {
  return Object.fromEntries(Object.entries(found).map(([speed, value]) => [speed, make(value)])) as BySpeed<R>;
}

const delays = (letters: readonly Letter[]): number[] => letters.map(({ at, drawn }) => drawn - at);
const savesIn = ({ asked }: Watched): readonly Asked[] => asked.filter(({ call, answered }) => call === 'save' && answered > 0);

/** What the slowing comes to on the page's own thread: a tenth of a second of work, and four thousandths with rests between. */
export async function measureReach(browser: SlowBrowser, page: Page): Promise<BySpeed<{ readonly longMs: number; readonly shortMs: number }>> {
  const work = (steps: number, restMs: number): Promise<number> => page.evaluate(`new Promise((done) => setTimeout(() => {
    const began = performance.now();
    for (let at = 0, sum = 0; at < ${steps}; at += 1) sum = (sum * 31 + at) | 0;
    done(performance.now() - began);
  }, ${restMs}))`);
  const found = await inTurns(browser, 5, async () => ({ long: await work(20_000_000, 0), short: await work(800_000, 100) }));
  return eachSpeed(found, (rounds) => ({ longMs: median(rounds.map(({ long }) => long)), shortMs: median(rounds.map(({ short }) => short)) }));
}

export interface SaveFigure {
  /** From the end of the pause after a key, with writing the plan out, to the vault's answer that it is on the disk. */
  readonly whole: Spread;
  /** The part of it that the page's own thread is busy: writing the plan out and handing it over. */
  readonly page: Spread;
}

/** One entry of 500 is changed, and saved by itself. */
export async function measureSaves(browser: SlowBrowser, page: Page): Promise<BySpeed<SaveFigure>> {
  const found = await inTurns(browser, 5, async () => {
    for (let nth = 0; nth < 5; nth += 1) {
      await page.keyboard.press('x');
      await page.waitForFunction((count) => window.watched.asked.filter(({ drawn }) => drawn > 0).length > count, nth, { polling: 100 });
    }
    return savesIn(await seen(page));
  });
  return eachSpeed(found, (rounds) => {
    const saves = rounds.flat();
    return { whole: spreadOf(saves.map(({ began, answered }) => answered - began)), page: spreadOf(saves.map(({ began, taskEnd }) => taskEnd - began)) };
  });
}

export interface TypingFigure {
  /** From the key to the screen: all letters, those that fell into a save, and the others. */
  readonly all: Spread;
  readonly inSave: Spread;
  readonly between: Spread;
  /** The longest task of the page that fell into a save, if any was over 50 ms; 0 for none. */
  readonly longestTaskMs: number;
  /** The slowest key by the browser's own list, which counts in steps of eight. */
  readonly slowestByBrowserMs: number;
}

/** Sixty letters, eight a second, and one more aimed into each save that they bring about. */
export async function measureTyping(browser: SlowBrowser, page: Page): Promise<BySpeed<TypingFigure>> {
  let isAiming = false;
  await page.exposeFunction('onSave', () => {
    if (isAiming) void page.keyboard.press('s');
  });
  const found = await inTurns(browser, 3, async () => {
    isAiming = true;
    await typeUnevenly(page, 20, 125);
    isAiming = false;
    await waitSaved(page);
    return seen(page);
  });
  return eachSpeed(found, (rounds) => {
    const inSave: Letter[] = [];
    const between: Letter[] = [];
    let longestTaskMs = 0;
    for (const round of rounds) {
      const touches = (from: number, to: number): boolean => savesIn(round).some(({ began, answered }) => from <= answered && to >= began);
      for (const letter of round.letters) (touches(letter.at, letter.drawn) ? inSave : between).push(letter);
      longestTaskMs = Math.max(longestTaskMs, ...round.longTasks.filter(({ at, ms }) => touches(at, at + ms)).map(({ ms }) => ms));
    }
    return {
      all: spreadOf(delays([...inSave, ...between])), inSave: spreadOf(delays(inSave)), between: spreadOf(delays(between)), longestTaskMs,
      slowestByBrowserMs: Math.max(0, ...rounds.flatMap(({ slowEventsMs }) => slowEventsMs)),
    };
  });
}

export interface PhotoFigure {
  /** From the picker until its row shows; and until the plan that names it is saved. */
  readonly shown: Spread;
  readonly kept: Spread;
  /** Keys pressed meanwhile, from the key to the screen. */
  readonly keys: Spread;
}

/** A photo of 12 million points; with `isTyping`, a key every tenth of a second meanwhile. */
export async function measurePhotos(browser: SlowBrowser, page: Page, photo: Buffer, isTyping: boolean): Promise<BySpeed<PhotoFigure>> {
  const path = join(browser.folder, 'photo.jpg');
  writeFileSync(path, photo);
  const found = await inTurns(browser, isTyping ? 5 : 3, async () => {
    let isKept = false;
    await page.setInputFiles('[data-plan-file="picture"]', path);
    const kept = page.waitForFunction(() => (window.watched.photos[0]?.kept ?? 0) > 0, undefined, { polling: 100 }).then(() => (isKept = true));
    while (isTyping && !isKept) await typeUnevenly(page, 2, 100);
    await kept;
    await waitSaved(page);
    const { photos: [one], letters } = await seen(page);
    await browser.at('full');
    await dropPicture(page);
    await seen(page);
    if (!one) throw new Error('the picker did nothing');
    return { kept: one.kept - one.picked, shown: one.shown - one.picked, keys: delays(letters.filter(({ at, drawn }) => drawn >= one.picked && at <= one.kept)) };
  });
  return eachSpeed(found, (rounds) => ({
    shown: spreadOf(rounds.map(({ shown }) => shown)), kept: spreadOf(rounds.map(({ kept }) => kept)), keys: spreadOf(rounds.flatMap(({ keys }) => keys)),
  }));
}

export interface ListFigure {
  /** From the tap on its door to the list of 500 on the screen. */
  readonly list: Spread;
  /** Keys in its search. */
  readonly search: Spread;
}

/** From the plan's first screen; ends there. */
export async function measureList(browser: SlowBrowser, page: Page): Promise<BySpeed<ListFigure>> {
  const found = await inTurns(browser, 2, async () => {
    const listMs = await page.evaluate<number>(`new Promise((done) => {
      const began = performance.now();
      const look = () => requestAnimationFrame(() => setTimeout(() => document.querySelector('[data-plan-timeline]') ? done(performance.now() - began) : look()));
      document.querySelector('[data-plan-do="log"]').click();
      look();
    })`);
    await page.focus('[data-ask-field="log-search"]');
    await typeUnevenly(page, 10, 125);
    const { letters } = await seen(page);
    await page.click('[data-back]');
    await page.waitForSelector('[data-plan-do="log"]');
    return { listMs, keys: delays(letters) };
  });
  return eachSpeed(found, (rounds) => ({ list: spreadOf(rounds.map(({ listMs }) => listMs)), search: spreadOf(rounds.flatMap(({ keys }) => keys)) }));
}

export interface OpenFigure {
  readonly derivationMs: number;
  /** From the press to the vault's answer; and until the first screen is drawn. */
  readonly openingMs: number;
  readonly drawnMs: number;
  readonly ratio: number;
  readonly drawnRatio: number;
}

/** Beside the derivation alone, in a worker that does nothing else. The page is locked before and after. */
export async function measureOpenings(browser: SlowBrowser, page: Page, derivation: Page): Promise<BySpeed<OpenFigure>> {
  const found = await inTurns(browser, 5, async () => {
    const [derivationMs = 0] = await derivation.evaluate<number[]>('window.bench.derivations(1)');
    await open(page);
    await page.waitForFunction(() => window.watched.asked.some(({ call, drawn }) => call === 'open' && drawn > 0), undefined, { polling: 100 });
    const one = (await seen(page)).asked.find(({ call }) => call === 'open');
    await lock(page);
    if (!one) throw new Error('it did not open');
    return { derivationMs, openingMs: one.answered - one.sent, drawnMs: one.drawn - one.sent };
  });
  return eachSpeed(found, (rounds) => {
    const of = (name: keyof (typeof rounds)[number]): number => median(rounds.map((round) => round[name]));
    const [derivationMs, openingMs, drawnMs] = [of('derivationMs'), of('openingMs'), of('drawnMs')];
    return { derivationMs, openingMs, drawnMs, ratio: openingMs / derivationMs, drawnRatio: drawnMs / derivationMs };
  });
}
