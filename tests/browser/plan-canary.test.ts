/** A sample of tests/long/canary.test.ts: nothing that was written, shown, taken or recorded is in any file of the browser, and it would be found. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { marksOf } from '../helpers/canary.ts';
import { insideTexts, runsIn, type AddedFile } from '../helpers/canary-inside.ts';
import { runCanary, runFilesControl } from '../helpers/canary-run.ts';
import { canary, gpsCanary } from '../helpers/media-files.ts';
import { serveBuild } from '../helpers/server.ts';

let server: StaticServer;
beforeAll(async () => {
  server = await serveBuild();
});
afterAll(() => server?.close());

let files: readonly AddedFile[] = [];

describe('a profile of Chromium', () => {
  it('holds none of the marked words that were typed into notes, steps, people, a code word and the record, no passphrase, and no bytes of the photo and the recording, as they came or as they were sealed: open, locked, killed or closed', async () => {
    const run = await runCanary('packed-chromium', server.url, marksOf(16), { waitMs: 2_500 });
    files = run.files;
    for (const [moment, { found, files: many }] of run.searches) {
      expect(found, moment).toEqual([]);
      expect(many, moment).toBeGreaterThan(50);
    }
    expect(run.searches.size).toBe(5);
    expect(files.map(({ name }) => name)).toEqual(['the photo', 'the recording', 'the small picture', 'the small recording']);
    expect(run.texts).toBeGreaterThan(insideTexts.length + 16);
  });

  it('that a page put those files into is found to hold every one of the runs that were looked for, and what was written in the photo', async () => {
    expect(files).toHaveLength(4);
    const { found } = await runFilesControl('packed-chromium', `${server.url}/en/now/`, files);
    const names = new Set(found.map(({ text }) => text));
    for (const { name } of runsIn(files)) expect(names, name).toContain(name);
    for (const text of [canary, gpsCanary]) expect(names).toContain(text);
  });
});
