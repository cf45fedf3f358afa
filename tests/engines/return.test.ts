import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Tab } from './engine.ts';
import { appReady, arrive, copySaved, engineName, isOnClock, isOutside, openHouse, until, weather, type House } from './house.ts';

let house: House;
let tab: Tab;

const covered = (): Promise<boolean> => tab.run(() => 'covered' in document.documentElement.dataset);
const drawn = (): Promise<boolean> => tab.run(() => getComputedStyle(document.body).visibility !== 'hidden' && getComputedStyle(document.body).display !== 'none');

describe(`${engineName}: hiding the page and coming back to it`, () => {
  beforeAll(async () => {
    house = await openHouse({ keepPages: true });
  });
  beforeEach(async () => {
    tab = await house.engine.newVisit();
    house.calm();
    await arrive(house, tab, '/en/now/');
    await appReady(tab);
  });
  afterEach(() => tab?.close());
  afterAll(() => house?.close());

  it('covers the page while it is hidden, and shows it again on return', async () => {
    const really = await tab.hide();
    if (!really) {
      // This engine cannot hide a tab under the driver: the page is told that it is hidden.
      await tab.run(() => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
        document.dispatchEvent(new Event('visibilitychange'));
      });
    }
    console.info(`${engineName}: cover on hide, ${really ? 'behind another tab' : 'by telling the page (the driver cannot hide a tab)'}`);
    await until('the page is covered', covered);
    expect(await drawn()).toBe(false);
    await tab.show();
    if (!really) {
      await tab.run(() => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' });
        document.dispatchEvent(new Event('visibilitychange'));
      });
    }
    await until('the page is shown again', async () => !(await covered()));
    expect(await drawn()).toBe(true);
  });

  it('never un-hides a page the browser kept: coming back to it by Back shows the clock, or the page drawn afresh', async () => {
    await copySaved(tab);
    await tab.run((url) => {
      (window as unknown as { kept: boolean }).kept = true;
      location.href = url;
    }, weather);
    await isOutside(tab);
    await tab.goBack();
    await until('the page has been left', async () => (await tab.url()).startsWith(house.server.url));
    const fresh = await Promise.race([
      isOnClock(house, tab).then(() => false),
      until('drawn afresh', () => tab.run(() => document.documentElement.dataset['app'] === 'ready' && !(window as unknown as { kept?: boolean }).kept && location.pathname === '/en/now/')).then(() => true),
    ]);
    console.info(`${engineName}: Back after a plain link ${fresh ? 'drew the page afresh (the browser kept none)' : 'met a kept page, which went on to the clock'}`);
    expect(await covered()).toBe(false);
  });
});
