/** What comes second is kept in the languages that were opened: nothing of that may be claimed, or lost, wrongly. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { keepLanguages, launchBrowser, waitOffline, waitReady, type TestBrowser, type Visit } from '../helpers/browser.ts';
import { changeFile, copyBuild, dist, listPages, serveBuild, type ListedPage } from '../helpers/server.ts';
import { secondScreens } from '../../tools/copy-stages.ts';

/** The browser looks for a newer worker a second or more after a page has loaded. */
const soon = { timeout: 15_000, interval: 50 };
const mark = '<!-- next release -->';

let server: StaticServer;
let browser: TestBrowser;
let visit: Visit;
const next = copyBuild();

const isSecond = ({ route }: ListedPage): boolean => secondScreens.some((one) => one === route);
const built = (path: string): string => readFileSync(join(dist, `${path}index.html`), 'utf8');
const isOffline = (page: Page): Promise<string | null> => page.getAttribute('html', 'data-offline');

/** The addresses of a language that are kept and come second. */
function keptOf(page: Page, lang: string): Promise<string[]> {
  const wanted = listPages().filter((one) => one.lang === lang && isSecond(one)).map(({ path }) => `/kept${path}index.html`);
  return page.evaluate(async (paths) => {
    const kept: string[] = [];
    for (const name of await caches.keys()) kept.push(...(await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname));
    return paths.filter((path) => kept.includes(path));
  }, wanted);
}

async function chooseLanguage(page: Page, lang: string): Promise<void> {
  await page.click('.languages summary');
  await page.click(`.languages a[lang="${lang}"]`);
}

/** The screen is in this language, and the copy is complete in it. */
async function isKeptIn(page: Page, lang: string): Promise<void> {
  await page.waitForSelector(`html[lang="${lang}"][data-offline="ready"]`, { state: 'attached', timeout: 30_000 });
}

async function workerWaits(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)), soon).toBe(true);
}

async function moveToNewer(page: Page): Promise<void> {
  await page.waitForSelector('[data-update="use"]');
  await Promise.all([page.waitForEvent('load'), page.click('[data-update="use"]')]);
  await waitReady(page);
}

async function statusAndMark(page: Page, path: string): Promise<readonly [number | undefined, boolean]> {
  const answer = await page.goto(path, { waitUntil: 'domcontentloaded' });
  return [answer?.status(), ((await answer?.text()) ?? '').includes(mark)];
}

beforeAll(async () => {
  for (const lang of ['en', 'pl', 'ur']) changeFile(next.dist, `kept/${lang}/plan/index.html`, (html) => html.replace('</body>', `${mark}</body>`));
  server = await serveBuild();
  browser = await launchBrowser();
});

beforeEach(async () => {
  visit = await browser.newVisit({ origin: server.url });
});

afterEach(async () => {
  server.setMode('ok');
  server.swap(dist);
  await visit.close();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  next.remove();
});

describe('somebody who came in Urdu and has seen no English page', () => {
  it('opens every Urdu page offline, those with English words too, and in every language what is needed in danger', async () => {
    await visit.page.goto('/ur/');
    await waitOffline(visit.page);
    await visit.page.close();
    server.setMode('down');
    const page = await visit.context.newPage();
    const pages = listPages().filter((one) => one.lang === 'ur' || !isSecond(one));
    for (const route of [...secondScreens, 'now']) expect(pages.some((one) => one.lang === 'ur' && one.route === route), route).toBe(true);
    for (const { path, route } of pages) {
      const answer = await page.goto(path);
      expect([answer?.status(), (await answer?.text()) === built(path)], path).toEqual([200, true]);
      if (route !== 'clock') await waitReady(page);
    }
    expect(visit.problems()).toEqual([]);
  });

  it('has nothing of the second English pages: they are asked of the network, and offline they are "not here"', async () => {
    const { page } = visit;
    visit.expectProblem(/status of 404/);
    await page.goto('/ur/');
    await waitOffline(page);
    expect((await keptOf(page, 'ur')).length).toBe(secondScreens.length);
    for (const lang of ['en', 'pl']) expect(await keptOf(page, lang), lang).toEqual([]);
    const english = listPages().filter((one) => one.lang === 'en' && isSecond(one));
    for (const { path } of english) {
      server.setMode('down');
      expect((await page.goto(path, { waitUntil: 'domcontentloaded' }))?.status(), path).toBe(404);
      // A visit of one English page brings the rest: go on before that.
      await page.goto('about:blank');
    }
    server.setMode('ok');
    const answer = await page.goto('/en/plan/');
    expect([answer?.status(), await answer?.text()]).toEqual([200, built('/en/plan/')]);
  });
});

describe('the language changed inside the app', () => {
  it('is not called ready until it is there, and then both open offline', async () => {
    const { page } = visit;
    visit.expectProblem(/Failed to load|ERR_/);
    await page.goto('/en/');
    await waitReady(page);
    await isKeptIn(page, 'en');
    server.setMode('cut', (path) => path === '/kept/ur/plan/index.html');
    await chooseLanguage(page, 'ur');
    await page.waitForSelector('html[lang="ur"]', { state: 'attached' });
    expect(await isOffline(page)).toBeNull();
    await expect.poll(async () => (await keptOf(page, 'ur')).length, soon).toBe(secondScreens.length - 1);
    expect(await isOffline(page)).toBeNull();
    await chooseLanguage(page, 'en');
    await isKeptIn(page, 'en');
    server.setMode('ok');
    await chooseLanguage(page, 'ur');
    await isKeptIn(page, 'ur');
    server.setMode('down');
    for (const lang of ['en', 'ur']) {
      expect((await page.goto(`/${lang}/plan/`))?.status(), lang).toBe(200);
      await waitReady(page);
    }
    expect((await page.goto('/pl/plan/'))?.status()).toBe(404);
  });

  it('says nothing of a move within the language', async () => {
    const { page } = visit;
    await page.goto('/en/');
    await waitReady(page);
    await isKeptIn(page, 'en');
    await page.evaluate(() => {
      const seen: (string | undefined)[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => seen.push(document.documentElement.dataset['offline'])).observe(document.documentElement, { attributeFilter: ['data-offline'] });
    });
    await page.click('main a[href="/en/plan/"]');
    await page.waitForSelector('html[data-route="plan"]', { state: 'attached' });
    await page.click('[data-back]');
    await page.waitForSelector('html[data-route="home"]', { state: 'attached' });
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  });

  it('offline on the plan, to one that is not there: says that it did not open, with the ways out, and opens once there is a network', async () => {
    const { page } = visit;
    visit.expectProblem(/Failed to load|Failed to fetch|ERR_/);
    await page.goto('/en/plan/');
    await waitReady(page);
    await isKeptIn(page, 'en');
    server.setMode('down');
    await chooseLanguage(page, 'ur');
    await page.waitForSelector('html[lang="ur"]', { state: 'attached' });
    const words = JSON.parse(readFileSync(join(dist, '../locales/ur/frame.json'), 'utf8')) as { problem: { title: string; retry: string } };
    await page.getByRole('heading', { name: words.problem.title }).waitFor();
    expect(await isOffline(page)).toBeNull();
    expect(await page.isVisible('[data-exit]')).toBe(true);
    expect(await page.locator('main a[href="tel:999"]').isVisible()).toBe(true);
    server.setMode('ok');
    await page.getByRole('button', { name: words.problem.retry }).click();
    await page.waitForURL('**/ur/plan/');
    await waitReady(page);
    expect(await page.locator('[data-vault]').count()).toBe(1);
    await isKeptIn(page, 'ur');
  });
});

describe('a new release on a device that was used in two languages', () => {
  it('brings both and no third, and loses neither', async () => {
    const { page } = visit;
    visit.expectProblem(/status of 404/);
    await keepLanguages(page, ['en', 'ur']);
    server.requests.length = 0;
    server.swap(next.dist);
    await page.reload();
    await workerWaits(page);
    expect(server.requests.map(({ path }) => path.split('?')[0]).filter((path) => path !== '/sw.js').sort()).toEqual(['/kept/en/plan/index.html', '/kept/ur/plan/index.html']);
    await moveToNewer(page);
    server.setMode('down');
    for (const lang of ['en', 'ur']) expect(await statusAndMark(page, `/${lang}/plan/`), lang).toEqual([200, true]);
    expect(await statusAndMark(page, '/pl/plan/')).toEqual([404, false]);
  });

  it('does not count as installed while one of them is not whole', async () => {
    const { page } = visit;
    await keepLanguages(page, ['en', 'ur', 'en']);
    server.swap(next.dist);
    server.setMode('cut', (path) => path === '/kept/ur/plan/index.html');
    await page.reload();
    await expect.poll(() => server.requests.some(({ path, mode }) => path.startsWith('/kept/ur/plan/') && mode === 'cut'), soon).toBe(true);
    await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration())?.installing);
    expect(await page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))).toBe(false);
    server.setMode('ok');
    await page.reload();
    await workerWaits(page);
  });

  it('has a language too that was opened only after it had come and waited', async () => {
    const { page } = visit;
    await keepLanguages(page, ['en']);
    server.swap(next.dist);
    await page.reload();
    await workerWaits(page);
    expect(await keptOf(page, 'ur')).toEqual([]);
    // The older copy cannot have the changed page any more, and does not say that it is whole; the newer one can.
    await page.goto('/ur/');
    await expect.poll(async () => (await keptOf(page, 'ur')).length, soon).toBe(secondScreens.length);
    expect(await isOffline(page)).toBeNull();
    await moveToNewer(page);
    server.setMode('down');
    for (const lang of ['en', 'ur']) expect(await statusAndMark(page, `/${lang}/plan/`), lang).toEqual([200, true]);
  });

  it('leaves the older copy beside it until it has every language of that one', async () => {
    await keepLanguages(visit.page, ['en']);
    server.swap(next.dist);
    await visit.page.reload();
    await workerWaits(visit.page);
    server.setMode('cut', (path) => path === '/kept/ur/plan/index.html');
    await visit.page.goto('/ur/');
    await expect.poll(async () => (await keptOf(visit.page, 'ur')).length, soon).toBe(secondScreens.length - 1);
    await visit.page.close();

    /** Opens the site with no other tab open, looks, and closes it. */
    const openAlone = async <Seen>(look: (page: Page) => Promise<Seen>): Promise<Seen> => {
      const page = await visit.context.newPage();
      await page.goto('/en/');
      await waitOffline(page);
      const seen = await look(page);
      await page.close();
      return seen;
    };
    const copies = (): Promise<number> => openAlone((page) => page.evaluate(async () => (await caches.keys()).length));
    await expect.poll(() => openAlone((page) => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))), soon).toBe(false);
    expect([await copies(), await copies()]).toEqual([2, 2]);
    server.setMode('ok');
    await openAlone(async (page) => expect.poll(async () => (await keptOf(page, 'ur')).length, soon).toBe(secondScreens.length));
    await expect.poll(copies, soon).toBe(1);
    server.setMode('down');
    const page = await visit.context.newPage();
    expect(await statusAndMark(page, '/ur/plan/')).toEqual([200, true]);
  });
});
