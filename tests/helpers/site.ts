import { afterAll, beforeAll } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { launchBrowser, type TestBrowser } from './browser.ts';
import { serveBuild } from './server.ts';

export interface Site {
  readonly server: StaticServer;
  readonly browser: TestBrowser;
}

/** The built site and a browser for one file of tests: there from its first test on, closed after its last. */
export function openSite(): Site {
  const site: { server?: StaticServer; browser?: TestBrowser } = {};
  beforeAll(async () => {
    site.server = await serveBuild();
    site.browser = await launchBrowser();
  });
  afterAll(async () => {
    await site.browser?.close();
    await site.server?.close();
  });
  return site as Site;
}
