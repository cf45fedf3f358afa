import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { StaticServer } from '../../src/hosting/server.ts';
import { quietFlags, waitOffline, waitReady } from '../helpers/browser.ts';
import { findPackedBrowser } from '../helpers/packed-chromium.ts';
import { askVault } from '../helpers/page-vault.ts';
import { serveBuild } from '../helpers/server.ts';

let server: StaticServer;

beforeAll(async () => {
  server = await serveBuild();
});

afterAll(async () => {
  await server?.close();
});

/** A browser with its profile on the disk, as a person has one. */
async function openProfile(folder: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const found = findPackedBrowser();
  const program = found ? { executablePath: found.executablePath, env: { ...process.env, ...found.env } as Record<string, string> } : { channel: 'chrome' };
  const context = await chromium.launchPersistentContext(folder, { ...program, headless: true, args: quietFlags, baseURL: server.url });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Files of the profile that hold any of these bytes. */
function filesWith(folder: string, needles: readonly Buffer[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return needles.some((needle) => bytes.includes(needle));
    })
    .map((path) => relative(folder, path));
}

/** Stands for what an older version may have kept, in every kind of storage that deleting is to clear. */
const canary = 'canary-4f1c-of-an-older-version';

/** In the browser's own bucket, as where there can be no file. */
const bucketCanary = 'canary-77ab-in-the-bucket';

async function keepOldThings(page: Page): Promise<void> {
  await page.evaluate(async ([word, inBucket]) => {
    const put = (home: IDBFactory, value: string) => new Promise<void>((done, fail) => {
      const request = home.open('app-data', 1);
      request.onupgradeneeded = () => void request.result.createObjectStore('old');
      request.onerror = () => fail(new Error('no database'));
      request.onsuccess = () => {
        const writing = request.result.transaction('old', 'readwrite', { durability: 'strict' });
        writing.objectStore('old').put(value, 1);
        writing.oncomplete = () => {
          request.result.close();
          done();
        };
      };
    });
    await put(indexedDB, word);
    const { storageBuckets } = navigator as unknown as { storageBuckets: { open(name: string): Promise<{ indexedDB: IDBFactory }> } };
    await put((await storageBuckets.open('app-data')).indexedDB, inBucket);
    await (await caches.open('app-old')).put('/old', new Response(word));
  }, [canary, bucketCanary] as const);
}

/** A file of 64 bytes and one of random bytes, as they lie in the page's own folder. */
async function bytesOf(page: Page, name: string, from: number, to: number): Promise<Buffer> {
  const bytes = await page.evaluate(async ([file, start, end]) => {
    const folder = await navigator.storage.getDirectory();
    return [...new Uint8Array(await (await (await folder.getFileHandle(file)).getFile()).slice(start, end).arrayBuffer())];
  }, [name, from, to] as const);
  expect(bytes.length).toBe(to - from);
  return Buffer.from(bytes);
}

interface Needles {
  readonly container: readonly Buffer[];
  readonly settings: readonly Buffer[];
  readonly bucket: readonly Buffer[];
  readonly old: readonly Buffer[];
  readonly pages: readonly Buffer[];
}

/** Fills a profile as a visit with notes and kept settings does, and closes the browser. Answers with bytes that are then on the disk. */
async function fillProfile(folder: string): Promise<Needles> {
  const { context, page } = await openProfile(folder);
  await page.goto('/en/settings/');
  await waitReady(page);
  await page.getByRole('switch').check();
  await page.getByLabel('Largest').check();
  await waitOffline(page);
  await keepOldThings(page);
  expect(await askVault(page, `create('lemon bridge sparrow winter', 'a plan')`)).toMatchObject({ ok: true });
  const places = [0, 4_096, 266_240, 1_056_768, 2_109_440, 9_973_700];
  const container = await Promise.all(places.map((at) => bytesOf(page, 'app-data', at, at + 32)));
  const settings = await bytesOf(page, 'app-choices', 0, 32);
  expect([...settings.subarray(0, 3)]).toEqual([1, 1, 3]);
  await context.close();
  return { container, settings: [settings], bucket: [Buffer.from(bucketCanary), Buffer.from(bucketCanary, 'utf16le')], old: [Buffer.from(canary), Buffer.from(canary, 'utf16le')], pages: [Buffer.from('Take one line out of the history')] };
}

async function deleteAll(folder: string, isOnline: boolean): Promise<void> {
  const { context, page } = await openProfile(folder);
  await page.goto('/en/device/');
  await waitReady(page);
  await context.setOffline(!isOnline);
  await page.getByRole('button', { name: 'Delete everything stored here' }).click();
  await page.getByRole('button', { name: 'Yes, delete' }).click();
  await page.waitForSelector('[data-wipe="clean"]');
  await context.close();
}

describe('after deleting', () => {
  it.each([
    ['with internet, no file of the browser’s profile holds the container, the settings, a bucket, a database or a copy of the pages', true, ['container', 'settings', 'bucket', 'old', 'pages']],
    ['without internet, no file of the browser’s profile holds the container, the settings or a bucket', false, ['container', 'settings', 'bucket']],
  ] as const)('%s', async (_, isOnline, gone) => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-'));
    try {
      const needles = await fillProfile(folder);
      // The search finds what is there: otherwise finding nothing afterwards would mean nothing.
      for (const name of gone) expect(filesWith(folder, needles[name]), name).not.toEqual([]);
      server.requests.length = 0;
      await deleteAll(folder, isOnline);
      expect(server.requests.some(({ path }) => path === '/wipe')).toBe(isOnline);
      for (const name of gone) expect(filesWith(folder, needles[name]), name).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
