import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Tab } from './engine.ts';
import { launchChromium } from './chromium.ts';
import { askedOfUs, before, copySaved, engineName, openHouse, weather, type House } from './house.ts';
import { comes, measure, type Measures, type Scene, type Verdict } from './measure.ts';
import { openProfile } from './profile.ts';
import { govukVersion, openRivals, ourSubject, type Rivals, type Subject } from './subjects.ts';
import { makeTable, rows, tableInReadme, writeTable } from './table.ts';

let house: House;
let rivals: Rivals;
let scriptless: Engine;

/** Ours answers to our server, the rivals to theirs. */
function sceneOf(subject: Subject, tab: Tab): Scene {
  const isOurs = subject.name === 'ours';
  return {
    tab,
    subject,
    outside: house.outside,
    asked: () => (isOurs ? askedOfUs(house) : rivals.asked),
    forget: () => {
      house.server.requests.length = 0;
      rivals.asked.length = 0;
      house.outside.asked.length = 0;
    },
    setNetwork: async (on) => {
      house.server.setMode(on ? 'ok' : 'down');
      rivals.setDown(!on);
      await tab.setOffline(!on);
    },
  };
}

/** In a window of its own, as opened from an icon. */
async function inStandalone(subject: Subject): Promise<Verdict> {
  const profile = await openProfile(house.outside.proxyPort, [`--app=${subject.origin}${subject.screens[0]}`]);
  if (!profile) return 'not measured: Chromium with a window is not installed';
  try {
    const { page } = profile;
    await page.waitForSelector(`html${subject.readyMark === 'html' ? '' : subject.readyMark}`, { state: 'attached' });
    await page.click(subject.control, { noWaitAfter: true });
    return await comes(async () => {
      const { origin, pathname } = new URL(page.url());
      return origin === subject.origin && pathname !== subject.screens[0] && !(await page.innerText('body')).includes(subject.words);
    }, 5_000);
  } finally {
    await profile.remove();
  }
}

async function withoutScript(subject: Subject): Promise<Verdict> {
  const tab = await scriptless.newVisit();
  try {
    await tab.open(`${subject.origin}${subject.screens[0]}`);
    await tab.click(subject.control);
    return await comes(async () => (await tab.url()) === weather);
  } finally {
    await tab.close();
  }
}

async function measureOne(subject: Subject): Promise<Measures> {
  const special = { standalone: await inStandalone(subject), noScript: await withoutScript(subject) };
  const tab = await house.engine.newVisit();
  try {
    if (subject.name === 'ours') {
      await tab.open(before);
      await tab.open(`${subject.origin}/en/`);
      await copySaved(tab);
    }
    return await measure(sceneOf(subject, tab), house, special);
  } finally {
    await tab.close();
  }
}

describe.skipIf(engineName !== 'chromium')('chromium: three ways out, compared', () => {
  beforeAll(async () => {
    house = await openHouse();
    rivals = await openRivals();
    scriptless = await launchChromium({ proxyPort: house.outside.proxyPort, script: false, keepPages: true });
  });
  afterAll(async () => {
    await scriptless?.close();
    await rivals?.close();
    await house?.close();
  });

  it('ours passes every row, and the table in the README is what was measured', async () => {
    const subjects = [ourSubject(house), ...rivals.subjects];
    const columns: (readonly Verdict[])[] = [];
    for (const subject of subjects) {
      const { verdicts, shift } = await measureOne(subject);
      expect(verdicts).toHaveLength(rows.length);
      columns.push(verdicts);
      console.info(`${subject.name}, Shift: ${JSON.stringify(shift)}`);
    }
    const table = makeTable(['ours', `GOV.UK, govuk-frontend ${govukVersion}`, 'a plain link'], columns);
    console.info(table);
    if (process.env['WRITE_TABLE']) writeTable(table);
    expect(rows.filter((_, nth) => columns[0]?.[nth] !== true)).toEqual([]);
    expect(tableInReadme()).toBe(table);
  }, 480_000);
});
