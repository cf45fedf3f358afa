/**
 * What somebody finds who looks from outside. The browser from npm has no memory for
 * what is typed into boxes, which a whole Chromium has: so the boxes are looked at,
 * and tests/long/canary.test.ts has a window. A sample of it: plan-canary.test.ts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { beginPlan, lock, marksOf, openPlanPage, writeAll } from '../helpers/canary.ts';
import { makeFiles, writeInside } from '../helpers/canary-inside.ts';
import { openMortal } from '../helpers/mortal-browser.ts';
import { serveBuild } from '../helpers/server.ts';
import { siteFiles } from '../helpers/site-files.ts';

let server: StaticServer;
beforeAll(async () => {
  server = await serveBuild();
});
afterAll(() => server?.close());

/** Boxes that show what is typed and that a browser may remember: Chromium does so for every such box without "off", and "new-password" is not "off". */
const rememberable = `[...document.querySelectorAll('textarea, input')]
  .filter((box) => !['password', 'radio', 'checkbox', 'file', 'button', 'submit'].includes(box.type) && box.autocomplete !== 'off')
  .map((box) => box.outerHTML)`;

describe('no box that shows what is typed', () => {
  it('may be remembered by the browser: locked and shown, beginning in each way, in the list and in a note', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'boxes-'));
    const browser = await openMortal('packed-chromium', profile);
    try {
      const { page } = browser;
      await openPlanPage(page, server.url);
      await page.$eval('.reveal', (button) => (button as HTMLButtonElement).click());
      await page.waitForSelector('[data-vault-passphrase][type="text"]');
      expect(await page.evaluate(rememberable), 'locked, shown').toEqual([]);
      await page.$eval('[data-vault-do="begin"]', (button) => (button as HTMLButtonElement).click());
      await page.waitForSelector('input[type="radio"]');
      for (const kind of await page.$$('fieldset input[type="radio"]')) {
        await kind.evaluate((radio) => (radio as HTMLInputElement).click());
        expect(await page.evaluate(rememberable), 'beginning').toEqual([]);
      }
      await page.$eval('[data-vault-do="cancel"]', (button) => (button as HTMLButtonElement).click());
      await beginPlan(page, 'some words of my own');
      await writeAll(page, ['zqone', 'zqtwo', 'zqthree']);
      expect(await page.evaluate(rememberable), 'the list').toEqual([]);
      await page.$eval('[data-vault-do="add-note"]', (button) => (button as HTMLButtonElement).click());
      await page.waitForSelector('[data-note-text]');
      expect(await page.evaluate(rememberable), 'a note').toEqual([]);
    } finally {
      await browser.kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

/** What script, and so whoever opens the developer tools, can ask of the browser. */
const question = `(async () => {
  const { usageDetails } = await navigator.storage.estimate();
  const named = async (cache) => [cache, (await (await caches.open(cache)).keys()).length];
  return {
    files: usageDetails.fileSystem, persisted: await navigator.storage.persisted(), buckets: await navigator.storageBuckets?.keys(), databases: await indexedDB.databases(),
    caches: await Promise.all((await caches.keys()).map(named)), workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    local: localStorage.length, session: sessionStorage.length, cookie: document.cookie, state: history.state, title: document.title, steps: history.length,
    names: (await Array.fromAsync((await navigator.storage.getDirectory()).keys())).sort(),
  };
})()`;

async function visit(act: (page: Page) => Promise<void>): Promise<{ answers: unknown; files: unknown }> {
  const profile = mkdtempSync(join(tmpdir(), 'visit-'));
  const browser = await openMortal('packed-chromium', profile);
  try {
    const { page } = browser;
    await openPlanPage(page, server.url);
    await page.waitForSelector('html[data-offline="ready"]');
    await page.waitForSelector('html[data-room="ready"]');
    // The record of settings, which every visitor has too.
    await expect.poll(() => page.evaluate('navigator.storage.getDirectory().then((room) => room.getFileHandle("app-choices")).then(() => true, () => false)')).toBe(true);
    await act(page);
    const answers = await page.evaluate(question);
    await browser.close();
    const files = siteFiles(profile)
      // Caches and scripts of the worker hold times and chance, and are named by chance; the list above counts them.
      .filter(([name]) => !name.startsWith('Service Worker/'))
      .map(([name, bytes]) => (name.endsWith('/LOG') ? [name] : [name, bytes]));
    return { answers, files };
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

describe('somebody who only read and somebody who wrote, and kept a photo and a recording', () => {
  it('leave the same names, sizes and answers to script', async () => {
    const added = await makeFiles();
    const reader = await visit(async () => undefined);
    const writer = await visit(async (page) => {
      const { passphrase, words } = marksOf(16);
      await beginPlan(page, passphrase);
      await writeAll(page, words);
      await writeInside(page, added.folder);
      await lock(page);
    });
    added.remove();
    expect(reader.answers).toMatchObject({ names: ['app-choices', 'app-data'], databases: [], local: 0, session: 0, cookie: '' });
    expect(writer).toEqual(reader);
  });
});
