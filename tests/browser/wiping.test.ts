import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { waitOffline, waitReady, type Visit } from '../helpers/browser.ts';
import { recordOf } from '../helpers/choices-record.ts';
import { askVault } from '../helpers/page-vault.ts';
import { copyBuild, dist } from '../helpers/server.ts';
import { openSite } from '../helpers/site.ts';
import { root } from '../architecture/source-files.ts';
import { readWords } from '../../tools/check-locales.ts';

const site = openSite();
const passphrase = 'lemon bridge sparrow winter';
const text = '{"notes":["canary-of-the-wipe"]}';

afterEach(() => {
  site.server.setMode('ok');
  site.server.swap(dist);
});

async function writePlan(page: Page): Promise<void> {
  expect(await askVault(page, `create(${JSON.stringify(passphrase)}, ${JSON.stringify(text)})`)).toMatchObject({ ok: true });
}

/** What the passphrase opens now: the plan's text, null for nothing. */
async function opened(page: Page): Promise<string | null> {
  const answer = (await askVault(page, `open(${JSON.stringify(passphrase)})`)) as { ok: boolean; value?: { text: string } | null };
  expect(answer.ok).toBe(true);
  return answer.value?.text ?? null;
}

/** What this site stores, counted from the page itself. */
const stored = async () => {
  const files: string[] = [];
  const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
  for await (const name of folder.keys()) files.push(name);
  return {
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
    files: files.sort(),
  };
};
const nothing = { caches: 0, workers: 0, databases: 0, files: [] };

/** The three copies of the container's salt: all the same, but for a wipe that is not finished. */
async function salts(page: Page): Promise<string[]> {
  return page.evaluate(async (places) => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle('app-data')).getFile();
    return Promise.all(places.map(async (at) => String(new Uint8Array(await file.slice(at, at + 32).arrayBuffer()))));
  }, [0, 1_052_672, 2_105_344]);
}

async function openDevice(visit: Visit): Promise<Page> {
  await visit.page.goto('/en/device/');
  await waitReady(visit.page);
  await waitOffline(visit.page);
  return visit.page;
}

async function twoTaps(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete everything stored here' }).click();
  await page.getByRole('button', { name: 'Yes, delete' }).click();
}

/** A build whose storage worker stops for ever after its eighth write, three of them the salts, as if the telephone had died. */
function slowBuild(): { readonly dist: string; remove(): void } {
  const copy = copyBuild();
  const name = readdirSync(join(copy.dist, 'assets')).find((one) => one.startsWith('store-worker-')) ?? '';
  const file = join(copy.dist, 'assets', name);
  const stall = 'let flushes=0;const handles=FileSystemSyncAccessHandle.prototype,flush=handles.flush;handles.flush=function(){flushes+=1;flush.call(this);return flushes>8?new Promise(()=>{}):undefined};';
  writeFileSync(file, `${stall}${readFileSync(file, 'utf8')}`);
  return copy;
}

describe('deleting everything stored here', () => {
  it('takes two taps and no words, looks again and finds nothing, and the page still leaves', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const page = await openDevice(visit);
    await writePlan(page);
    expect((await page.evaluate(stored)).files).toEqual(['app-choices', 'app-data']);
    await page.getByRole('button', { name: 'Delete everything stored here' }).click();
    expect((await page.evaluate(stored)).caches).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Yes, delete' }).click();
    await page.waitForSelector('[data-wipe="clean"]');
    expect(await page.evaluate(stored)).toEqual(nothing);
    expect(await page.getAttribute('html', 'data-offline')).toBeNull();
    expect(await page.locator('[data-exit]').isVisible()).toBe(true);
    expect(await opened(page)).toBeNull();
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('can be thought better of, and then nothing is deleted', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const page = await openDevice(visit);
    await writePlan(page);
    const before = await page.evaluate(stored);
    await page.getByRole('button', { name: 'Delete everything stored here' }).click();
    await page.getByRole('button', { name: 'No, keep it' }).click();
    expect(await page.evaluate(stored)).toEqual(before);
    expect(await opened(page)).toBe(text);
    await visit.close();
  });

  it('works without internet, asks nobody, and says nothing of it', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const page = await openDevice(visit);
    await writePlan(page);
    await visit.context.setOffline(true);
    site.server.requests.length = 0;
    await twoTaps(page);
    await page.waitForSelector('[data-wipe="clean"]');
    expect(await page.evaluate(stored)).toEqual(nothing);
    expect(site.server.requests).toEqual([]);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('asks the host once, after everything here is gone, and the answer comes from the network', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const page = await openDevice(visit);
    site.server.requests.length = 0;
    const answer = page.waitForResponse(`${site.server.url}/wipe`);
    await twoTaps(page);
    const response = await answer;
    await page.waitForSelector('[data-wipe="clean"]');
    expect(response.fromServiceWorker()).toBe(false);
    expect(await response.headerValue('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(site.server.requests.map(({ path }) => path).filter((path) => path === '/wipe')).toEqual(['/wipe']);
    await visit.close();
  });

  it('is not begun by a link: who opens the address of the deleting finds "not here", and all is still kept', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const page = await openDevice(visit);
    const before = await page.evaluate(stored);
    visit.expectProblem(/404/);
    const answer = await page.goto('/wipe');
    expect(answer?.status()).toBe(404);
    expect(await answer?.headerValue('clear-site-data')).toBeNull();
    expect(await page.evaluate(stored)).toEqual(before);
    await visit.close();
  });

  it('is done all the same when the host does not answer', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const page = await openDevice(visit);
    visit.expectProblem(/ERR_|Failed to load resource/);
    site.server.setMode('down');
    await twoTaps(page);
    await page.waitForSelector('[data-wipe="clean"]');
    expect(await page.evaluate(stored)).toEqual(nothing);
    await visit.close();
  });

  it('is not undone by going on reading, in whatever language, where no host clears the rest', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const page = await openDevice(visit);
    visit.expectProblem(/ERR_|Failed to load resource/);
    site.server.setMode('down', (path) => path === '/wipe');
    await twoTaps(page);
    await page.waitForSelector('[data-wipe="clean"]');
    await page.getByRole('link', { name: 'To the first page' }).click();
    await page.getByRole('heading', { name: 'What do you need?' }).waitFor();
    await page.click('.languages summary');
    await page.click('.languages a[lang="ur"]');
    await page.waitForSelector('html[lang="ur"]', { state: 'attached' });
    await page.click('main a[href="/ur/plan/"]');
    await page.waitForSelector('[data-vault]');
    expect(await page.evaluate(stored)).toMatchObject({ caches: 0, workers: 0 });
    expect(await page.getAttribute('html', 'data-offline')).toBeNull();
    await visit.close();
  });

  it('goes over what was kept of the settings too: the next visit begins as anyone’s', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    await visit.page.goto('/en/settings/');
    await waitReady(visit.page);
    await visit.page.getByRole('switch').check();
    await visit.page.getByLabel('Largest').check();
    // Written before the page is left: what is cut off then is not kept.
    await expect.poll(() => recordOf(visit.page), { timeout: 10_000 }).toMatch(/^010103/);
    const page = await openDevice(visit);
    await expect.poll(() => page.getAttribute('html', 'data-size'), { timeout: 10_000 }).toBe('largest');
    await twoTaps(page);
    await page.waitForSelector('[data-wipe="clean"]');
    await page.reload();
    await waitReady(page);
    expect(await page.getAttribute('html', 'data-size')).toBeNull();
    await expect.poll(async () => (await page.evaluate(stored)).files).toContain('app-choices');
    await visit.close();
  });
});

describe('the plain screen', () => {
  it('is there while the overwriting still goes on: no word of these pages, and the way out', async () => {
    const slow = slowBuild();
    site.server.swap(slow.dist);
    const visit = await site.browser.newVisit({ origin: site.server.url, context: { serviceWorkers: 'block' } });
    visit.expectProblem(/Service Worker registration blocked by Playwright/);
    const { page } = visit;
    await page.goto('/en/device/');
    await waitReady(page);
    await page.getByRole('button', { name: 'Delete everything stored here' }).click();
    const seen = await page.evaluate(() => {
      const yes = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Yes, delete');
      yes?.click();
      // In the same task as the tap: nothing has been overwritten yet.
      return new Promise<string>((done) => queueMicrotask(() => queueMicrotask(() => done(document.body.innerText))));
    });
    expect(seen.split('\n').map((line) => line.trim()).filter(Boolean).sort()).toEqual(['Leave this page', 'Please wait…']);
    expect(await page.evaluate(() => document.documentElement.dataset['bland'])).toBe('');
    // The overwriting never ends here: after three seconds the rest is deleted all the same, and the page says what was not done.
    await page.waitForSelector('[data-wipe="not-overwritten"]');
    expect(await page.evaluate(stored)).toEqual(nothing);
    await visit.close();
    slow.remove();
  });

  it('says nothing of abuse, police or notes in any language, before and after', () => {
    for (const lang of ['en', 'pl', 'ur']) {
      const { words } = readWords(join(root, 'locales', lang, 'device.json'));
      const shown = ['wipe.working', 'wipe.over', 'wipe.found.clean', 'wipe.home', 'wipe.retry'].map((key) => words.get(key) ?? '');
      expect(shown.every((one) => one.length > 2), lang).toBe(true);
      expect(shown.join(' '), lang).not.toMatch(/abus|polic|not[ea]|przemoc|notat|بدسلوکی|پولیس|نوٹس/i);
    }
  });

  it('ends with a way back to the first page, whose header and foot are there again', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const page = await openDevice(visit);
    await twoTaps(page);
    await page.waitForSelector('[data-wipe="clean"]');
    await page.getByRole('link', { name: 'To the first page' }).click();
    await page.getByRole('heading', { name: 'What do you need?' }).waitFor();
    expect(await page.locator('.foot').isVisible()).toBe(true);
    await visit.close();
  });
});

describe('a wipe that is cut short', () => {
  it('leaves nothing that opens: at the next visit it is ended, and the store is as anyone’s', async () => {
    const slow = slowBuild();
    const visit = await site.browser.newVisit({ origin: site.server.url, context: { serviceWorkers: 'block' } });
    visit.expectProblem(/Service Worker registration blocked by Playwright/);
    await visit.page.goto('/en/device/');
    await waitReady(visit.page);
    await writePlan(visit.page);
    expect(await opened(visit.page)).toBe(text);
    // From here the worker stops in the middle of the overwriting, and then the tab is killed.
    site.server.swap(slow.dist);
    await visit.page.reload();
    await waitReady(visit.page);
    await twoTaps(visit.page);
    await visit.page.waitForSelector('[data-wipe="unreadable"]');
    await visit.page.close();
    site.server.swap(dist);
    const next = await visit.context.newPage();
    // A page without the app: nothing is mended while it is looked at.
    await next.goto('/pages.json');
    expect(new Set(await salts(next)).size).toBe(3);
    await next.goto('/en/now/');
    await waitReady(next);
    // The visit ends it by itself at a quiet moment, or when it is asked to.
    expect(await askVault(next, 'ensureContainer()')).toMatchObject({ ok: true });
    expect(new Set(await salts(next)).size).toBe(1);
    expect(await opened(next)).toBeNull();
    await visit.close();
    slow.remove();
  });
});
