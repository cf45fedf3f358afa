import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { killAgainAndAgain } from '../helpers/kills.ts';
import { serveVaultPage } from '../helpers/vault-page.ts';

let server: StaticServer;
beforeAll(async () => {
  server = await serveVaultPage();
});
afterAll(() => server?.close());

/** One life of a plan: begun, saved, a second one, another passphrase, wiped. */
const kills = 12;

describe('a browser that is killed while it keeps', () => {
  it(`loses nothing it acknowledged and tears nothing, ${kills} times over`, async () => {
    const tally = await killAgainAndAgain('packed-chromium', server.url, kills, 1);
    expect(tally.faults).toEqual([]);
    expect(tally.kills).toEqual({ create: 1, save: 8, second: 1, change: 1, wipe: 1 });
    // Few on a slow machine; that there are any shows that something could have been lost.
    expect(tally.acknowledged).toBeGreaterThan(4);
    expect(tally.openedInBrowser).toBeGreaterThan(5);
  });
});
