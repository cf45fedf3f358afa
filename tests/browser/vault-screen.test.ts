import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { waitReady, type Visit, type VisitOptions } from '../helpers/browser.ts';
import { outside, visitWithoutCopy } from '../helpers/outside.ts';
import { begin, lock, openPart, openWith, press, titles, toPlan, waitFault, waitFor, waitSaved, writeNote } from '../helpers/plan-screen.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

const visitPlan = async (options: Partial<VisitOptions> = {}, lang = 'en'): Promise<Visit> => {
  const visit = await visitWithoutCopy(site.browser, { origin: site.server.url, ...options });
  await toPlan(visit.page, lang);
  return visit;
};

const words = 'the heron stands by the mill';
const secret = 'Spare key with Anna';

describe('every visitor', () => {
  it('gets the room for notes at a quiet moment, also on a page that has nothing to do with it', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    await visit.page.goto('/en/now/');
    await waitReady(visit.page);
    await visit.page.waitForSelector('html[data-room="ready"]', { state: 'attached' });
    const namesNow = (): Promise<string[]> =>
      visit.page.evaluate(async () => {
        const found: string[] = [];
        const room = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };
        for await (const name of room.keys()) found.push(name);
        return found.sort();
      });
    await expect.poll(namesNow).toEqual(['app-choices', 'app-data']);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});

describe('a plan', () => {
  it('is begun, written, searched, locked, opened again, also after a reload; other words open other notes, wrong ones nothing', async () => {
    const visit = await visitPlan();
    const { page } = visit;
    await begin(page, words);
    await writeNote(page, 'Key', secret);
    await writeNote(page, 'Bank', 'Monday at ten');
    await page.fill('[data-vault-search]', 'ANNA');
    await page.waitForFunction(() => document.querySelectorAll('[data-note]').length === 1);
    expect(await titles(page)).toEqual(['Key']);
    await lock(page);
    expect(await page.content()).not.toContain('Anna');

    await openWith(page, words);
    await waitFor(page, 'open');
    expect(await titles(page)).toEqual(['Bank', 'Key']);

    await page.reload();
    await waitReady(page);
    await waitFor(page, 'locked');
    expect(await page.inputValue('[data-vault-passphrase]')).toBe('');
    await openWith(page, `  ${words} `);
    await waitFor(page, 'open');

    await openPart(page, '[data-vault-do="begin-another"]');
    const form = page.locator('form', { has: page.locator('[data-vault-do="begin-another"]') });
    await form.locator('input[value="lock"]').check();
    await form.locator('[data-vault-new-words]').fill('271828');
    await press(page, 'begin-another');
    await page.getByText('It is made.').waitFor({ timeout: 60_000 });
    await lock(page);
    await openWith(page, '271828');
    await waitFor(page, 'open');
    expect(await titles(page)).toEqual([]);
    await lock(page);

    await openWith(page, 'the heron stands by the mall');
    await waitFault(page, 'nothing-opened');
    expect(await page.inputValue('[data-vault-passphrase]')).toBe('the heron stands by the mall');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-vault-passphrase'))).toBe(true);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('goes into a file that says nothing, and comes back from it after everything was deleted', async () => {
    const visit = await visitPlan({ context: { serviceWorkers: 'block', acceptDownloads: true } });
    const { page } = visit;
    await begin(page, words);
    await writeNote(page, 'Key', secret);
    await openPart(page, '[data-vault-do="make-file"]');
    const form = page.locator('form', { has: page.locator('[data-vault-do="make-file"]') });
    await form.locator('[data-vault-file-words]').fill('words for the file');
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press(page, 'make-file')]);
    expect(download.suggestedFilename()).toBe('notes.bin');
    const path = await download.path();
    expect(readFileSync(path).includes(secret)).toBe(false);

    await openPart(page, '[data-vault-do="delete-plan"]');
    await press(page, 'delete-plan');
    await press(page, 'sure-delete-plan');
    await waitFor(page, 'locked');
    await openWith(page, words);
    await waitFault(page, 'nothing-opened');

    await press(page, 'begin');
    await waitFor(page, 'new');
    await openPart(page, '[data-vault-do="read-file"]');
    await page.setInputFiles('[data-vault-file]', { name: 'x.bin', mimeType: 'application/octet-stream', buffer: Buffer.from('not one of ours') });
    await page.fill('[data-vault-file-words]', 'words for the file');
    await press(page, 'read-file');
    await waitFault(page, 'not-a-backup');
    await page.setInputFiles('[data-vault-file]', path);
    await press(page, 'read-file');
    await page.getByText('The file was read.').waitFor({ timeout: 60_000 });
    await page.check('[data-vault="new"] input[type="radio"][value="own"]');
    await page.fill('[data-vault-passphrase]', 'new words on a new day');
    await press(page, 'create');
    await waitFor(page, 'open');
    expect(await titles(page)).toEqual(['Key']);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('says by how much a million letters are too many, cuts none, and saves again once they are gone', async () => {
    const visit = await visitPlan();
    const { page } = visit;
    await begin(page, words);
    await writeNote(page, 'Key', secret);
    await page.locator('[data-note] button').click();
    await page.waitForSelector('[data-note-text]');
    await page.evaluate(() => {
      const box = document.querySelector<HTMLTextAreaElement>('[data-note-text]');
      box?.focus();
      box?.select();
      document.execCommand('insertText', false, 'x'.repeat(1_000_000));
    });
    await waitFault(page, 'slot-full');
    expect(await page.getAttribute('[data-vault-saved]', 'data-vault-saved')).toBe('not-saved');
    expect(await page.innerText('[data-vault-fault]')).toMatch(/about 73\d\s?,?\d{3} letters too long/);
    expect((await page.inputValue('[data-note-text]')).length).toBe(1_000_000);
    await page.fill('[data-note-text]', 'short again');
    await waitSaved(page);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('is open in one tab at a time: the second says so and can take over, the first then shows nothing', async () => {
    const visit = await visitPlan();
    const first = visit.page;
    await begin(first, words);
    await writeNote(first, 'Key', secret);
    const second = await visit.context.newPage();
    await toPlan(second);
    await openWith(second, words);
    await waitFault(second, 'in-other-tab');
    await press(second, 'take-over');
    await waitFor(second, 'open');
    expect(await titles(second)).toEqual(['Key']);
    await waitFor(first, 'locked');
    expect(await first.innerText('main')).toContain('opened in another tab');
    expect(await first.content()).not.toContain('Anna');
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('locks when someone leaves: nothing of it is in the page that comes back', async () => {
    const visit = await visitPlan();
    const { page } = visit;
    await begin(page, words);
    await writeNote(page, 'Key', secret);
    await page.locator('[data-exit]').click();
    await page.waitForURL(`${outside}**`);
    await toPlan(page);
    expect(await page.content()).not.toContain('Key');
    expect(await page.locator('[data-vault-do="lock"]').count()).toBe(0);
    await visit.close();
  });

  it('can be locked from every other page while it is open', async () => {
    const visit = await visitPlan();
    const { page } = visit;
    await begin(page, words);
    await page.locator('[data-back]').click();
    await page.getByRole('heading', { name: 'What do you need?' }).waitFor();
    await press(page, 'lock');
    await page.locator('[data-vault-do="lock"]').waitFor({ state: 'detached' });
    await page.locator('a[href="/en/plan/"]').click();
    await waitFor(page, 'locked');
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});

describe('in Urdu, on the smallest screen, with words twice as large', () => {
  it('runs from the right and never needs scrolling sideways', async () => {
    const visit = await visitPlan({ viewport: { width: 320, height: 740 } }, 'ur');
    const { page } = visit;
    const wide: string[] = [];
    const look = async (where: string): Promise<void> => {
      const [has, fits] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      if ((has ?? 0) > (fits ?? 0)) wide.push(`${where}: ${has} px`);
    };
    await page.evaluate(() => {
      document.documentElement.dataset['size'] = 'largest';
      document.documentElement.style.fontSize = '34px';
    });
    await look('locked');
    await press(page, 'begin');
    await waitFor(page, 'new');
    await look('new');
    await press(page, 'cancel');
    await begin(page, words);
    await writeNote(page, 'چابی', 'ایک فالتو چابی بہن کے پاس ہے');
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await look('open');
    await page.locator('[data-note] button').click();
    await look('editor');
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => [document.documentElement.dir, getComputedStyle(document.querySelector('[data-note-text]') ?? document.body).direction])).toEqual(['rtl', 'rtl']);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});
