import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tab } from './engine.ts';
import { appReady, arrive, askedOfUs, backAndForward, before, copySaved, coveredWithinMs, engineName, faultsOf, goOffline, goOnline, isOnClock, isOutside, middleOf, openHouse, pressAndLook, routes, tellOffline, until, weather, type House } from './house.ts';

/** The shell has started: from here on a press is ours. It listens before it loads the app. */
const shellRuns = (tab: Tab): Promise<void> =>
  until('the shell runs', () => tab.run(() => document.readyState === 'complete'));

let house: House;
let tab: Tab;

describe.each(['loaded', 'never starts'] as const)(`${engineName}: leaving from every route, app: %s`, (app) => {
  const ready = app === 'loaded' ? appReady : shellRuns;

  beforeAll(async () => {
    house = await openHouse({ app });
    tab = await house.engine.newVisit();
    await arrive(house, tab, '/en/');
    await copySaved(tab);
  });

  afterAll(async () => {
    await tab?.close();
    await house?.close();
  });

  it('online: covered in the same task, lands outside, nothing of ours behind Back or Forward, nothing else asked', async () => {
    const faults: string[] = [];
    const times: number[] = [];
    for (const { path } of routes) {
      house.calm();
      await arrive(house, tab, path);
      await ready(tab);
      const length = await tab.run(() => history.length);
      house.calm();
      const look = await pressAndLook(tab);
      await isOutside(tab);
      const found = faultsOf(look);
      times.push(look.ms);
      if ((await tab.run(() => history.length)) !== length) found.push('the history grew');
      if (house.outside.asked.join() !== weather) found.push(`asked outside: ${house.outside.asked.join()}`);
      if (askedOfUs(house).length > 0) found.push(`asked us: ${askedOfUs(house).join()}`);
      const { back, forward } = await backAndForward(tab);
      if (back !== before || forward !== weather) found.push(`Back: ${back}, Forward: ${forward}`);
      faults.push(...found.map((fault) => `${path} ${fault}`));
    }
    expect(routes.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
    expect(middleOf(times)).toBeLessThanOrEqual(coveredWithinMs);
    console.info(`${engineName}, ${app}: covered in ${middleOf(times).toFixed(1)} ms, the slowest ${Math.max(...times).toFixed(1)} ms`);
  });

  it.each(['offline', 'hanging'] as const)('%s: covered in the same task, lands on the clock, nothing of ours but the clock behind Back or Forward', async (network) => {
    const faults: string[] = [];
    const times: number[] = [];
    for (const { path, lang } of routes) {
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
      const length = await tab.run(() => history.length);
      house.server.requests.length = 0;
      house.outside.asked.length = 0;
      const look = await pressAndLook(tab);
      await isOnClock(house, tab, lang);
      const found = faultsOf(look);
      times.push(look.ms);
      if ((await tab.run(() => history.length)) !== length) found.push('the history grew');
      const wanted = network === 'offline' ? '' : weather;
      if (house.outside.asked.join() !== wanted) found.push(`asked outside: ${house.outside.asked.join()}`);
      if (askedOfUs(house).length > 0) found.push(`asked us: ${askedOfUs(house).join()}`);
      await goOnline(house, tab);
      const { back, forward } = await backAndForward(tab);
      if (back !== before || forward !== `${house.server.url}/${lang}/clock/`) found.push(`Back: ${back}, Forward: ${forward}`);
      faults.push(...found.map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(middleOf(times)).toBeLessThanOrEqual(coveredWithinMs);
    console.info(`${engineName}, ${app}: covered in ${middleOf(times).toFixed(1)} ms, the slowest ${Math.max(...times).toFixed(1)} ms`);
  });
});
