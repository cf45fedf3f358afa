/** The real engine on a real profile: full disks, several tabs, and what somebody finds who looks without opening. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { containerPath } from '../helpers/container-file.ts';
import { openMortal, type Mortal } from '../helpers/mortal-browser.ts';
import { siteFiles } from '../helpers/site-files.ts';
import { serveVaultPage } from '../helpers/vault-page.ts';
import { chiSquareOf, countsOf, entropyOf } from '../unit/storage/measures.ts';

let server: StaticServer;
beforeAll(async () => {
  server = await serveVaultPage();
});
afterAll(() => server?.close());

let profiles: string[] = [];
const opened: Mortal[] = [];
const newProfile = (): string => {
  const profile = mkdtempSync(join(tmpdir(), 'kept-'));
  profiles.push(profile);
  return profile;
};
async function openOn(profile: string): Promise<Mortal> {
  const browser = await openMortal('packed-chromium', profile);
  opened.push(browser);
  await browser.page.goto(server.url);
  return browser;
}
const ask = (page: Page, call: string): Promise<unknown> => page.evaluate(`window.vault.${call}`);
beforeEach(() => {
  profiles = [];
});
afterEach(async () => {
  for (const browser of opened.splice(0)) await browser.kill();
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const done = { ok: true };
const openPlan = (text: string): object => ({ ok: true, value: { text, mayMissLastChange: false, room: 'file' } });

describe('a browser that gives no more space', () => {
  it('is told at the first write, and stands in the way of nothing after it: saving, another passphrase, wiping', async () => {
    const { page } = await openOn(newProfile());
    const devtools = await page.createCDPSession();
    const giveAtMost = (quotaSize?: number): Promise<unknown> => devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, ...(quotaSize !== undefined && { quotaSize }) });
    await giveAtMost(1_000_000);
    for (const call of ['ensureContainer()', 'create("words", "one")', 'open("words")']) expect(await ask(page, call), call).toEqual({ ok: false, fault: 'quota-full' });
    await giveAtMost();
    expect(await ask(page, 'ensureContainer()')).toMatchObject(done);
    expect(await ask(page, 'create("words", "one")')).toEqual(openPlan('one'));
    await giveAtMost(1_000_000);
    for (const call of ['save("two")', 'save("three")', 'addSecond("others", "second")', 'changePassphrase("new words")', 'save("four")']) expect(await ask(page, call), call).toMatchObject(done);
    await ask(page, 'lock()');
    expect(await ask(page, 'open("new words")')).toEqual(openPlan('four'));
    expect(await ask(page, 'wipe()')).toMatchObject(done);
    expect(await ask(page, 'open("new words")')).toEqual({ ok: true, value: null });
    expect(await ask(page, 'open("others")')).toEqual({ ok: true, value: null });
  });
});

describe('three tabs of one browser', () => {
  it('open the notes one at a time; each can take over, the others lock themselves and overwrite nothing', async () => {
    const browser = await openOn(newProfile());
    const [first, second, third] = [browser.page, await browser.newPage(), await browser.newPage()];
    for (const page of [second, third]) await page.goto(server.url);
    expect(await ask(first, 'create("words", "one")')).toEqual(openPlan('one'));
    expect(await ask(second, 'open("words")')).toEqual({ ok: false, fault: 'in-other-tab' });
    expect(await ask(second, 'open("words", { takeOver: true })')).toEqual(openPlan('one'));
    expect(await ask(first, 'state()')).toEqual({ is: 'locked', because: 'taken-over' });
    expect(await ask(first, 'save("stale")')).toEqual({ ok: false, fault: 'not-open' });
    expect(await ask(second, 'save("two")')).toMatchObject(done);
    expect(await ask(third, 'open("words", { takeOver: true })')).toEqual(openPlan('two'));
    expect(await ask(second, 'state()')).toEqual({ is: 'locked', because: 'taken-over' });
    expect(await ask(third, 'save("three")')).toMatchObject(done);
    await third.close();
    expect(await ask(first, 'open("words")')).toEqual(openPlan('three'));
  });
});

/** What each kind of visitor does after the container was made. */
const visitors: Readonly<Record<string, readonly string[]>> = {
  'never used': [],
  'one plan': ['create("words", "first")', `save("${'a note '.repeat(3_000)}")`, 'save("short")'],
  'two plans': ['create("words", "first")', 'addSecond("others", "second")', 'save("more")'],
  wiped: ['create("words", "first")', 'save("more")', 'wipe()'],
};

/** What script, and so whoever opens the developer tools, can ask of the browser. */
const question = `(async () => {
  window.vault.lock();
  const { usage, usageDetails } = await navigator.storage.estimate();
  return {
    usage, usageDetails, persisted: await navigator.storage.persisted(), buckets: await navigator.storageBuckets?.keys(), databases: await indexedDB.databases(), caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length, local: localStorage.length, session: sessionStorage.length, cookie: document.cookie, state: history.state,
    files: await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
  };
})()`;

describe('never used, one plan, two plans and wiped', () => {
  it('leave the same names and sizes in the profile, give the same answers to script, and bytes as even as chance', async () => {
    const files: unknown[] = [];
    const answers: unknown[] = [];
    for (const [kind, calls] of Object.entries(visitors)) {
      const profile = newProfile();
      const browser = await openOn(profile);
      for (const call of ['ensureContainer()', ...calls]) expect(await ask(browser.page, call), `${kind}: ${call}`).toMatchObject(done);
      answers.push(await browser.page.evaluate(question));
      await browser.close();
      // The library's own logs hold times and thread numbers of no fixed length.
      files.push(siteFiles(profile).map(([name, bytes]) => (name.endsWith('/LOG') ? [name] : [name, bytes])));
      const bytes = new Uint8Array(readFileSync(containerPath(profile) ?? ''));
      expect(bytes, kind).toHaveLength(9_973_760);
      const counts = countsOf(bytes);
      expect(entropyOf(counts), kind).toBeGreaterThan(7.999);
      // 255, give or take 22.6: five of its own deviations.
      expect(Math.abs(chiSquareOf(counts) - 255), kind).toBeLessThan(5 * Math.sqrt(510));
    }
    expect(JSON.stringify(files[0])).toContain('9973760');
    for (const [index, kind] of Object.keys(visitors).entries()) {
      expect(files[index], kind).toEqual(files[0]);
      expect(answers[index], kind).toEqual(answers[0]);
    }
    expect(answers[0]).toMatchObject({ files: ['app-data'], databases: [], caches: [], workers: 0, local: 0, session: 0, cookie: '', state: null, persisted: false });
  });
});
