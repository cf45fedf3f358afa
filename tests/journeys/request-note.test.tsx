import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetAnswers } from '#features/clares-law/form/held.ts';
import { lockPlan } from '#features/vault/open-plan.ts';
import { loadText, textOf } from '#i18n/text';
import { renderApp, type OpenApp } from '../helpers/render-app.tsx';
import { atStep, begin, notesHeld, openPlanAndReturn, tap, write } from './request-steps.ts';
import { beginAfresh, everything, find, openNote, planWith, press as pressInPlan, type, valueOf, vault, words } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

await loadText('en', ['request', 'terms']);
const t = textOf('en', 'request');

beforeEach(async () => {
  await beginAfresh();
  forgetAnswers();
});

/** Answers in a plan, and the way to the list of its notes. */
async function keptAnswers(): Promise<OpenApp> {
  vault.plans.set(words, planWith());
  const app = await begin();
  await openPlanAndReturn(app);
  await tap(app, 'keep');
  await find('[data-ask-keeping="kept"]');
  return app;
}

/** Opens the request, finds it without answers, and leaves it without typing. */
async function lookIntoRequest(): Promise<void> {
  const { user } = await renderApp('/ask/request/');
  await atStep('start');
  expect(everything()).not.toMatch(/Ewa|Newer/);
  await user.click(await find('[data-back]'));
  await waitFor(() => expect(document.querySelector('[data-ask-step]')).toBeNull());
  await lockPlan();
}

describe('the note that keeps the answers', () => {
  it('leaves a person the words they put into it, and renews only those that are ours', async () => {
    const app = await keptAnswers();
    const plan = await renderApp('/plan/');
    await openNote(plan);
    const before = await valueOf('note-text');
    await type(plan, 'note-title', 'For the officer on Monday');
    await pressInPlan(plan, 'save-note');
    // Another minute than the one the note was written in.
    const later = vi.spyOn(Date.prototype, 'getMinutes').mockReturnValue((new Date().getMinutes() + 1) % 60);
    await renderApp('/ask/request/');
    await write(app, 'yourName', 'Ewa Kowalska');
    await tap(app, 'next');
    await waitFor(() => expect(JSON.stringify(notesHeld())).toContain('Kowalska'));
    later.mockRestore();
    const [note, ...others] = notesHeld();
    expect(others).toEqual([]);
    expect(note?.['title']).toBe('For the officer on Monday');
    expect([note?.['text'] === before, String(note?.['text']).startsWith('Your answers of')]).toEqual([false, true]);
  });

  it('takes the answers with it when it is deleted: opening the request and leaving it writes nothing again', async () => {
    await keptAnswers();
    const plan = await renderApp('/plan/');
    await openNote(plan);
    await pressInPlan(plan, 'delete-note');
    await pressInPlan(plan, 'sure-delete-note');
    await waitFor(() => expect(notesHeld()).toEqual([]));
    await lookIntoRequest();
    expect(notesHeld()).toEqual([]);
  });

  it('takes them with it too where a copy from a file stands beside it, and that copy stays as it is', async () => {
    const copy = (name: string, order: number): object => ({ id: name, title: 'Request', text: name, order, request: { version: 1, at: 'why', answers: { yourName: name } } });
    vault.plans.set(words, JSON.stringify({ notes: [copy('Older', 1), copy('Newer', 2)] }));
    await openPlanAndReturn(await renderApp('/ask/request/'));
    await tap(await renderApp('/ask/request/'), 'resume');
    const plan = await renderApp('/plan/');
    await openNote(plan);
    await pressInPlan(plan, 'delete-note');
    await pressInPlan(plan, 'sure-delete-note');
    await waitFor(() => expect(notesHeld()).toHaveLength(1));
    await lookIntoRequest();
    expect(notesHeld()).toMatchObject([{ title: 'Request', text: 'Older', request: { answers: { yourName: 'Older' } } }]);
  });

  it('stays the one that is saved to, also after a copy beside it was changed in the list', async () => {
    const copy = (name: string, order: number): object => ({ id: name, title: 'Request', text: name, order, request: { version: 1, at: 'why', answers: { yourName: name } } });
    vault.plans.set(words, JSON.stringify({ notes: [copy('Older', 1), copy('Newer', 2)] }));
    const app = await renderApp('/ask/request/');
    await openPlanAndReturn(app);
    await tap(app, 'resume');
    const plan = await renderApp('/plan/');
    await plan.user.click(await find('[data-note="Older"] button'));
    await type(plan, 'note-title', 'From before');
    const back = await renderApp('/ask/request/');
    await write(back, 'why', 'because');
    await tap(back, 'next');
    await waitFor(() => expect(JSON.stringify(notesHeld())).toContain('because'));
    expect(notesHeld()).toMatchObject([
      { title: 'From before', request: { answers: { yourName: 'Older' } } },
      { title: 'Request', request: { answers: { yourName: 'Newer', why: 'because' } } },
    ]);
  });

  it('keeps its text too, once a person wrote it, and stays the same note', async () => {
    const app = await keptAnswers();
    const { id } = notesHeld()[0] ?? {};
    const plan = await renderApp('/plan/');
    await openNote(plan);
    await type(plan, 'note-text', 'Ask for PC Green');
    await pressInPlan(plan, 'save-note');
    await renderApp('/ask/request/');
    await tap(app, 'next');
    await write(app, 'yourBorn-about', 'spring');
    await tap(app, 'next');
    await waitFor(() => expect(JSON.stringify(notesHeld())).toContain('spring'));
    expect(notesHeld()).toMatchObject([{ id, title: t('keep.note.title'), text: 'Ask for PC Green' }]);
  });
});
