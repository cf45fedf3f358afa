import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tab } from './engine.ts';
import { appReady, arrive, backAndForward, before, engineName, isOutside, openHouse, pause, weather, type House } from './house.ts';
import { randomFrom } from './random.ts';

const movesInAWalk = 50;

let house: House;
let tab: Tab;

describe(`${engineName}: moving about`, () => {
  beforeAll(async () => {
    house = await openHouse();
    tab = await house.engine.newVisit();
  });
  afterAll(async () => {
    await tab?.close();
    await house?.close();
  });

  it.each([1, 2, 3])(`leaves the history as it was on arrival after ${movesInAWalk} moves (walk %i), and Back is not ours after leaving`, async (seed) => {
    house.calm();
    await arrive(house, tab, '/en/now/');
    await appReady(tab);
    const address = await tab.url();
    const length = await tab.run(() => history.length);
    const random = randomFrom(seed);
    const seen = new Set<string>();
    const faults: string[] = [];
    for (let move = 0; move < movesInAWalk; move += 1) {
      const shown = await tab.run((chance) => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('#app a[href^="/"]')];
        links[Math.floor(chance * links.length)]?.click();
        return links.length;
      }, random());
      if (shown === 0) faults.push(`move ${move}: no way on`);
      await pause(40);
      const now = await tab.run(() => ({ length: history.length, title: document.title, at: `${document.documentElement.lang}/${document.documentElement.dataset['route']}` }));
      seen.add(now.at);
      if (now.length !== length) faults.push(`move ${move}: the history holds ${now.length}, not ${length}`);
      if (now.title !== 'Oast') faults.push(`move ${move}: titled ${now.title}`);
    }
    expect(faults).toEqual([]);
    expect(await tab.url()).toBe(address);
    expect(seen.size).toBeGreaterThan(5);
    await tab.click('[data-exit]');
    await isOutside(tab);
    expect(await backAndForward(tab)).toEqual({ back: before, forward: weather });
  });
});
