import { afterAll, describe, expect, it } from 'vitest';
import { waitReady, type Visit } from '../helpers/browser.ts';
import { visitWithoutCopy } from '../helpers/outside.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();
let visit: Visit;

afterAll(() => visit?.close());

async function openFinder(path = '/en/find/'): Promise<Visit> {
  await visit?.close();
  visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
  await visit.page.goto(path);
  await waitReady(visit.page);
  return visit;
}

describe('the finder', () => {
  it('keeps what was typed before the app had arrived', async () => {
    await visit?.close();
    visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    let letItCome = (): void => undefined;
    const held = new Promise<void>((resolve) => (letItCome = resolve));
    await visit.context.route('**/assets/main-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await visit.page.goto('/en/find/');
    await visit.page.fill('[data-find-area]', 'ME14 1');
    letItCome();
    await waitReady(visit.page);
    await visit.page.waitForSelector('.found');
    expect(await visit.page.inputValue('[data-find-area]')).toBe('ME14 1');
    expect(await visit.page.innerText('.found')).toContain('Maidstone');
  });

  it('leaves nothing of what was typed in the address, the history, the storage or the next visit', async () => {
    const { page } = await openFinder();
    await page.fill('[data-find-area]', 'ME14 1');
    await page.fill('[data-find-query]', 'secretword');
    await page.waitForSelector('.found');
    const kept = await page.evaluate(async () => {
      const { document: own, localStorage: local, sessionStorage: session } = window;
      return {
        address: location.href,
        state: history.state as unknown,
        local: { ...local },
        session: { ...session },
        cookie: own.cookie,
        databases: (await indexedDB.databases()).length,
        completion: [...own.querySelectorAll('input')].map((box) => [box.name, box.autocomplete]),
      };
    });
    expect(kept).toMatchObject({ address: `${site.server.url}/en/find/`, state: null, local: {}, session: {}, cookie: '', databases: 0 });
    for (const [name, autocomplete] of kept.completion) expect([name, autocomplete]).toEqual(['', 'off']);
    await page.reload();
    await waitReady(page);
    expect([await page.inputValue('[data-find-area]'), await page.inputValue('[data-find-query]')]).toEqual(['', '']);
    expect(visit.requests.filter((url) => /secretword|ME14/i.test(url))).toEqual([]);
    expect(visit.problems()).toEqual([]);
  });

  it('asks which council where a postcode lies in two, and takes the answer by keyboard', async () => {
    const { page } = await openFinder();
    await page.fill('[data-find-area]', 'ME18');
    const answers = page.locator('.answer fieldset button');
    expect(await answers.count()).toBeGreaterThan(1);
    await answers.last().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.found');
    expect(await answers.last().getAttribute('aria-pressed')).toBe('true');
  });

  it('has an accurate number beside every call link: what is read is what is dialled', async () => {
    const { page } = await openFinder('/ur/find/');
    const links = await page.locator('main a[href^="tel:"]').evaluateAll((all) => all.map((one) => [one.getAttribute('href') ?? '', one.textContent ?? '']));
    expect(links.length).toBeGreaterThan(20);
    const wrong = links.filter(([href = '', words = '']) => {
      const dialled = href.slice(4).replace(/^\+44/, '0');
      return !words.replace(/\D/g, '').includes(dialled);
    });
    expect(wrong).toEqual([]);
  });

  it('empties a box with one tap and puts the cursor back', async () => {
    const { page } = await openFinder();
    await page.fill('[data-find-query]', 'housing');
    await page.click('.box .clear');
    expect(await page.inputValue('[data-find-query]')).toBe('');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-find-query'))).toBe(true);
  });
});
