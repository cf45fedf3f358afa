/** CANARIES sets how many marked words are written. The site must have been built. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { openDisplay, type Display } from '../engines/display.ts';
import { marksOf } from '../helpers/canary.ts';
import { runsIn, type AddedFile } from '../helpers/canary-inside.ts';
import { runCanary, runControl, runFilesControl } from '../helpers/canary-run.ts';
import { findMortal, type MortalName } from '../helpers/mortal-browser.ts';
import { serveBuild } from '../helpers/server.ts';

const many = Number(process.env['CANARIES'] ?? 200);

let server: StaticServer;
let display: Display | null = null;
let added: readonly AddedFile[] = [];
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
  it(`holds none of ${many} marked words that were typed into notes, none from any box inside the plan, no passphrase, and no bytes of a photo and a recording, open, locked, killed or closed`, async () => {
    const { version, notes, searches, texts, runs, files: addedFiles } = await runCanary(name, server.url, marksOf(many), { display: display?.name });
    added = addedFiles;
    for (const [moment, { files, bytes, unpacked, found }] of searches) {
      console.info(`${version}${display ? ', with a window' : ''}, ${notes} notes, ${moment}: ${files} files, ${Math.round(bytes / 1e6)} MB and ${unpacked} packed pieces searched for ${texts} texts and ${runs} runs of bytes, ${found.length} found`);
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

  it('does hold a photo, a recording and what was made of them when a page puts them there, and the search finds every run of them', async () => {
    expect(added).toHaveLength(4);
    const { found } = await runFilesControl(name, `${server.url}/en/now/`, added, display?.name);
    const names = new Set(found.map(({ text }) => text));
    expect(runsIn(added).filter((run) => !names.has(run.name))).toEqual([]);
  });
});
