import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tab } from './engine.ts';
import { arrive, engineName, isAt, isOutside, openHouse, pause, routes, until, weather, type House } from './house.ts';

let house: House;
let tab: Tab;

/** Firefox cannot be asked where the link is when script is off, and needs no asking: Tab reaches it first. */
const press = (): Promise<void> => (engineName === 'firefox' ? tab.keys('Tab', 'Enter') : tab.click('[data-exit]'));

/** Firefox cannot be asked what it shows when script is off. */
const landedOutside = (): Promise<void> => (engineName === 'firefox' ? isAt(tab, weather) : isOutside(tab));

/** With script off some drivers cannot look into the page: the server outside says who came. */
describe(`${engineName}: leaving with script off`, () => {
  beforeAll(async () => {
    house = await openHouse({ app: 'script off' });
    tab = await house.engine.newVisit();
  });
  afterAll(async () => {
    await tab?.close();
    await house?.close();
  });

  it('leads outside from every route, as any link does, and asks for nothing else', async () => {
    const faults: string[] = [];
    for (const { path } of routes) {
      house.calm();
      await arrive(house, tab, path);
      await pause(100);
      house.server.requests.length = 0;
      house.outside.asked.length = 0;
      await press();
      await until(`${path} asked outside`, async () => house.outside.asked.length > 0).catch((error: unknown) => faults.push(String(error)));
      await landedOutside().catch((error: unknown) => faults.push(String(error)));
      if (house.outside.asked.join() !== weather) faults.push(`${path} asked outside: ${house.outside.asked.join()}`);
      // The icons of the page on arrival may come late; nothing else may come at all.
      const asked = house.server.requests.map((one) => one.path).filter((one) => !one.startsWith('/icons/'));
      if (asked.length > 0) faults.push(`${path} asked us: ${asked.join()}`);
    }
    expect(faults).toEqual([]);
  });

  it('cannot take its own place in the history without script: Back shows the page again', async () => {
    house.calm();
    await arrive(house, tab, '/en/now/');
    await press();
    await until('the page outside was asked for', async () => house.outside.asked.includes(weather));
    await landedOutside();
    await tab.goBack();
    await isAt(tab, `${house.server.url}/en/now/`);
    expect(await tab.url()).toBe(`${house.server.url}/en/now/`);
  });
});
