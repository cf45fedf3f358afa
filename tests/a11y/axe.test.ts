import { describe, expect, it } from 'vitest';
import axe, { type AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { waitReady, type Visit } from '../helpers/browser.ts';
import { visitWithoutCopy } from '../helpers/outside.ts';
import { begin, lock, openWith, press, toPlan, waitFault, waitFor, writeNote } from '../helpers/plan-screen.ts';
import { isOneOfAKind, listPages } from '../helpers/server.ts';
import { openSite } from '../helpers/site.ts';

const pages = listPages();

const site = openSite();

/** By the debugger, which the page's own policy does not bind. */
async function bringAxe(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Runtime.evaluate', { expression: axe.source, allowUnsafeEvalBlockedByCSP: true });
  await devtools.detach();
}

async function faultsOf(page: Page, where: string): Promise<string[]> {
  const { violations } = await page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return runner.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
  });
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${where}: ${id}: ${html.slice(0, 160)}`));
}

async function open(visit: Visit, path: string): Promise<void> {
  await visit.page.goto(path);
  if (!path.endsWith('/clock/')) await waitReady(visit.page);
  await bringAxe(visit.page);
}

/** Nothing fades: a colour on its way to another is not the one people read. */
function still(context: BrowserContextOptions = {}): Promise<Visit> {
  return visitWithoutCopy(site.browser, { origin: site.server.url, context: { serviceWorkers: 'block', reducedMotion: 'reduce', ...context } });
}

const languages = [...new Set(pages.map(({ lang }) => lang))];

describe.each(languages)('every kind of page in "%s"', (lang) => {
  it('has nothing that keeps someone out, in the light and in the dark', async () => {
    const visit = await still();
    const wrong: string[] = [];
    for (const { path } of pages.filter((one) => one.lang === lang && isOneOfAKind(one))) {
      await visit.page.emulateMedia({ colorScheme: 'light' });
      await open(visit, path);
      wrong.push(...(await faultsOf(visit.page, `${path} light`)));
      await visit.page.emulateMedia({ colorScheme: 'dark' });
      wrong.push(...(await faultsOf(visit.page, `${path} dark`)));
    }
    expect(wrong).toEqual([]);
    await visit.close();
  });
});

describe('what opens on a page', () => {
  const states: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
    ['the list of languages', '/en/now/', (page) => page.click('.languages summary')],
    ['results of a search', '/en/find/', async (page) => {
      await page.fill('[data-find-query]', 'housing');
      await page.fill('[data-find-area]', 'ME14 1');
      await page.click('.filters summary');
      await page.waitForSelector('.found');
    }],
    ['the question which council', '/ur/find/', async (page) => {
      await page.fill('[data-find-area]', 'ME18');
      await page.waitForSelector('.answer fieldset');
    }],
    ['a search that finds nothing', '/pl/find/', (page) => page.fill('[data-find-query]', 'xqzt xqzt')],
    ['settings that are kept', '/ur/settings/', async (page) => {
      await page.getByRole('switch').click();
      await page.waitForSelector('[data-keep="kept"]');
    }],
    ['the question before deleting', '/en/device/', (page) => page.click('[data-wipe] button')],
    ['the plain screen after deleting', '/ur/device/', async (page) => {
      await page.click('[data-wipe] button');
      await page.click('[data-wipe="sure"] button');
      await page.waitForSelector('[data-wipe="clean"]');
    }],
    ['an address that leads nowhere', '/en/404.html', (page) => page.waitForSelector('h1')],
  ];

  it.each(states)('keeps nobody out: %s', async (_, path, act) => {
    const visit = await still();
    const wrong: string[] = [];
    await open(visit, path);
    await act(visit.page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit.page.emulateMedia({ colorScheme });
      wrong.push(...(await faultsOf(visit.page, `${path} ${colorScheme}`)));
    }
    expect(wrong).toEqual([]);
    await visit.close();
  });
});

describe.each(['en', 'ur'])('the plan in "%s"', (lang) => {
  it('keeps nobody out, whether locked, beginning, open, writing or told what went wrong', async () => {
    const visit = await still();
    const { page } = visit;
    const wrong: string[] = [];
    const look = async (state: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        wrong.push(...(await faultsOf(page, `${lang} ${state} ${colorScheme}`)));
      }
    };
    const unfold = (): Promise<void> => page.evaluate(() => {
      for (const fold of document.querySelectorAll('details.fold')) fold.setAttribute('open', '');
    });
    await toPlan(page, lang);
    await bringAxe(page);
    await unfold();
    await look('locked');
    await press(page, 'begin');
    await waitFor(page, 'new');
    await press(page, 'create');
    await waitFault(page, 'empty');
    await unfold();
    await look('new, with a fault');
    await press(page, 'cancel');
    await begin(page, 'the heron stands by the mill');
    await writeNote(page, 'Bank', 'Monday');
    await unfold();
    await look('open');
    await page.locator('[data-note] button').click();
    await press(page, 'delete-note');
    await look('editor');
    await lock(page);
    await openWith(page, 'nothing opens with this');
    await waitFault(page, 'nothing-opened');
    await look('wrong words');
    expect(wrong).toEqual([]);
    await visit.close();
  });
});

describe('in the system’s own colours', () => {
  it('the exit, the buttons and the pressed choices are still told apart', async () => {
    const visit = await still({ forcedColors: 'active' });
    const wrong: string[] = [];
    for (const path of ['/en/', '/en/now/', '/ur/find/', '/en/clock/']) {
      await open(visit, path);
      wrong.push(...(await faultsOf(visit.page, path)));
    }
    await open(visit, '/en/find/');
    await visit.page.locator('.chip').first().click();
    const widths = await visit.page.evaluate(() => [...document.querySelectorAll('.chip')].slice(0, 2).map((one) => getComputedStyle(one).borderTopWidth));
    expect(widths[0]).not.toBe(widths[1]);
    const exit = await visit.page.evaluate(() => {
      const style = getComputedStyle(document.querySelector('[data-exit]') ?? document.body);
      return { border: Number.parseFloat(style.borderTopWidth), same: style.color === style.backgroundColor };
    });
    expect(exit.border).toBeGreaterThan(0);
    expect(exit.same).toBe(false);
    expect(wrong).toEqual([]);
    await visit.close();
  });
});
