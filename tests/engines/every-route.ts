/** Leaving from every route, in one state of the app: a file for each state, so that two run beside each other. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Tab } from './engine.ts';
import { appReady, arrive, askedOfUs, backAndForward, before, copySaved, coveredWithinMs, engineName, faultsOf, goOffline, goOnline, isOnClock, isOutside, middleOf, openHouse, pressAndLook, routes, screenScript, tellOffline, until, weather, type House } from './house.ts';

const isApp = screenScript(/main\.tsx$/);

/** The shell has started: from here on a press is ours. It listens before it asks for the app. */
const shellRuns = (tab: Tab): Promise<void> =>
  until('the shell runs', async () => (await tab.run(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))).some(isApp));

/** WebKit's driver loses a tab now and then on a busy machine. How often a test may begin a route again, in a new tab. */
const newTabsAllowed = engineName === 'webkit' ? 3 : 0;

let house: House;
let tab: Tab;
let times: number[] = [];

/** A fresh person, whose copy is complete in every language of `routes`. */
async function openTab(): Promise<void> {
  tab = await house.engine.newVisit();
  for (const lang of new Set(routes.map((one) => one.lang))) {
    await arrive(house, tab, `/${lang}/`);
    await copySaved(tab);
  }
}

async function openTabAgain(): Promise<void> {
  await goOnline(house, tab).catch(() => house.calm());
  await tab?.close().catch(() => undefined);
  house.calm();
  await openTab();
}

async function faultsEverywhere(leaveFrom: (page: (typeof routes)[number]) => Promise<string[]>): Promise<string[]> {
  const faults: string[] = [];
  let newTabs = 0;
  times = [];
  for (const page of routes) {
    const found = await leaveFrom(page).catch(async (error: unknown) => {
      newTabs += 1;
      if (newTabs > newTabsAllowed) throw error;
      console.info(`${engineName}: began ${page.path} again in a new tab: ${String(error).split('\n', 1)[0]}`);
      await openTabAgain();
      return leaveFrom(page);
    });
    faults.push(...found.map((fault) => `${page.path} ${fault}`));
  }
  return faults;
}

function expectQuick(app: string): void {
  console.info(`${engineName}, ${app}: covered in ${middleOf(times).toFixed(1)} ms, the slowest ${Math.max(...times).toFixed(1)} ms`);
  expect(middleOf(times)).toBeLessThanOrEqual(coveredWithinMs);
}

/** Presses, waits for where it leads, and says what was wrong on the way. */
async function leaveAndLook(landed: () => Promise<void>, wanted: string): Promise<string[]> {
  const length = await tab.run(() => history.length);
  house.server.requests.length = 0;
  house.outside.asked.length = 0;
  const look = await pressAndLook(tab);
  await landed();
  times.push(look.ms);
  const found = faultsOf(look);
  if ((await tab.run(() => history.length)) !== length) found.push('the history grew');
  if (house.outside.asked.join() !== wanted) found.push(`asked outside: ${house.outside.asked.join()}`);
  if (askedOfUs(house).length > 0) found.push(`asked us: ${askedOfUs(house).join()}`);
  return found;
}

async function lookBehind(landing: string): Promise<string[]> {
  const { back, forward } = await backAndForward(tab);
  return back === before && forward === landing ? [] : [`Back: ${back}, Forward: ${forward}`];
}

export function leavesFromEveryRoute(app: 'loaded' | 'never starts'): void {
  const ready = app === 'loaded' ? appReady : shellRuns;

  beforeAll(async () => {
    house = await openHouse({ app });
    await openTab().catch((error: unknown) => {
      if (newTabsAllowed === 0) throw error;
      console.info(`${engineName}: began in another tab: ${String(error).split('\n', 1)[0]}`);
      return openTabAgain();
    });
  });

  afterAll(async () => {
    await tab?.close();
    await house?.close();
  });

  it('online: covered in the same task, lands outside, nothing of ours behind Back or Forward, nothing else asked', async () => {
    const faults = await faultsEverywhere(async ({ path }) => {
      house.calm();
      await arrive(house, tab, path);
      await ready(tab);
      const found = await leaveAndLook(() => isOutside(tab), weather);
      return [...found, ...(await lookBehind(weather))];
    });
    expect(routes.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
    expectQuick(app);
  });

  it.each(['offline', 'hanging'] as const)('%s: covered in the same task, lands on the clock, nothing of ours but the clock behind Back or Forward', async (network) => {
    const faults = await faultsEverywhere(async ({ path, lang }) => {
      await goOnline(house, tab);
      await tab.open(before);
      if (network === 'offline') {
        await goOffline(house, tab);
      } else {
        house.server.setMode('hang');
        house.outside.setMode('hang');
      }
      await tab.open(`${house.server.url}${path}`);
      await ready(tab);
      if (network === 'offline') await tellOffline(tab);
      const found = await leaveAndLook(() => isOnClock(house, tab, lang), network === 'offline' ? '' : weather);
      await goOnline(house, tab);
      return [...found, ...(await lookBehind(`${house.server.url}/${lang}/clock/`))];
    });
    expect(faults).toEqual([]);
    expectQuick(app);
  });
}
