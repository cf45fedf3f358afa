/** CANARIES sets how many marked words are written. The site must have been built. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { openDisplay, type Display } from '../engines/display.ts';
import { marksOf } from '../helpers/canary.ts';
import { runCanary, runControl } from '../helpers/canary-run.ts';
import { findMortal, type MortalName } from '../helpers/mortal-browser.ts';
import { serveBuild } from '../helpers/server.ts';

const many = Number(process.env['CANARIES'] ?? 200);

let server: StaticServer;
let display: Display | null = null;
/** With a window where one can be had: a browser without one keeps less. */
let name: MortalName = 'packed-chromium';

beforeAll(async () => {
  server = await serveBuild();
  if (findMortal('chromium')) display = await openDisplay();
  if (display) name = 'chromium';
});
afterAll(async () => {
  await server?.close();
  await display?.close();
});

describe('a real profile of Chromium', () => {
  it(`holds none of ${many} marked words that were typed into the plan, and no passphrase, open, locked, killed or closed`, async () => {
    const { version, notes, searches } = await runCanary(name, server.url, marksOf(many), { display: display?.name });
    for (const [moment, { files, bytes, unpacked, found }] of searches) {
      console.info(`${version}${display ? ', with a window' : ''}, ${notes} notes, ${moment}: ${files} files, ${Math.round(bytes / 1e6)} MB and ${unpacked} packed pieces searched, ${found.length} found`);
      expect(files).toBeGreaterThan(50);
    }
    for (const [moment, { found }] of searches) expect(found, moment).toEqual([]);
    expect(searches.size).toBe(5);
  });

  it('does hold what a page puts into localStorage and IndexedDB and what is typed into an ordinary box, and the search finds it, packed too', async () => {
    const { found } = await runControl(name, `${server.url}/en/now/`, display?.name);
    console.info([...new Set(found.map(({ file, text, as }) => `${text} as ${as} in ${file}`))].join('\n'));
    expect(found.some(({ text }) => text === 'zqcontrolone')).toBe(true);
    expect(found.some(({ text }) => text === 'zqcontroltwo')).toBe(true);
    expect(found.some(({ text, as }) => text === 'zqcontrolthree' && as.endsWith('in a LevelDB block'))).toBe(true);
    // The browser from npm has no such memory.
    if (name === 'chromium') expect(found.some(({ text, file }) => text === 'zqcontrolbox' && file.endsWith('Web Data'))).toBe(true);
    expect(found.filter(({ text }) => text === 'zqcontrolnever')).toEqual([]);
  });
});
