import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Tab } from './engine.ts';
import { appReady, arrive, askedOfUs, backAndForward, before, engineName, faultsOf, isAt, isOnClock, isOutside, openHouse, pause, pressAndLook, screenScript, until, weather, type House } from './house.ts';

let house: House;
let tab: Tab;

async function expectGone(): Promise<void> {
  await isOutside(tab);
  expect(house.outside.asked).toEqual([weather]);
  expect(askedOfUs(house)).toEqual([]);
  expect(await backAndForward(tab)).toEqual({ back: before, forward: weather });
}

/** Forgets what the arrival asked for, so that what is left was asked by leaving. */
async function startCounting(): Promise<void> {
  // The browser asks for the icon of the page about a second after it has come.
  await pause(1_500);
  house.server.requests.length = 0;
  house.outside.asked.length = 0;
}

describe(`${engineName}: pressing the exit`, () => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());
  beforeEach(async () => {
    tab = await house.engine.newVisit();
    house.calm();
    // Without a worker: with one, every-route.ts.
    house.server.setMode('hang', (path) => path === '/sw.js');
    await arrive(house, tab, '/en/find/');
    await appReady(tab);
    await startCounting();
  });
  afterEach(() => tab?.close());

  it('leaves by a press of the mouse', async () => {
    await tab.click('[data-exit]');
    await expectGone();
  });

  it('leaves by the keyboard: it is the first thing Tab reaches', async () => {
    // WebKit's small browser may have its own parts in the order first.
    for (let nth = 0; nth < 4; nth += 1) {
      await tab.keys('Tab');
      if (await tab.run(() => document.activeElement !== document.body)) break;
    }
    expect(await tab.run(() => document.activeElement?.matches('[data-exit]'))).toBe(true);
    await tab.keys('Enter');
    await expectGone();
  });

  it('leaves once when pressed twice in a row: by the button, and by Shift in the same moment', async () => {
    await tab.run(() => {
      document.querySelector<HTMLElement>('[data-exit]')?.click();
      document.querySelector<HTMLElement>('[data-exit]')?.click();
      for (let nth = 0; nth < 3; nth += 1) {
        for (const type of ['keydown', 'keyup']) window.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', code: 'ShiftLeft' }));
      }
    });
    await expectGone();
  });

  it('leaves in the middle of a move to another screen', async () => {
    await tab.run(() => document.querySelector<HTMLElement>('.foot-links a')?.click());
    expect(faultsOf(await pressAndLook(tab))).toEqual([]);
    await isOutside(tab);
    // The move itself may have asked for the screen's script and pictures.
    expect(askedOfUs(house).filter((path) => !/^\/(?:assets|icons)\//.test(path))).toEqual([]);
    expect(await backAndForward(tab)).toEqual({ back: before, forward: weather });
  });

  it('does not cover the language menu at any width', async () => {
    const covered: number[] = [];
    for (const width of [320, 360, 600, 768, 900, 1024, 1280]) {
      await tab.resize(width, 700);
      const isHit = await tab.run(() => {
        const menu = document.querySelector('.languages summary');
        const box = menu?.getBoundingClientRect();
        const at = [0.1, 0.5, 0.9].map((part) => box && document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2));
        return at.every((one) => menu?.contains(one ?? null) === true);
      });
      if (!isHit) covered.push(width);
    }
    await tab.resize(900, 700);
    expect(covered).toEqual([]);
  });

  it('leaves with the language menu open', async () => {
    await tab.resize(600, 700);
    await tab.click('.languages summary');
    expect(await tab.run(() => document.querySelector<HTMLDetailsElement>('.languages')?.open)).toBe(true);
    await tab.click('[data-exit]');
    await expectGone();
  });

  it('leaves while someone types in a box', async () => {
    await tab.click('[data-find-query]');
    await tab.keys('a', 'a');
    expect(await tab.run(() => (document.activeElement as HTMLInputElement | null)?.value)).toBe('aa');
    await tab.click('[data-exit]');
    await expectGone();
  });

  it('leaves after ten screens of one visit as if there had been one', async () => {
    const length = await tab.run(() => history.length);
    for (let move = 0; move < 10; move += 1) {
      await tab.run((nth) => document.querySelectorAll<HTMLElement>('.foot-links a')[nth % 2]?.click(), move);
      await pause(60);
    }
    expect(await tab.run(() => history.length)).toBe(length);
    await startCounting();
    await tab.click('[data-exit]');
    await expectGone();
  });

  it('leads to the page chosen in settings', async () => {
    await arrive(house, tab, '/en/settings/');
    await appReady(tab);
    await tab.click('input[value="metoffice"]');
    await startCounting();
    await tab.click('[data-exit]');
    await isOutside(tab, 'https://www.metoffice.gov.uk/');
    expect(house.outside.asked).toEqual(['https://www.metoffice.gov.uk/']);
  });

  it('leads to the clock when that is chosen', async () => {
    await arrive(house, tab, '/en/settings/');
    await appReady(tab);
    await tab.click('input[value="clock"]');
    await startCounting();
    await tab.click('[data-exit]');
    await isOnClock(house, tab);
    expect(house.outside.asked).toEqual([]);
    expect((await backAndForward(tab)).back).toBe(before);
  });

  it('leads to the clock from an app opened by its icon, and asks nothing outside', async () => {
    // As an iPhone says it; the other engines are told the same. Chromium's own standalone window: profile.test.ts.
    await tab.run(() => void Object.defineProperty(navigator, 'standalone', { value: true }));
    await tab.click('[data-exit]');
    await isOnClock(house, tab);
    expect(house.outside.asked).toEqual([]);
    expect(askedOfUs(house).filter((path) => !path.includes('clock'))).toEqual([]);
  });

  it('leads to a clock that says nothing of the rest: no link, no words, no name', async () => {
    await tab.run(() => void Object.defineProperty(navigator, 'standalone', { value: true }));
    await tab.click('[data-exit]');
    await isOnClock(house, tab);
    const said = await tab.run(() => ({ links: document.links.length, text: `${document.title} ${document.body.innerText}`, referrer: document.referrer }));
    expect(said.links).toBe(0);
    expect(said.text).not.toMatch(/oast|abuse|help|police|safe/i);
  });
});

describe(`${engineName}: leaving when something is broken`, () => {
  beforeAll(async () => {
    house = await openHouse({ broken: /routes\/about\.tsx$/ });
  });
  beforeEach(async () => {
    tab = await house.engine.newVisit();
    // A worker would answer from its copy; here the network must.
    house.server.setMode('hang', (path) => path === '/sw.js');
    await arrive(house, tab, '/en/');
    await appReady(tab);
  });
  afterEach(async () => {
    await tab?.close();
    house?.calm();
  });
  afterAll(() => house?.close());

  it('leaves while a screen waits for a script that never comes', async () => {
    const isSettings = screenScript(/routes\/settings\.tsx$/);
    house.server.setMode('hang', (path) => path === '/sw.js' || isSettings(path));
    await tab.run(() => document.querySelector<HTMLElement>('a[href="/en/settings/"]')?.click());
    await until('the script is asked for', async () => house.server.requests.some(({ path }) => isSettings(path)));
    await startCounting();
    expect(faultsOf(await pressAndLook(tab))).toEqual([]);
    await expectGone();
  });

  it('leaves from a screen that failed', async () => {
    await tab.run(() => document.querySelector<HTMLElement>('a[href="/en/about/"]')?.click());
    await until('the screen says that it did not open', () => tab.run(() => document.querySelector('h1')?.textContent === 'This part did not open'));
    await startCounting();
    await tab.click('[data-exit]');
    await expectGone();
  });

  it('goes on to the clock when the outside page never answers', async () => {
    house.outside.setMode('hang');
    await startCounting();
    const pressedAt = Date.now();
    await tab.click('[data-exit]');
    await isOnClock(house, tab);
    expect(Date.now() - pressedAt).toBeGreaterThan(1_400);
    expect(house.outside.asked).toEqual([weather]);
    house.outside.setMode('ok');
    expect((await backAndForward(tab)).back).toBe(before);
  });

  it('shows the clock or the browser’s own words when the outside page refuses at once, and Back is not ours', async () => {
    house.outside.setMode('down');
    await tab.click('[data-exit]');
    await pause(2_500);
    const address = await tab.url();
    const isClock = address === `${house.server.url}/en/clock/`;
    console.info(`${engineName}: an outside page that refuses at once leads to ${isClock ? 'the clock' : `the browser's own words (${address.slice(0, 40)})`}`);
    expect(isClock || !address.startsWith(house.server.url)).toBe(true);
    house.outside.setMode('ok');
    await tab.goBack();
    await isAt(tab, before);
  });
});
