/** KILLS and KILLS_FIREFOX set the numbers; a browser that is not installed is skipped and named. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { killAgainAndAgain } from '../helpers/kills.ts';
import { findMortal, type MortalName } from '../helpers/mortal-browser.ts';
import { serveVaultPage } from '../helpers/vault-page.ts';

let server: StaticServer;
beforeAll(async () => {
  server = await serveVaultPage();
});
afterAll(() => server?.close());

const chromium: MortalName = findMortal('chromium') ? 'chromium' : 'packed-chromium';
const runs: readonly (readonly [MortalName, number])[] = [[chromium, Number(process.env['KILLS'] ?? 500)], ['firefox', Number(process.env['KILLS_FIREFOX'] ?? 200)]];

/** Enough for a busy machine; one takes about two seconds. */
const mostMsForOne = 20_000;

describe('a browser that is killed while it keeps', () => {
  it.each(runs.filter(([, kills]) => kills > 0))('loses nothing it acknowledged and tears nothing: %s, %i times', async (name, kills) => {
    expect(findMortal(name), `${name} is not installed`).not.toBeNull();
    const seed = Date.now() % 1_000_000;
    const tally = await killAgainAndAgain(name, server.url, kills, seed, (so) => {
      // A run that ends in another way than it should has still been counted.
      const done = Object.values(so.kills).reduce((sum, one) => sum + one, 0);
      if (done % 25 === 0 || so.faults.length > 0) process.stderr.write(`${name} ${done}: ${JSON.stringify(so)}\n`);
    });
    console.info(`${tally.version}, seed ${seed}: ${JSON.stringify({ ...tally, faults: tally.faults.length })}`);
    expect(tally.faults).toEqual([]);
    expect(Object.values(tally.kills).reduce((sum, one) => sum + one, 0)).toBe(kills);
    expect(tally.acknowledged).toBeGreaterThan(kills);
    // The blows really fall into writes, or this would prove nothing.
    expect(tally.inTheMiddle).toBeGreaterThan(kills / 50);
  }, Math.max(...runs.map(([, kills]) => kills)) * mostMsForOne);
});
