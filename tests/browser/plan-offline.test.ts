/** A plan from its beginning to its opening again with no network at all, by somebody who was here once before. */
import { describe, expect, it } from 'vitest';
import { waitOffline } from '../helpers/browser.ts';
import { act, answer, attach, back, into, photoOf, showPicture, toSection } from '../helpers/plan-inside.ts';
import { begin, lock, openWith, toPlan, waitFor, waitSaved } from '../helpers/plan-screen.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();
const words = 'barza stă lângă moară';

describe('a plan in Romanian, with the network gone', () => {
  it('is begun, written with a photo, printed from, locked and opened again in another tab', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const { page } = visit;
    await page.goto('/ro/');
    await waitOffline(page);
    site.server.setMode('down');
    site.server.requests.length = 0;
    await toPlan(page, 'ro');
    await begin(page, words);
    await into(page, 'steps');
    await toSection(page, 'now');
    await page.click('[data-idea="now.phone"] [data-plan-do="take-idea"]');
    await back(page, 'steps');
    await back(page);
    await act(page, 'write-now');
    await answer(page, 'log-text', 'A spart ușa');
    await attach(page, 'picture', await photoOf(page));
    await waitSaved(page);
    await back(page);
    await into(page, 'take');
    for (const part of ['steps', 'log', 'files']) await page.check(`[data-ask-field="take-parts"] input[value="${part}"]`);
    await page.waitForSelector('[data-plan-paper] [data-plan-picture="shown"]');
    expect(await page.innerText('[data-plan-paper]')).toContain('A spart ușa');
    await lock(page);
    await page.close();

    const again = await visit.context.newPage();
    await toPlan(again, 'ro');
    await openWith(again, words);
    await waitFor(again, 'open');
    await into(again, 'log');
    await again.click('[data-entry] button');
    await showPicture(again);
    expect(await again.inputValue('[data-ask-field="log-text"]')).toBe('A spart ușa');
    // The browser's own look for a newer worker; and nothing that was not in the copy.
    expect(site.server.requests.map(({ path }) => path).filter((path) => path !== '/sw.js')).toEqual([]);
    await visit.close();
    site.server.setMode('ok');
  });
});
