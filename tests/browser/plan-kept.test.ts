/** What was written inside a plan stays: through a kill, a full disk, a second tab, a clock that is wrong, and a long record. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { beginPlan, openPlanPage, pressAt, tryToOpen, typeInto } from '../helpers/canary.ts';
import type { Visit } from '../helpers/browser.ts';
import { openMortal, type Mortal } from '../helpers/mortal-browser.ts';
import { visitWithoutCopy } from '../helpers/outside.ts';
import { askVault } from '../helpers/page-vault.ts';
import { act, answer, atView, attach, back, does, field, into, photoOf, showPicture } from '../helpers/plan-inside.ts';
import { begin, lock, openWith, press, toPlan, waitFault, waitFor, waitSaved } from '../helpers/plan-screen.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

const words = 'the heron stands by the mill';
const visitPlan = async (): Promise<Visit> => {
  const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
  await toPlan(visit.page);
  return visit;
};

/** Opens the plan and its record. */
async function openLog(page: Page): Promise<void> {
  await openWith(page, words);
  await waitFor(page, 'open');
  await into(page, 'log');
}

const openEntry = async (page: Page, holding: string): Promise<void> => {
  await page.locator('[data-entry] button', { hasText: holding }).click();
  await atView(page, 'entry');
};

async function writeEntry(page: Page, text: string): Promise<void> {
  await act(page, 'add-entry');
  await answer(page, 'log-text', text);
  await waitSaved(page);
}

describe('a day and a time that were begun and not ended', () => {
  it('are told beside their boxes once these are left, since the browser shows them to nobody but the person', async () => {
    const visit = await visitPlan();
    const { page } = visit;
    await begin(page, words);
    await into(page, 'log');
    await act(page, 'add-entry');
    await page.check('input[value="other"]');
    for (const [box, half, rest] of [['log-day', '0304', '2026'], ['log-time', '09', '15a']] as const) {
      await page.focus(field(box));
      await page.keyboard.type(half);
      expect(await page.locator('.fault').count(), `${box}, while it is typed`).toBe(0);
      await page.focus(field('log-text'));
      await page.waitForSelector(`${field(box)}[aria-invalid="true"]`);
      await page.focus(field(box));
      await page.keyboard.type(half + rest);
      await page.focus(field('log-text'));
      await page.waitForSelector(`${field(box)}:not([aria-invalid])`);
    }
    await visit.close();
  });
});

describe('a browser that is killed', () => {
  it('a second after the last key has lost no letter of the entry, and not the picture', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'killed-'));
    let browser: Mortal | null = null;
    try {
      const { page: drawing, close } = await visitPlan();
      const photo = join(profile, 'IMG_0071.jpg');
      writeFileSync(photo, await photoOf(drawing));
      await close();
      browser = await openMortal('packed-chromium', join(profile, 'profile'));
      const { page } = browser;
      await openPlanPage(page, site.server.url);
      await beginPlan(page, words);
      await pressAt(page, does('log'));
      await pressAt(page, does('add-entry'));
      await page.waitForSelector('[data-plan-view="entry"]');
      await ((await page.$('[data-plan-file="picture"]')) as ElementHandle<HTMLInputElement>).uploadFile(photo);
      await page.waitForSelector('[data-plan-files="1"]');
      await page.waitForSelector('[data-plan-adding="idle"] p');
      await pressAt(page, 'details.fold summary');
      await typeInto(page, field('log-where'), 'in the kitchen');
      await typeInto(page, field('log-text'), 'He shouted and stood in the door. I write this to the last letter: z');
      await new Promise((done) => setTimeout(done, 1_000));
      await browser.kill();

      browser = await openMortal('packed-chromium', join(profile, 'profile'));
      const again = browser.page;
      await openPlanPage(again, site.server.url);
      await tryToOpen(again, words, 'open');
      await pressAt(again, does('log'));
      await pressAt(again, '[data-entry] button');
      await again.waitForSelector(field('log-text'));
      const values = await again.$$eval('[data-ask-field="log-text"], [data-ask-field="log-where"]', (boxes) => boxes.map((box) => (box as HTMLInputElement).value));
      expect(values).toEqual(['He shouted and stood in the door. I write this to the last letter: z', 'in the kitchen']);
      await pressAt(again, does('show-picture'));
      await again.waitForSelector('[data-plan-picture="shown"]');
    } finally {
      await browser?.kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

describe('a disk', () => {
  it('that gives no more space stands in nobody’s way: a picture goes into the room that was made before', async () => {
    const { page, close, problems } = await visitPlan();
    await begin(page, words);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.server.url, quotaSize: 1_000_000 });
    const { quota = 0, usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
    expect(usage).toBeGreaterThan(quota);
    await into(page, 'log');
    await writeEntry(page, 'He shouted');
    await attach(page, 'picture', await photoOf(page));
    await lock(page);
    await openLog(page);
    await openEntry(page, 'He shouted');
    await showPicture(page);
    expect(problems()).toEqual([]);
    await close();
  });

  it('that refuses a picture is told beside it; the entry is whole, and the picture is taken once the disk does', async () => {
    const { page, close, problems } = await visitPlan();
    await begin(page, words);
    await into(page, 'log');
    await writeEntry(page, 'He shouted');
    const photo = await photoOf(page);
    const [worker, ...others] = page.workers();
    expect(others).toEqual([]);
    const refuse = async (on: boolean): Promise<void> =>
      worker?.evaluate((isRefusing) => {
        const { prototype } = (globalThis as unknown as { FileSystemSyncAccessHandle: { prototype: { write: () => unknown; real?: () => unknown } } }).FileSystemSyncAccessHandle;
        prototype.real ??= prototype.write;
        prototype.write = isRefusing
          ? () => {
              throw new DOMException('no more space', 'QuotaExceededError');
            }
          : prototype.real;
      }, on);
    await refuse(true);
    await page.setInputFiles('[data-plan-file="picture"]', { name: 'IMG_0071.jpg', mimeType: 'image/jpeg', buffer: photo });
    await waitFault(page, 'quota-full');
    expect(await page.innerText('[data-plan-files] .fault')).toContain('It could not be saved, so it was not added.');
    expect(await page.locator('[data-plan-kept]').count()).toBe(0);
    expect(await page.inputValue(field('log-text'))).toBe('He shouted');
    await refuse(false);
    await attach(page, 'picture', photo);
    expect(await page.locator('.fault').count()).toBe(0);
    await answer(page, 'log-text', 'He shouted, again');
    await waitSaved(page);
    await lock(page);
    await openLog(page);
    await openEntry(page, 'He shouted, again');
    await showPicture(page);
    expect(problems()).toEqual([]);
    await close();
  });
});

describe('two tabs', () => {
  it('have the record one after the other: the second takes over with every letter and picture, the first shows nothing of it', async () => {
    const { page: first, context, close, problems } = await visitPlan();
    await begin(first, words);
    await into(first, 'log');
    await writeEntry(first, 'He shouted');
    await attach(first, 'picture', await photoOf(first));
    await showPicture(first);
    const second = await context.newPage();
    await toPlan(second);
    await openWith(second, words);
    await waitFault(second, 'in-other-tab');
    await answer(first, 'log-text', 'He shouted, then left');
    await waitSaved(first);
    await press(second, 'take-over');
    await waitFor(second, 'open');
    await waitFor(first, 'locked');
    expect(await first.content()).not.toContain('shouted');
    expect(await first.locator('canvas').count()).toBe(0);
    await into(second, 'log');
    await openEntry(second, 'He shouted, then left');
    await showPicture(second);
    expect(problems()).toEqual([]);
    await close();
  });
});

describe('a clock that is ten years off', () => {
  it('ahead or behind, loses nothing: each entry stands under the day it was given, saves and can be changed', async () => {
    const { page, close, problems } = await visitPlan();
    const days = async (): Promise<readonly string[]> => page.locator('[data-plan-timeline] h2').allInnerTexts();
    const on = async (day: string): Promise<void> => {
      await page.clock.setFixedTime(`${day}T21:00:00`);
      await toPlan(page);
    };
    await on('2026-05-03');
    await begin(page, words);
    await into(page, 'log');
    await writeEntry(page, 'on the right day');
    await lock(page);
    await on('2036-05-03');
    await openLog(page);
    await writeEntry(page, 'ten years ahead');
    await lock(page);
    await on('2016-05-03');
    await openLog(page);
    expect(await days()).toEqual(['3 May 2036', '3 May 2026']);
    await writeEntry(page, 'ten years behind');
    await back(page, 'log');
    await openEntry(page, 'ten years ahead');
    await answer(page, 'log-text', 'ten years ahead, changed behind');
    await waitSaved(page);
    await lock(page);
    await on('2026-05-04');
    await openLog(page);
    expect(await days()).toEqual(['3 May 2036', '3 May 2026', '3 May 2016']);
    expect(await page.locator('[data-entry] strong').allInnerTexts()).toEqual(['ten years ahead, changed behind', 'on the right day', 'ten years behind']);
    expect(problems()).toEqual([]);
    await close();
  });
});

const manyEntries = 500;
const long = JSON.stringify({
  notes: Array.from({ length: manyEntries }, (_, at) => ({
    id: `e${at}`, title: '', text: `${'He shouted and would not let me sleep. '.repeat(6)}It was number ${at}.`, order: at, changed: '2026-11-02T10:00:00Z',
    log: { day: new Date(Date.UTC(2024, 0, 1 + Math.floor(at / 2))).toISOString().slice(0, 10), time: '21:30', where: at % 50 === 7 ? 'at the allotment' : 'at home', written: '2026-11-02T10:00:00Z' },
  })),
});

describe(`a record of ${manyEntries} entries`, () => {
  it('opens, stands in the order of days, is searched letter by letter, and takes one more', async () => {
    const { page, close, problems } = await visitPlan();
    const times: string[] = [];
    const timed = async (what: string, done: () => Promise<unknown>): Promise<void> => {
      const before = Date.now();
      await done();
      times.push(`${what} ${Date.now() - before} ms`);
    };
    const entries = (many: number): Promise<unknown> => page.waitForFunction((count) => document.querySelectorAll('[data-entry]').length === count, many);
    expect(await askVault(page, `create(${JSON.stringify(words)}, ${JSON.stringify(long)})`)).toMatchObject({ ok: true });
    await timed('opened', async () => {
      await openWith(page, words);
      await waitFor(page, 'open');
    });
    await timed('listed', async () => {
      await into(page, 'log');
      await entries(manyEntries);
    });
    expect(await page.locator('[data-plan-timeline] h2').count()).toBe(manyEntries / 2);
    expect(await page.locator('[data-entry] strong').first().innerText()).toContain('He shouted');
    expect(await page.locator('[data-entry]').first().getAttribute('data-entry')).toBe('e499');
    await timed('ten letters of a search', async () => {
      await page.locator(field('log-search')).pressSequentially('allotment ');
      await entries(manyEntries / 50);
    });
    await answer(page, 'log-search', '');
    await entries(manyEntries);
    await act(page, 'add-entry');
    await timed('twenty letters of an entry', async () => {
      await page.locator(field('log-text')).pressSequentially('and one more of them');
      await waitSaved(page);
    });
    await timed('back to the list', async () => {
      await back(page, 'log');
      await entries(manyEntries + 1);
    });
    console.info(`${JSON.stringify(long).length} bytes: ${times.join(', ')}`);
    await lock(page);
    await openLog(page);
    await entries(manyEntries + 1);
    expect(problems()).toEqual([]);
    await close();
  });
});
