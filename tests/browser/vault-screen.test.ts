import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { launchBrowser, waitReady, type TestBrowser } from '../helpers/browser.ts';
import { visitWithoutCopy } from '../helpers/outside.ts';
import { serveBuild } from '../helpers/server.ts';

let server: StaticServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await serveBuild();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('every visitor', () => {
  it('gets the room for notes at a quiet moment, also on a page that has nothing to do with it', async () => {
    const visit = await visitWithoutCopy(browser, { origin: server.url });
    await visit.page.goto('/en/now/');
    await waitReady(visit.page);
    await visit.page.waitForSelector('html[data-room="ready"]', { state: 'attached' });
    const names = await visit.page.evaluate(async () => {
      const found: string[] = [];
      const room = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };
      for await (const name of room.keys()) found.push(name);
      return found;
    });
    expect(names).toEqual(['app-data']);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});
