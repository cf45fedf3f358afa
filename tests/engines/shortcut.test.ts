import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Tab } from './engine.ts';
import { appReady, arrive, backAndForward, before, engineName, isOutside, openHouse, until, weather, type House } from './house.ts';

let house: House;
let tab: Tab;
let path = '/en/now/';

const status = (): Promise<string> => tab.run(() => document.getElementById('exit-status')?.textContent ?? '');
const role = (): Promise<string | null> => tab.run(() => document.getElementById('exit-status')?.getAttribute('role') ?? null);

async function stillHere(): Promise<void> {
  expect(await tab.url()).toBe(`${house.server.url}${path}`);
  expect(await tab.run(() => 'left' in document.documentElement.dataset)).toBe(false);
}

async function at(where: string): Promise<void> {
  path = where;
  await arrive(house, tab, where);
  await appReady(tab);
}

describe(`${engineName}: the Shift key`, () => {
  beforeAll(async () => {
    house = await openHouse();
    tab = await house.engine.newVisit();
  });
  afterAll(async () => {
    await tab?.close();
    await house?.close();
  });
  beforeEach(() => house.calm());

  it.each([
    ['left three times', ['ShiftLeft', 'ShiftLeft', 'ShiftLeft']],
    ['right three times', ['ShiftRight', 'ShiftRight', 'ShiftRight']],
    ['left and right mixed', ['ShiftLeft', 'ShiftRight', 'ShiftLeft']],
  ] as const)('leaves: %s', async (_, keys) => {
    await at('/en/now/');
    await tab.keys(...keys);
    await isOutside(tab);
    expect(await backAndForward(tab)).toEqual({ back: before, forward: weather });
  });

  it('leaves from inside a box', async () => {
    await at('/en/find/');
    await tab.click('[data-find-query]');
    await tab.keys('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
    await isOutside(tab);
  });

  it('does not leave when someone types capitals', async () => {
    await at('/en/find/');
    await tab.click('[data-find-query]');
    for (let letter = 0; letter < 4; letter += 1) await tab.keys(['ShiftLeft', 'a']);
    await stillHere();
  });

  it('starts again after any other key', async () => {
    await at('/en/now/');
    await tab.keys('ShiftLeft', 'ShiftLeft', 'a', 'ShiftLeft');
    await stillHere();
    expect(await status()).toBe('Press Shift two more times to leave');
  });

  it('does not count an on-screen Shift, which has no place on a keyboard', async () => {
    await at('/en/now/');
    await tab.run(() => {
      for (const type of ['keydown', 'keyup', 'keydown', 'keyup', 'keydown', 'keyup']) {
        document.body.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', code: '', bubbles: true }));
      }
    });
    await stillHere();
    expect(await status()).toBe('');
  });

  it('says two more, one more, and that it stopped after five seconds, as a status', async () => {
    await at('/en/now/');
    await tab.keys('ShiftLeft');
    expect(await status()).toBe('Press Shift two more times to leave');
    await tab.keys('ShiftRight');
    expect(await status()).toBe('Press Shift one more time to leave');
    expect(await role()).toBe('status');
    const pressedAt = Date.now();
    await until('it says that it stopped', async () => (await status()) === 'Leaving stopped. Nothing happened.');
    expect(Date.now() - pressedAt).toBeGreaterThan(4_000);
    await tab.keys('ShiftLeft');
    await stillHere();
  });

  it('speaks Urdu on an Urdu page', async () => {
    await at('/ur/now/');
    await tab.keys('ShiftLeft');
    expect(await status()).toMatch(/[\u0600-\u06FF]/);
  });

  it('does nothing when it is switched off in settings', async () => {
    await at('/en/settings/');
    await tab.click('input[value="off"]');
    await tab.keys('ShiftLeft', 'ShiftLeft', 'ShiftLeft', 'ShiftLeft');
    await stillHere();
    expect(await status()).toBe('');
  });
});
