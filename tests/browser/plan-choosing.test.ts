/** A camera or a gallery hides the page: what is taken there comes in, or is told as not added. */
import type { FileChooser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Visit } from '../helpers/browser.ts';
import { visitWithoutCopy } from '../helpers/outside.ts';
import { act, answer, into, photoOf } from '../helpers/plan-inside.ts';
import { begin, toPlan, waitFor, waitSaved } from '../helpers/plan-screen.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

/** Another program in front, and ours again. Without a window nothing can cover the page. */
const shown = (page: Page, state: 'hidden' | 'visible'): Promise<void> =>
  page.evaluate((is) => {
    Object.defineProperty(document, 'visibilityState', { get: () => is, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

/** An entry that is open, the chooser that was opened from it, and the page behind it. */
async function choosing(): Promise<{ readonly visit: Visit; readonly page: Page; readonly chooser: FileChooser; readonly photo: Buffer }> {
  const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
  const { page } = visit;
  await page.clock.install();
  await toPlan(page);
  await begin(page, 'the heron stands by the mill');
  await into(page, 'log');
  await act(page, 'add-entry');
  await answer(page, 'log-text', 'He broke the door');
  await waitSaved(page);
  const photo = await photoOf(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('label', { has: page.locator('[data-plan-file="picture"]') }).click()]);
  await shown(page, 'hidden');
  return { visit, page, chooser, photo };
}

const give = (chooser: FileChooser, buffer: Buffer): Promise<void> => chooser.setFiles({ name: 'IMG_0071.jpg', mimeType: 'image/jpeg', buffer });

describe('a picture taken from the chooser', () => {
  it('comes in after two and a half minutes away, and half a minute away locks again after it', async () => {
    const { visit, page, chooser, photo } = await choosing();
    expect(await page.innerText('[data-plan-files]')).toContain('You have 3 minutes to choose or take it.');
    await page.clock.fastForward(150_000);
    await shown(page, 'visible');
    await give(chooser, photo);
    await page.waitForSelector('[data-plan-files="1"]');
    await shown(page, 'hidden');
    await page.clock.fastForward(31_000);
    // Behind the cover.
    await page.waitForSelector('[data-vault="locked"]', { state: 'attached' });
    await shown(page, 'visible');
    expect(await page.innerText('.vault-status')).toBe('Locked.');
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('that took longer is told as not added, on the screen that locked', async () => {
    const { visit, page, chooser, photo } = await choosing();
    await page.clock.fastForward(181_000);
    await shown(page, 'visible');
    await waitFor(page, 'locked');
    await give(chooser, photo).catch(() => undefined);
    await page.waitForFunction(() => document.querySelector('.vault-status')?.textContent === 'Locked. What you were choosing or adding was not kept. Please add it again.');
    await visit.close();
  });
});
