import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { outside, visitWithoutCopy } from '../helpers/outside.ts';
import { begin, openPart, openWith, press as pressPlan, toPlan, waitFor } from '../helpers/plan-screen.ts';
import { answerAll, fillStep, press, stepNow, toRequest } from '../helpers/request-form.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

const words = 'seven quiet lamps in a row';
/** By the links inside: going there by an address would open a fresh page. */
async function toRequestInside(page: Page): Promise<void> {
  await page.click('.brand');
  await page.click('main a[href="/en/ask/"]');
  await page.locator('main a[href="/en/ask/request/"]').first().click();
  await page.waitForSelector('[data-ask-step]');
}

const tapKept = '[data-ask-keeping] a[href$="/plan/"]';

/** To the plan by the link that the request offers, and back. The answers wait meanwhile. */
async function viaPlan(page: Page, open: () => Promise<void>): Promise<void> {
  const fold = page.locator('[data-ask-keeping="memory"] summary');
  if (await fold.count()) await fold.click();
  await page.click(tapKept);
  await waitFor(page, 'locked');
  await open();
  await waitFor(page, 'open');
  await page.click('[data-back]');
  await page.waitForSelector('[data-ask-step]');
}

describe('answers that are to be kept', () => {
  it('come back after leaving in the middle, from the plan and from nowhere else, and go with one tap and one more', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await toRequest(page, 'en');
    await press(page, 'begin');
    await fillStep(page, { for: 'me' });
    await press(page, 'next');
    await fillStep(page, { yourName: 'Ewa Nowak' });
    await viaPlan(page, () => begin(page, words));
    expect([await stepNow(page), await page.inputValue('[data-ask-field="yourName"]')]).toEqual(['your-name', 'Ewa Nowak']);
    await page.click('[data-ask-keeping="memory"] summary');
    await page.click('[data-ask-do="keep"]');
    await page.waitForSelector('[data-ask-keeping="kept"]');
    await press(page, 'next');
    await fillStep(page, { yourBorn: { year: '1985' } });
    await press(page, 'next');
    await fillStep(page, { yourAddress: 'Old Mill' });
    await press(page, 'next');
    await page.waitForSelector('[data-ask-keeping="kept"]');
    await page.click('[data-exit]');
    await page.waitForURL(outside);

    await toRequest(page, 'en');
    expect(await page.innerText('main')).not.toContain('Ewa');
    await viaPlan(page, () => openWith(page, words));
    await page.click('[data-ask-do="resume"]');
    expect(await stepNow(page)).toBe('subject-name');
    await answerAll(page, { subjectName: 'Jan Example' });
    const answers = await page.innerText('main');
    for (const kept of ['Ewa Nowak', '1985', 'Old Mill', 'Jan Example']) expect(answers).toContain(kept);

    await page.click('[data-ask-do="delete"]');
    await page.click('[data-ask-do="sure-delete"]');
    await page.waitForSelector('[data-ask-step="start"] [role="status"]');
    await toRequest(page, 'en');
    await viaPlan(page, () => openWith(page, words));
    expect(await page.locator('[data-ask-do="resume"]').count()).toBe(0);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('go to another device in a locked file, without a plan on this one, and on from there', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await toRequest(page, 'en');
    await answerAll(page, { for: 'me', yourName: 'Ewa Nowak', subjectName: 'Jan Example' });
    await press(page, 'paper');
    await openPart(page, '[data-ask-do="file"]');
    await page.fill('[data-vault-file-words]', 'words for the file');
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.click('[data-ask-do="file"]')]);
    expect(download.suggestedFilename()).toBe('notes.bin');
    const path = await download.path();
    // Long enough not to stand among random bytes by chance, as three letters do in one file of a hundred.
    expect(readFileSync(path).includes('Ewa Nowak')).toBe(false);

    const other = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const there = other.page;
    await toPlan(there);
    await pressPlan(there, 'begin');
    await waitFor(there, 'new');
    await openPart(there, '[data-vault-do="read-file"]');
    await there.setInputFiles('[data-vault-file]', path);
    await there.fill('[data-vault-file-words]', 'words for the file');
    await pressPlan(there, 'read-file');
    await there.getByText('The file was read.').waitFor({ timeout: 60_000 });
    await there.check('[data-vault="new"] input[type="radio"][value="own"]');
    await there.fill('[data-vault-passphrase]', words);
    await pressPlan(there, 'create');
    await waitFor(there, 'open');
    await toRequestInside(there);
    await there.click('[data-ask-do="resume"]');
    expect(await stepNow(there)).toBe('document');
    const answers = await there.innerText('main');
    for (const kept of ['Ewa Nowak', 'Jan Example']) expect(answers).toContain(kept);
    expect([...visit.problems(), ...other.problems()]).toEqual([]);
    await visit.close();
    await other.close();
  });

  it('go from the page when the plan is locked', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await toRequest(page, 'en');
    await press(page, 'begin');
    await press(page, 'next');
    await fillStep(page, { yourName: 'Ewa Nowak' });
    await viaPlan(page, () => begin(page, words));
    await page.click('[data-vault-do="lock"]');
    await page.waitForSelector('[data-ask-step="start"]');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Ewa');
    await visit.close();
  });
});
