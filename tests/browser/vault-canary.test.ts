/** A sample of tests/long/canary.test.ts, and what somebody finds who looks from outside. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { beginPlan, lock, marksOf, openPlanPage, writeAll } from '../helpers/canary.ts';
import { runCanary } from '../helpers/canary-run.ts';
import { openMortal } from '../helpers/mortal-browser.ts';
import { serveBuild } from '../helpers/server.ts';
import { siteFiles } from '../helpers/site-files.ts';

let server: StaticServer;
beforeAll(async () => {
  server = await serveBuild();
});
afterAll(() => server?.close());

describe('a profile of Chromium', () => {
  it('holds none of 16 marked words that were typed into the plan, and no passphrase, open, locked, killed or closed', async () => {
    const { searches } = await runCanary('packed-chromium', server.url, marksOf(16), { waitMs: 2_500 });
    for (const [moment, { found, files }] of searches) {
      expect(found, moment).toEqual([]);
      expect(files, moment).toBeGreaterThan(50);
    }
    expect(searches.size).toBe(5);
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
    names: await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
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

describe('somebody who only read and somebody who wrote', () => {
  it('leave the same names, sizes and answers to script', async () => {
    const reader = await visit(async () => undefined);
    const writer = await visit(async (page) => {
      const { passphrase, words } = marksOf(16);
      await beginPlan(page, passphrase);
      await writeAll(page, words);
      await lock(page);
    });
    expect(reader.answers).toMatchObject({ names: ['app-data'], databases: [], local: 0, session: 0, cookie: '' });
    expect(writer).toEqual(reader);
  });
});
