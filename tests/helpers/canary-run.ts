/** Writes, locks, kills, comes back, and searches the whole profile each time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginPlan, lock, openPlanPage, pressAt, tryToOpen, writeAll, type Marks } from './canary.ts';
import { insideTexts, makeFiles, runsIn, showAll, writeInside, type AddedFile } from './canary-inside.ts';
import { openMortal, type Mortal, type MortalName } from './mortal-browser.ts';
import { searchProfile, type Run, type Searched } from './profile-search.ts';

export interface CanaryRun {
  readonly version: string;
  readonly notes: number;
  /** Each search by the moment it was made at. */
  readonly searches: ReadonlyMap<string, Searched>;
  /** What was looked for besides the marks: words in every box inside the plan, and bytes of what was added to it. */
  readonly texts: number;
  readonly runs: number;
  readonly files: readonly AddedFile[];
}

/** Browsers write some of what they keep a while after it happened: Chromium localStorage after five seconds. */
const writesDownWithinMs = 8_000;

export interface CanaryWays {
  /** The display the window is on; without one the browser has no window. */
  readonly display?: string | undefined;
  /** How long the browser is given to write things down before each search. */
  readonly waitMs?: number;
}
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A person's visits, in order; after each moment the profile is searched for every mark. */
export async function runCanary(name: MortalName, origin: string, marks: Marks, { display, waitMs = writesDownWithinMs }: CanaryWays = {}): Promise<CanaryRun> {
  const profile = mkdtempSync(join(tmpdir(), 'canary-'));
  const searches = new Map<string, Searched>();
  const added = await makeFiles();
  const texts = [...marks.all, ...insideTexts];
  let files = added.files;
  let runs: readonly Run[] = [];
  const look = (moment: string): void => void searches.set(moment, searchProfile(profile, texts, runs));
  let browser: Mortal | null = null;
  try {
    browser = await openMortal(name, profile, display);
    const { version, page } = browser;
    await openPlanPage(page, origin);
    await beginPlan(page, marks.passphrase);
    const notes = await writeAll(page, marks.words);
    files = [...files, ...(await writeInside(page, added.folder))];
    runs = runsIn(files);
    await pause(waitMs);
    look('while it is open');
    await lock(page);
    await pause(waitMs);
    look('when it is locked');
    await browser.kill();
    look('after the browser was killed locked');

    browser = await openMortal(name, profile, display);
    await openPlanPage(browser.page, origin);
    await tryToOpen(browser.page, marks.wrongPassphrase, 'nothing');
    await tryToOpen(browser.page, marks.passphrase, 'open');
    await pressAt(browser.page, '[data-plan-do="log"]');
    await showAll(browser.page);
    await pause(waitMs);
    await browser.kill();
    look('after the browser was killed with a picture shown');

    browser = await openMortal(name, profile, display);
    await openPlanPage(browser.page, origin);
    await tryToOpen(browser.page, marks.passphrase, 'open');
    await browser.page.goto(`${origin}/en/now/`);
    await browser.close();
    look('after going to another page and closing the browser');
    return { version, notes, searches, texts: texts.length, runs: runs.length, files };
  } finally {
    await browser?.kill();
    added.remove();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** That the search finds what a page does leave: three ordinary ways of keeping a text, and a box that the browser remembers by itself. */
export async function runControl(name: MortalName, url: string, display?: string): Promise<Searched> {
  const profile = mkdtempSync(join(tmpdir(), 'control-'));
  let browser: Mortal | null = null;
  try {
    browser = await openMortal(name, profile, display);
    await browser.page.goto(url);
    await browser.page.evaluate(`(async () => {
      localStorage.setItem('a', 'zqcontrolone');
      await new Promise((done, failed) => {
        const request = indexedDB.open('control', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('notes');
        request.onerror = failed;
        request.onsuccess = async () => {
          const letters = () => Array.from(crypto.getRandomValues(new Uint8Array(25_000)), (byte) => byte.toString(36)).join('');
          const put = (text, name) => new Promise((kept) => {
            const change = request.result.transaction('notes', 'readwrite');
            change.objectStore('notes').put(text, name);
            change.oncomplete = kept;
          });
          // A value that Chromium packs, the mark in the middle of it; then so many that LevelDB writes tables.
          await put('and so on, again and again, '.repeat(2_000) + 'zqcontroltwo' + 'and so on, again and again, '.repeat(2_000), 'packed');
          for (let note = 0; note < 300; note += 1) await put('zqcontrolthree ' + letters(), note);
          done();
        };
      });
    })()`);
    // A box as any page has one, sent as a page without a server sends it.
    await browser.page.evaluate(`(() => {
      const form = document.createElement('form');
      form.append(Object.assign(document.createElement('input'), { id: 'box', type: 'text', autocomplete: 'new-password' }), document.createElement('button'));
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        form.remove();
      });
      document.body.prepend(form);
    })()`);
    await browser.page.focus('#box');
    await browser.page.keyboard.type('zqcontrolbox');
    await browser.page.keyboard.press('Enter');
    await pause(writesDownWithinMs);
    await browser.kill();
    return searchProfile(profile, ['zqcontrolone', 'zqcontroltwo', 'zqcontrolthree', 'zqcontrolbox', 'zqcontrolnever']);
  } finally {
    await browser?.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** That the search finds a photo, a recording and what was made of them wherever a page might have put them: in a cache and in IndexedDB, whole. */
export async function runFilesControl(name: MortalName, url: string, files: readonly AddedFile[], display?: string): Promise<Searched> {
  const profile = mkdtempSync(join(tmpdir(), 'control-'));
  let browser: Mortal | null = null;
  try {
    browser = await openMortal(name, profile, display);
    await browser.page.goto(url);
    const told = JSON.stringify(files.map(({ bytes }) => bytes.toString('base64')));
    await browser.page.evaluate(`(async () => {
      const files = ${told}.map((text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
      const cache = await caches.open('control');
      for (const [at, bytes] of files.entries()) if (at % 2 === 0) await cache.put('/control-' + at, new Response(bytes));
      await new Promise((done, failed) => {
        const request = indexedDB.open('control', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('files');
        request.onerror = failed;
        request.onsuccess = () => {
          const change = request.result.transaction('files', 'readwrite');
          for (const [at, bytes] of files.entries()) if (at % 2 === 1) change.objectStore('files').put(bytes, at);
          change.oncomplete = done;
        };
      });
    })()`);
    await browser.close();
    return searchProfile(profile, insideTexts, runsIn(files));
  } finally {
    await browser?.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
