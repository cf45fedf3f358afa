import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { before, engineName, pause, until, weather } from './house.ts';
import { openOutside, type Outside } from './outside.ts';
import { randomFrom } from './random.ts';
import { filesWith, historyRows, openProfile } from './profile.ts';
import { serveBuild } from '../helpers/server.ts';
import type { StaticServer } from '../../src/hosting/server.ts';

const screensToSee = 12;

/** The kept copy is public and the same for everyone who opened the site in the same languages; it is reported apart. */
const isKeptCopy = (file: string): boolean => file.startsWith('Default/Service Worker/CacheStorage/');

let outside: Outside;
let server: StaticServer;

describe.skipIf(engineName !== 'chromium')('chromium: what a real profile keeps', () => {
  beforeAll(async () => {
    outside = await openOutside();
    server = await serveBuild();
  });
  afterAll(async () => {
    await outside?.close();
    await server?.close();
  });

  it(`holds one row after ${screensToSee} screens and an exit, neutral in address and title, and no heading of any screen`, async () => {
    const profile = await openProfile(outside.proxyPort);
    if (!profile) throw new Error('Chromium with a window is not installed: run tools/engines.sh');
    try {
      const { page } = profile;
      await page.goto(before);
      await page.goto(`${server.url}/en/`);
      await page.waitForSelector('html[data-offline="ready"]', { state: 'attached', timeout: 40_000 });
      const headings = new Set<string>();
      const random = randomFrom(1);
      for (let move = 0; move < 120 && headings.size < screensToSee; move += 1) {
        const heading = await page.evaluate((chance) => {
          const links = [...document.querySelectorAll<HTMLAnchorElement>('#app a[href^="/"]')];
          const said = document.querySelector('h1')?.textContent ?? '';
          links[Math.floor(chance * links.length)]?.click();
          return said;
        }, random());
        headings.add(heading.trim());
        await pause(150);
      }
      expect(headings.size).toBe(screensToSee);
      await page.click('[data-exit]');
      await page.waitForURL(weather);
      // The browser writes its history down a little later.
      await pause(2_500);
      await profile.closeBrowser();

      const rows = historyRows(profile.folder);
      const own = rows.filter(({ url }) => url.startsWith(server.url));
      expect(own.map(({ url }) => url)).toEqual([`${server.url}/en/`]);
      // Chromium gives a page that is replaced the title of the page that took its place.
      expect(['Oast', 'Outside: www.bbc.co.uk']).toContain(own[0]?.title);
      console.info(`The row in the history file: ${own[0]?.url}, titled "${own[0]?.title}", ${own[0]?.listed ? 'listed' : 'kept in the file but not listed by the browser'}.`);
      expect(rows.map(({ url }) => url)).toContain(weather);

      // A heading of one common word is in every profile; what is looked for is ours alone.
      const ours = [...headings].filter((text) => text.includes(' '));
      expect(ours.length).toBeGreaterThan(screensToSee / 2);
      const found = filesWith(profile.folder, ours);
      const kept = [...found.keys()].filter(isKeptCopy);
      console.info(`Looked for ${ours.length} headings. In the kept copy, the same for everyone of these languages: ${kept.length} files. Elsewhere: ${found.size - kept.length}.`);
      expect([...found].filter(([file]) => !isKeptCopy(file))).toEqual([]);
    } finally {
      await profile.remove();
    }
  });

  it('leads to the clock from an app in a window of its own, and asks nothing outside', async () => {
    const profile = await openProfile(outside.proxyPort, [`--app=${server.url}/en/now/`]);
    if (!profile) throw new Error('Chromium with a window is not installed: run tools/engines.sh');
    try {
      const { page } = profile;
      await page.waitForSelector('html[data-app="ready"]', { state: 'attached' });
      expect(await page.evaluate(() => matchMedia('(display-mode: standalone)').matches)).toBe(true);
      outside.asked.length = 0;
      await page.click('[data-exit]');
      await page.waitForURL(`${server.url}/en/clock/`);
      await until('the clock goes', async () => /\d\d:\d\d:\d\d/.test((await page.textContent('[data-here]')) ?? ''));
      expect(outside.asked).toEqual([]);
    } finally {
      await profile.remove();
    }
  });
});
