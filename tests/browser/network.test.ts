import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { launchBrowser, waitOffline, waitReady, type TestBrowser, type Visit } from '../helpers/browser.ts';
import { listPages, serveBuild } from '../helpers/server.ts';

let server: StaticServer;
let browser: TestBrowser;
let visit: Visit;
const pages = listPages();

beforeAll(async () => {
  server = await serveBuild();
  browser = await launchBrowser();
  visit = await browser.newVisit({ origin: server.url });
});

afterAll(async () => {
  await visit?.close();
  await browser?.close();
  await server?.close();
});

describe('what the app asks of the network', () => {
  it('asks no other site for anything on a first visit', async () => {
    await visit.page.goto('/en/now/');
    await waitReady(visit.page);
    await waitOffline(visit.page);
    expect(visit.problems()).toEqual([]);
    expect(visit.requests.filter((url) => !url.startsWith(`${server.url}/`))).toEqual([]);
  });

  it('asks this site for nothing but a newer worker once the copy is whole', async () => {
    server.requests.length = 0;
    for (const { path, route } of pages) {
      await visit.page.goto(path);
      if (route !== 'clock') await waitReady(visit.page);
    }
    await visit.page.goto('/en/');
    await waitReady(visit.page);
    await waitOffline(visit.page);
    const asked = new Set(server.requests.map(({ path }) => path));
    expect([...asked].filter((path) => path !== '/sw.js')).toEqual([]);
    expect(visit.problems()).toEqual([]);
  });

  it('sends nothing when someone looks for help or leaves', async () => {
    const leaving = await browser.newVisit({ origin: server.url, mayAsk: ['https://www.bbc.co.uk'] });
    await leaving.context.route('https://www.bbc.co.uk/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
    await leaving.page.goto('/en/find/');
    await waitReady(leaving.page);
    await waitOffline(leaving.page);
    server.requests.length = 0;
    await leaving.page.fill('[data-find-query]', 'maidstone housing');
    await leaving.page.waitForSelector('[data-service]');
    expect(server.requests).toEqual([]);
    await leaving.page.click('[data-exit]');
    await leaving.page.waitForURL('https://www.bbc.co.uk/**');
    expect(server.requests).toEqual([]);
    expect(leaving.requests.filter((url) => url.includes('maidstone'))).toEqual([]);
    await leaving.close();
  });
});
