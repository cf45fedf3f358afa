import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setIdleLimit } from '#features/vault/idle-limit.ts';
import { renderApp, type OpenApp } from '../helpers/render-app.tsx';
import { beginAfresh, everything, fault, find, openNote, openWith, planWith, press, secret, type, valueOf, vault, words } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

beforeEach(beginAfresh);

describe('writing', () => {
  it('is saved by itself, found again, and deleted only at the second tap', async () => {
    vault.plans.set(words, planWith('one', 'two'));
    const app = await renderApp('/plan/');
    await openWith(app);
    await press(app, 'add-note');
    await type(app, 'note-title', 'Łódź');
    await type(app, 'note-text', 'third');
    await find('[data-vault-saved="saved"]');
    await waitFor(() => expect(vault.plans.get(words)).toContain('third'));
    await press(app, 'back-to-list');
    await type(app, 'vault-search', 'lodz');
    await waitFor(() => expect(document.querySelectorAll('[data-note]')).toHaveLength(1));
    await openNote(app);
    await press(app, 'delete-note');
    expect(vault.plans.get(words)).toContain('third');
    await press(app, 'sure-delete-note');
    await waitFor(() => expect(vault.plans.get(words)).not.toContain('third'));
    expect(vault.plans.get(words)).toContain('two');
  });

  it('keeps the words in the box when the device is full, says so, and saves them when asked again', async () => {
    vault.plans.set(words, planWith('one'));
    const app = await renderApp('/plan/');
    await openWith(app);
    await openNote(app);
    vault.refuse('save', 'quota-full', 99);
    await type(app, 'note-text', 'words that matter');
    await press(app, 'save-note');
    await fault('quota-full');
    expect(await valueOf('note-text')).toBe('words that matter');
    expect((await find('[data-vault-saved]')).dataset['vaultSaved']).toBe('not-saved');
    vault.accept();
    await press(app, 'save-again');
    await find('[data-vault-saved="saved"]');
    expect(vault.plans.get(words)).toContain('words that matter');
  });

  it('says by how much a text is too long, cuts nothing, and leaves what was saved', async () => {
    vault.plans.set(words, planWith('one'));
    const app = await renderApp('/plan/');
    await openWith(app);
    await openNote(app);
    // In place of what is there, at once: a box that was emptied first would be saved as that.
    const box = await find<HTMLTextAreaElement>('[data-note-text]');
    await app.user.click(box);
    box.setSelectionRange(0, box.value.length);
    await app.user.paste('x'.repeat(300_000));
    await press(app, 'save-note');
    expect((await fault('slot-full')).textContent).toMatch(/about 38,?\d{3} letters too long/);
    expect(await valueOf('note-text')).toHaveLength(300_000);
    expect(vault.plans.get(words)).toBe(planWith('one'));
  });

  it('counts the letters that are left only when a plan is nearly full', async () => {
    vault.plans.set(words, planWith('x'.repeat(230_000)));
    const app = await renderApp('/plan/');
    await openWith(app);
    expect(app.text()).not.toContain('There is room');
    await openNote(app);
    await type(app, 'note-text', 'x'.repeat(250_000));
    await press(app, 'save-note');
    await waitFor(() => expect(app.text()).toMatch(/There is room for about 1[12]\d{3} more letters/));
  });

  it('leaves no empty note behind', async () => {
    vault.plans.set(words, planWith('one'));
    const app = await renderApp('/plan/');
    await openWith(app);
    await press(app, 'add-note');
    await press(app, 'back-to-list');
    await waitFor(() => expect(document.querySelectorAll('[data-note]')).toHaveLength(1));
  });

  it('goes on where it was after reading another page', async () => {
    vault.plans.set(words, planWith(secret));
    const app = await renderApp('/plan/');
    await openWith(app);
    await app.user.click(await find('[data-back]'));
    await waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('What do you need?'));
    expect(everything()).not.toContain(secret);
    await find('[data-vault-do="lock"]');
    await app.user.click(await find('a[href="/en/plan/"]'));
    await find('[data-vault="open"]');
    expect(app.text()).toContain(secret);
  });
});

describe('locking', () => {
  it('takes every word of the notes out of the page at once', async () => {
    vault.plans.set(words, planWith(secret));
    const app = await renderApp('/plan/');
    await openWith(app);
    await openNote(app);
    expect(everything()).toContain(secret);
    await press(app, 'lock');
    await find('[data-vault="locked"]');
    expect(everything()).not.toContain(secret);
    expect(everything()).not.toContain(words);
    expect(document.querySelector('[data-vault-do="lock"]')).toBeNull();
  });

  it('saves what was typed a moment before', async () => {
    vault.plans.set(words, planWith('one'));
    const app = await renderApp('/plan/');
    await openWith(app);
    await openNote(app);
    await type(app, 'note-text', 'typed just now');
    await press(app, 'lock');
    await find('[data-vault="locked"]');
    await waitFor(() => expect(vault.state().is).toBe('locked'));
    expect(vault.plans.get(words)).toContain('typed just now');
  });

  it('says so when the last words could not be saved', async () => {
    vault.plans.set(words, planWith('one'));
    const app = await renderApp('/plan/');
    await openWith(app);
    await openNote(app);
    vault.refuse('save', 'quota-full', 99);
    await type(app, 'note-text', 'typed just now');
    await press(app, 'lock');
    await find('[data-vault="locked"]');
    await waitFor(() => expect(app.text()).toContain('could not be saved'));
  });

  it('happens by itself after the time that was chosen, and what was typed is saved', async () => {
    vault.plans.set(words, planWith('one'));
    const app = await renderApp('/plan/');
    await openWith(app);
    await openNote(app);
    await type(app, 'note-text', 'typed before going away');
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    setIdleLimit(60_000);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(vault.state().is).toBe('open');
    await vi.advanceTimersByTimeAsync(1_500);
    vi.useRealTimers();
    await find('[data-vault="locked"]');
    await waitFor(() => expect(vault.state().is).toBe('locked'));
    expect(vault.plans.get(words)).toContain('typed before going away');
    expect(everything()).not.toContain('typed before going away');
  });

  it('has happened when someone comes back after half a minute', async () => {
    vault.plans.set(words, planWith(secret));
    const app = await renderApp('/plan/');
    await openWith(app);
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(vault.state().is).toBe('open');
    await vi.advanceTimersByTimeAsync(1_500);
    seen.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    vi.useRealTimers();
    await find('[data-vault="locked"]');
    expect(everything()).not.toContain(secret);
  });
});

describe('more', () => {
  const openMore = async (app: OpenApp): Promise<void> => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details.fold')) fold.open = true;
    await waitFor(() => expect(app.text()).toContain('Another plan'));
  };

  it('looks the same in every plan but for the notes', async () => {
    vault.plans.set(words, planWith('one'));
    vault.plans.set('other words', planWith('one'));
    const app = await renderApp('/plan/');
    const seen: string[] = [];
    for (const passphrase of [words, 'other words']) {
      await openWith(app, passphrase);
      await openMore(app);
      seen.push((await find('[data-vault]')).outerHTML.replace(/_r_\w+_/g, 'id').replace(/(data-vault-drawn="true">)[a-z ]+/g, '$1words').replace(/\d+ \w+ years/g, 'long'));
      await press(app, 'lock');
      await find('[data-vault="locked"]');
      await waitFor(() => expect(vault.state().is).toBe('locked'));
    }
    expect(seen[0]).toContain('data-vault-do="delete-plan"');
    expect(seen[1]).toBe(seen[0]);
  });

  it('deletes the plan at the second tap, and says so', async () => {
    vault.plans.set(words, planWith('one'));
    const app = await renderApp('/plan/');
    await openWith(app);
    await openMore(app);
    await press(app, 'delete-plan');
    expect(vault.plans.size).toBe(1);
    await press(app, 'sure-delete-plan');
    await find('[data-vault="locked"]');
    expect(vault.plans.size).toBe(0);
    expect(app.text()).toContain('This plan was deleted from this device.');
  });
});
