import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepLanguages, waitOffline, waitReady, type Visit } from '../helpers/browser.ts';
import { listLanguages, listPages } from '../helpers/server.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();
let visit: Visit;
const pages = listPages();

beforeAll(async () => {
  visit = await site.browser.newVisit({ origin: site.server.url });
});

afterAll(() => visit?.close());

/** Without the browser's own look for a newer worker, which follows each opening by a second or more. */
const askedByUs = (): string[] => site.server.requests.map(({ path }) => path).filter((path) => path !== '/sw.js');

describe('what the app asks of the network', () => {
  it('asks no other site for anything on a first visit', async () => {
    await visit.page.goto('/en/now/');
    await waitReady(visit.page);
    await waitOffline(visit.page);
    expect(visit.problems()).toEqual([]);
    expect(visit.requests.filter((url) => !url.startsWith(`${site.server.url}/`))).toEqual([]);
  });

  it('asks this site for nothing but a newer worker once the copy is whole in each language', async () => {
    await keepLanguages(visit.page, listLanguages());
    site.server.requests.length = 0;
    for (const { path, route } of pages) {
      await visit.page.goto(path);
      if (route !== 'clock') await waitReady(visit.page);
    }
    await visit.page.goto('/en/');
    await waitReady(visit.page);
    await waitOffline(visit.page);
    expect(askedByUs()).toEqual([]);
    expect(visit.problems()).toEqual([]);
  });

  it('sends nothing when someone looks for help or leaves', async () => {
    const leaving = await site.browser.newVisit({ origin: site.server.url, mayAsk: ['https://www.bbc.co.uk'] });
    await leaving.context.route('https://www.bbc.co.uk/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
    await leaving.page.goto('/en/find/');
    await waitReady(leaving.page);
    await waitOffline(leaving.page);
    site.server.requests.length = 0;
    await leaving.page.fill('[data-find-query]', 'maidstone housing');
    await leaving.page.waitForSelector('[data-service]');
    expect(askedByUs()).toEqual([]);
    await leaving.page.click('[data-exit]');
    await leaving.page.waitForURL('https://www.bbc.co.uk/**');
    expect(askedByUs()).toEqual([]);
    expect(leaving.requests.filter((url) => url.includes('maidstone'))).toEqual([]);
    await leaving.close();
  });
});
