import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announceUpdate } from '#app/update-bell.ts';
import { currentHeld, forgetAnswers } from '#features/clares-law/form/held.ts';
import { lockPlan } from '#features/vault/open-plan.ts';
import type { LanguageCode } from '#i18n/languages';
import { loadText, textOf } from '#i18n/text';
import { atHeading, renderApp } from '../helpers/render-app.tsx';
import { atStep, begin, openPlanAndReturn, tap, write } from './request-steps.ts';
import { beginAfresh, everything, find, planWith, vault, words } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

await loadText('en', ['request', 'terms', 'device']);
const device = textOf('en', 'device');
const t = textOf('en', 'request');

beforeEach(async () => {
  await beginAfresh();
  forgetAnswers();
});

/** By the links inside: an address would open a fresh page. */
async function deleteEverything(app: Awaited<ReturnType<typeof renderApp>>): Promise<void> {
  await app.user.click(await find('footer a[href$="/device/"]'));
  await atHeading(device('title'));
  await app.press(device('wipe.start'));
  await app.press(device('wipe.yes'));
}

describe('deleting everything', () => {
  it('takes the answers from the open page first, before anything is waited for', async () => {
    const app = await begin();
    await deleteEverything(app);
    expect(JSON.stringify(currentHeld())).not.toContain('Ewa');
    await waitFor(() => expect(document.querySelector('[data-wipe="working"], [data-wipe="unreadable"]')).toBeNull());
    await app.user.click(await find('[data-back]'));
    await atStep('start');
    expect(everything()).not.toContain('Ewa');
    expect(document.querySelector('[data-ask-do="check"]')).toBeNull();
  });

  it('leaves nothing of what was typed into the finder, which holds it for as long as its screen shows', async () => {
    const app = await renderApp('/find/');
    await app.write(app.area(), 'Maidstone');
    await app.write(app.query(), 'solicitor');
    await deleteEverything(app);
    await waitFor(() => expect(document.querySelector('[data-wipe="working"], [data-wipe="unreadable"]')).toBeNull());
    await app.user.click(await find('[data-back]'));
    await find('[data-find-area]');
    expect([app.area().value, app.query().value]).toEqual(['', '']);
  });
});

describe('a newer copy', () => {
  const offer = (): Element | null => document.querySelector('[data-update="use"]');

  it('is not offered while answers are in this page only, and is once a plan keeps them or they are deleted', async () => {
    vault.plans.set(words, planWith());
    announceUpdate(vi.fn());
    const app = await renderApp('/ask/request/');
    await find('[data-update="use"]');
    await tap(app, 'begin');
    await tap(app, 'next');
    expect(offer()).not.toBeNull();
    await write(app, 'yourName', 'Ewa Nowak');
    await waitFor(() => expect(offer()).toBeNull());
    await openPlanAndReturn(app);
    expect(offer()).toBeNull();
    await tap(app, 'keep');
    await find('[data-update="use"]');
    await write(app, 'yourName', 'Ewa Kowalska');
    expect(offer()).not.toBeNull();
    vault.refuse('save', 'quota-full', 99);
    await tap(app, 'next');
    await waitFor(() => expect(offer()).toBeNull());
    vault.accept();
    await tap(app, 'delete');
    await tap(app, 'sure-delete');
    await find('[data-update="use"]');
  });

  it('is not offered on other screens either, and waits until then', async () => {
    const app = await begin();
    await app.user.click(await find('footer a[href$="/device/"]'));
    announceUpdate(vi.fn());
    await app.user.click(await find('[data-back]'));
    await atStep('your-name');
    expect(offer()).toBeNull();
    await tap(app, 'delete');
    await tap(app, 'sure-delete');
    await find('[data-update="use"]');
  });
});

describe('a lock of the plan', () => {
  it.each(['en', 'pl', 'ro', 'ur'] as const)('tells on the first page of the request that answers which were never put into it are gone, in "%s"', async (language: LanguageCode) => {
    await loadText(language, ['request']);
    vault.plans.set(words, planWith());
    const app = await begin('/ask/request/', language);
    await openPlanAndReturn(app);
    await app.user.click(await find('[data-back]'));
    await waitFor(() => expect(document.querySelector('[data-ask-step]')).toBeNull());
    await lockPlan();
    await renderApp('/ask/request/', { language });
    await atStep('start');
    expect((await find('[data-ask-gone]')).textContent).toBe(textOf(language, 'request')('keep.gone'));
    expect(everything()).not.toContain('Ewa');
  });

  it('is told in a line that was there before it had words, and no longer once the questions are begun again', async () => {
    vault.plans.set(words, planWith());
    const app = await begin();
    await openPlanAndReturn(app);
    const line = await find('.ask > [role="status"]');
    expect(line.textContent).toBe('');
    await app.user.click(await find('[data-vault-do="lock"]'));
    await atStep('start');
    await waitFor(() => expect(line.textContent).toBe(t('keep.gone')));
    expect(line.isConnected).toBe(true);
    await tap(app, 'begin');
    await atStep('for');
    expect(line.textContent).toBe('');
  });

  it.each([false, true])('is told too when another tab takes the notes over, with keeping tried in vain: %s', async (isTried) => {
    vault.plans.set(words, planWith());
    const app = await begin();
    await openPlanAndReturn(app);
    if (isTried) {
      vault.refuse('save', 'quota-full', 99);
      await tap(app, 'keep');
      await find('[data-ask-keeping="not-kept"]');
    }
    vault.takenOver();
    await atStep('start');
    expect((await find('[data-ask-gone]')).textContent).toBe(t('keep.gone'));
  });

  it('says nothing of answers where there were none, or where the plan keeps them', async () => {
    vault.plans.set(words, planWith());
    await openPlanAndReturn(await renderApp('/ask/request/'));
    await lockPlan();
    await renderApp('/ask/request/');
    await atStep('start');
    expect(document.querySelector('[data-ask-gone]')).toBeNull();
    const app = await begin();
    await openPlanAndReturn(app);
    await tap(app, 'keep');
    await find('[data-ask-keeping="kept"]');
    await lockPlan();
    await atStep('start');
    expect(document.querySelector('[data-ask-gone]')).toBeNull();
  });
});
