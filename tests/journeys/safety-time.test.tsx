/**
 * How long it takes, in acts and letters: a person in a hurry on a telephone
 * types about 100 letters a minute and needs five seconds for each thing they
 * tap, reading included. Arithmetic, not people: src/features/safety-plan/README.md.
 */
import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenApp } from '../helpers/render-app.tsx';
import { answer, atView, back, inPlan, kept, keptSoon, plan } from './safety-plan-steps.ts';
import { renderApp } from '../helpers/render-app.tsx';
import { beginAfresh, find, planWith, vault } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

beforeEach(beginAfresh);

const secondsForATap = 5;
const lettersAMinute = 100;
/** From the press on Open to the first screen. Half a second here (`npm run bench -- vault`); a telephone takes longer. */
const secondsToOpen = 3;
const happened = 'He took my phone and read my messages.';

/** Does things in the app and counts them. */
function counting(app: OpenApp) {
  let taps = 0;
  let letters = 0;
  return {
    tap: async (what: string) => {
      taps += 1;
      await plan(app, what);
    },
    tapOn: async (selector: string) => {
      taps += 1;
      await app.user.click(await find(selector));
    },
    back: async () => {
      taps += 1;
      await back(app);
    },
    write: async (mark: string, text: string) => {
      taps += 1;
      letters += text.length;
      await answer(app, mark, text);
    },
    type: async (selector: string, text: string) => {
      letters += text.length;
      await app.write(await find(selector), text);
    },
    seconds: () => taps * secondsForATap + (letters * 60) / lettersAMinute,
  };
}

describe('somebody on the first page, whose plan is locked', () => {
  // Five words that were made up here, and a screen lock of six digits.
  it.each([['made-up words', 'bado kilu mesa topi nalo', 62], ['six digits', '482913', 60]])('gets from an incident to a saved entry with %s', async (_, secret, mostSeconds) => {
    vault.plans.set(secret, planWith());
    const app = await renderApp('/');
    const doing = counting(app);
    await doing.tapOn('a[href="/en/plan/"]');
    await doing.tapOn('[data-vault-passphrase]');
    await doing.type('[data-vault-passphrase]', secret);
    await doing.tapOn('[data-vault-do="open"]');
    await doing.tap('write-now');
    await doing.type('textarea:focus', happened);
    await waitFor(() => expect(vault.plans.get(secret)).toContain(happened));
    const seconds = doing.seconds() + secondsToOpen;
    console.info(`from the first page, locked with ${secret.length} signs, to a saved entry: ${Math.round(seconds)} seconds by arithmetic`);
    expect(seconds).toBeLessThan(mostSeconds);
  });
});

describe('somebody whose plan is open', () => {
  it('gets from an incident to a saved entry in less than a minute', async () => {
    const app = await inPlan();
    const doing = counting(app);
    await doing.tap('log');
    await doing.tap('add-entry');
    await doing.write('log-text', happened);
    await keptSoon(({ notes: [entry] }) => entry?.text === happened);
    expect(doing.seconds()).toBeLessThan(60);
  });

  it('begins an entry with one tap on the first screen, and writes at once', async () => {
    const app = await inPlan();
    const doing = counting(app);
    await doing.tap('write-now');
    await atView('entry');
    await find('textarea:focus');
    await app.user.keyboard(happened);
    await keptSoon(({ notes: [entry] }) => entry?.text === happened);
    await back(app);
    await find('[data-plan-do="write-now"]');
  });

  it('gets from nothing to a plan of their own in less than ten minutes: their life, steps, a bag, somebody to call and a code word', async () => {
    const app = await inPlan();
    const doing = counting(app);
    await doing.tap('steps');
    await doing.tap('begin-steps');
    for (const one of ['together', 'children', 'pets', 'visa']) await doing.tapOn(`input[value="${one}"]`);
    await doing.tap('show-ideas');
    for (const section of ['now', 'together', 'children', 'pets', 'visa']) {
      await doing.tapOn(`[data-plan-section="${section}"] button`);
      await atView('section');
      for (let nth = 0; nth < 3; nth += 1) await doing.tapOn(`[data-plan-list="${section}"] [data-idea] [data-plan-do="take-idea"]`);
      await doing.back();
      await atView('steps');
    }
    await doing.tapOn('[data-plan-section="children"] button');
    await doing.write('own-children', 'Ask my sister to have them on Fridays');
    await doing.tap('add-own');
    await doing.back();
    await atView('steps');
    await doing.back();
    await doing.tap('bag');
    await doing.tapOn('[data-plan-list="docs"] [data-plan-do="take-all"]');
    await doing.tapOn('[data-plan-list="bag"] [data-plan-do="take-all"]');
    for (const one of ['docs.passport', 'bag.money', 'bag.toys']) await doing.tapOn(`[data-step="${one}"] input`);
    await doing.back();
    await doing.tap('people');
    await doing.tap('add-person');
    await doing.write('person-name', 'My sister');
    await doing.write('person-number', '01634000000');
    await doing.back();
    await doing.tap('code');
    await doing.write('code-word', 'Did you feed the goldfish?');
    await doing.write('code-means', 'Call the police and say my address');
    await keptSoon(({ notes }) => notes.length > 35 && notes.some(({ text }) => text.startsWith('Call the police')));
    expect(kept()['situations']).toEqual(['together', 'children', 'pets', 'visa']);
    expect(doing.seconds()).toBeLessThan(600);
    console.info(`from nothing to a plan: ${Math.round(doing.seconds())} seconds by arithmetic`);
  });
});
