import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetAnswers, goTo, writeAnswer } from '#features/clares-law/form/held.ts';
import { lockPlan } from '#features/vault/open-plan.ts';
import { loadText, textOf } from '#i18n/text';
import { renderApp, type OpenApp } from '../helpers/render-app.tsx';
import { atStep, begin, openPlanAndReturn, tap } from './request-steps.ts';
import { beginAfresh, find, planWith, vault, words } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

await loadText('en', ['request', 'terms']);
const t = textOf('en', 'request');

beforeEach(async () => {
  await beginAfresh();
  forgetAnswers();
  vault.plans.set(words, planWith());
});

const focusAt = (selector: string): Promise<void> => waitFor(() => expect(document.activeElement?.matches(selector), document.activeElement?.outerHTML.slice(0, 80)).toBe(true));

/** The first page, with answers that can be deleted there. */
async function startWithAnswers(): Promise<OpenApp> {
  writeAnswer('your-name', 'yourName', 'Ewa Nowak');
  goTo('start');
  return renderApp('/ask/request/');
}

describe('the focus', () => {
  it('goes back to "Delete all answers" after a "No"', async () => {
    const app = await begin();
    await tap(app, 'delete');
    await focusAt('[data-ask-do="sure-delete"]');
    await tap(app, 'keep-all');
    await focusAt('[data-ask-do="delete"]');
  });

  it('goes to the heading after a "Yes" on the first page, and what became of it stands in a line that was there', async () => {
    const app = await startWithAnswers();
    const line = await find('.ask > [role="status"]');
    expect(line.textContent).toBe('');
    await tap(app, 'delete');
    await tap(app, 'sure-delete');
    await focusAt('h1');
    await waitFor(() => expect(line.textContent).toBe(t('delete.done')));
    expect(line.isConnected).toBe(true);
  });

  it('goes to where it says that the answers are kept, when they are put into a plan', async () => {
    const app = await begin();
    await openPlanAndReturn(app);
    await tap(app, 'keep');
    await focusAt('[data-ask-keeping]');
    await find('[data-ask-keeping="kept"]');
    await focusAt('[data-ask-keeping="kept"]');
  });

  it('goes to the heading of a question that was gone on with from a plan', async () => {
    vault.plans.set(words, JSON.stringify({ notes: [{ id: 'a', title: 'Request', text: 'x', order: 1, request: { version: 1, at: 'why', answers: { yourName: 'Maria' } } }] }));
    const app = await renderApp('/ask/request/');
    await openPlanAndReturn(app);
    await tap(app, 'resume');
    await atStep('why');
    await focusAt('h1');
  });

  it.each(['the first page of the request', 'another page'])('goes to the heading after Lock on %s, where the button goes', async (where) => {
    const app = await renderApp('/ask/request/');
    await openPlanAndReturn(app);
    if (where === 'another page') {
      await app.user.click(await find('footer a[href$="/settings/"]'));
      await waitFor(() => expect(document.querySelector('[data-ask-step]')).toBeNull());
    }
    const button = await find('[data-vault-do="lock"]');
    const line = await find('.lock-row + [role="status"]');
    expect(line.textContent).toBe('');
    button.focus();
    await app.user.keyboard('{Enter}');
    await waitFor(() => expect(document.querySelector('[data-vault-do="lock"]')).toBeNull());
    await focusAt('h1');
    expect([line.textContent, line.isConnected]).toEqual([textOf('en', 'frame')('locked'), true]);
    // A while later the page shows no more than before anything was opened.
    await waitFor(() => expect(line.isConnected).toBe(false));
  });

  it('stays where it is when the plan locks by itself, which is not said on every page', async () => {
    const app = await renderApp('/ask/request/');
    await openPlanAndReturn(app);
    const link = await find('footer a[href$="/settings/"]');
    link.focus();
    await lockPlan();
    await waitFor(() => expect(document.querySelector('[data-vault-do="lock"]')).toBeNull());
    expect(document.activeElement).toBe(link);
    expect(app.text()).not.toContain(textOf('en', 'frame')('locked'));
  });

  it('goes to the heading of the first page after Lock on a question', async () => {
    const app = await begin();
    await openPlanAndReturn(app);
    await app.user.click(await find('[data-vault-do="lock"]'));
    await atStep('start');
    await focusAt('h1');
  });
});
