import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tellRoom } from '#features/vault/open-plan.ts';
import { renderApp } from '../helpers/render-app.tsx';
import { beginAfresh, everything, fault, find, openWith, planWith, press, secret, type, valueOf, vault, words } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

beforeEach(beginAfresh);

describe('the locked screen', () => {
  it('is the same for everyone: a box, open and begin', async () => {
    await renderApp('/plan/');
    expect((await find('[data-vault]')).dataset['vault']).toBe('locked');
    expect(document.querySelectorAll('[data-vault-passphrase]')).toHaveLength(1);
    expect(document.querySelectorAll('[data-vault-do="open"], [data-vault-do="begin"]')).toHaveLength(2);
    expect(document.querySelectorAll('[data-vault-do="lock"]')).toHaveLength(0);
  });

  it('keeps what was typed when nothing opens with it, says so beside the box and returns there', async () => {
    const app = await renderApp('/plan/');
    await type(app, 'vault-passphrase', 'wrong words');
    await press(app, 'open');
    const told = await fault('nothing-opened');
    expect(await valueOf('vault-passphrase')).toBe('wrong words');
    const box = await find('[data-vault-passphrase]');
    await waitFor(() => expect(document.activeElement === box).toBe(true));
    expect(box.getAttribute('aria-describedby')?.split(' ')).toContain(told.id);
  });

  it.each(['', '   '])('asks for words when there are none ("%s")', async (typed) => {
    const app = await renderApp('/plan/');
    await type(app, 'vault-passphrase', typed);
    await press(app, 'open');
    await fault('empty');
  });

  it('says how long a try will wait before it waits, and does not open for someone who left meanwhile', async () => {
    vault.plans.set(words, planWith(secret));
    const app = await renderApp('/plan/');
    vault.holdTries(4_000);
    await type(app, 'vault-passphrase', words);
    await press(app, 'open');
    await waitFor(() => expect(app.text()).toContain('Waiting 4 seconds, then trying.'));
    await app.user.click(await find('[data-back]'));
    await waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('What do you need?'));
    vault.letTry();
    await waitFor(() => expect(vault.state().is).toBe('locked'));
    expect(document.querySelector('[data-vault-do="lock"]')).toBeNull();
  });

  it('can use the notes here when another tab has them', async () => {
    vault.plans.set(words, planWith(secret));
    vault.refuse('open', 'in-other-tab');
    const app = await renderApp('/plan/');
    await type(app, 'vault-passphrase', words);
    await press(app, 'open');
    await fault('in-other-tab');
    await press(app, 'take-over');
    await find('[data-vault="open"]');
    expect(app.text()).toContain(secret);
  });

  it('says why when another tab takes the notes over, and shows none of them', async () => {
    vault.plans.set(words, planWith(secret));
    const app = await renderApp('/plan/');
    await openWith(app);
    vault.takenOver();
    await find('[data-vault="locked"]');
    expect(app.text()).toContain('opened in another tab');
    expect(everything()).not.toContain(secret);
  });
});

describe('a browser that keeps nothing', () => {
  it('says so before anybody picks words, and that the rest works', async () => {
    const app = await renderApp('/plan/');
    tellRoom('no-room');
    expect((await fault('no-room')).textContent).toContain('everything else works');
    tellRoom(null);
    await waitFor(() => expect(app.text()).not.toContain('everything else works'));
  });
});

describe('beginning', () => {
  it('takes the words that were drawn once they are typed, and opens an empty plan', async () => {
    const app = await renderApp('/plan/');
    await press(app, 'begin');
    const drawn = (await find('[data-vault-drawn]')).textContent;
    expect(drawn.split(' ')).toHaveLength(5);
    expect(document.querySelectorAll('[data-vault-passphrase]')).toHaveLength(1);
    await type(app, 'vault-passphrase', `${drawn.toUpperCase()} `);
    await press(app, 'create');
    await find('[data-vault="open"]');
    expect([...vault.plans.keys()]).toEqual([drawn]);
    await find('[data-vault-do="lock"]');
  });

  it.each([
    ['other words than the ones drawn', null, 'not these words', 'words-differ'],
    ['nothing', 'Words made up here (the strongest)', '', 'empty'],
    ['one letter', 'My own words', 'a', 'too-short'],
    ['ten thousand letters', 'My own words', 'a'.repeat(10_000), 'too-long'],
    ['a letter among digits', 'A screen lock: only digits', '12a4', 'digits-only'],
  ])('answers %s beside the box and loses nothing', async (_, kind, typed, what) => {
    const app = await renderApp('/plan/');
    await press(app, 'begin');
    await find('[data-vault="new"]');
    const radio = [...document.querySelectorAll('label')].find((label) => label.textContent === kind);
    if (radio) await app.user.click(radio);
    await type(app, 'vault-passphrase', typed);
    await press(app, 'create');
    await fault(what);
    expect(await valueOf('vault-passphrase')).toBe(typed);
    expect(vault.plans.size).toBe(0);
  });

  it('says which box it is when a plan to be kept does not open', async () => {
    vault.refuse('create', 'keep-unknown');
    const app = await renderApp('/plan/');
    await press(app, 'begin');
    const drawn = (await find('[data-vault-drawn]')).textContent;
    await type(app, 'vault-passphrase', drawn);
    await press(app, 'create');
    const told = await fault('keep-unknown');
    expect((await find('[data-vault-keep]')).getAttribute('aria-describedby')).toContain(told.id);
  });

  it('can be left again, and nothing was written', async () => {
    const app = await renderApp('/plan/');
    await press(app, 'begin');
    await press(app, 'cancel');
    await find('[data-vault="locked"]');
    expect(vault.plans.size).toBe(0);
  });
});
