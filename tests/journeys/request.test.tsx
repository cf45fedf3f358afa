import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetAnswers } from '#features/clares-law/form/held.ts';
import { leave } from '#features/quick-exit/leave.ts';
import { loadText, textOf } from '#i18n/text';
import { renderApp, type OpenApp } from '../helpers/render-app.tsx';
import { atStep, begin, heldBy, openPlanAndReturn, tap, write } from './request-steps.ts';
import { beginAfresh, everything, find, planWith, press as pressInPlan, vault, words } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

await loadText('en', ['request', 'terms']);
await loadText('pl', ['request']);
const t = textOf('en', 'request');

beforeEach(async () => {
  await beginAfresh();
  forgetAnswers();
});

describe('keeping the answers', () => {
  it('begins only when it is asked for, and saves from then on', async () => {
    vault.plans.set(words, planWith('an older note'));
    const app = await begin();
    await openPlanAndReturn(app);
    expect(heldBy(words)).not.toContain('Ewa');
    await tap(app, 'keep');
    await waitFor(() => expect(heldBy(words)).toContain('Ewa Nowak'));
    await tap(app, 'next');
    await tap(app, 'next');
    await write(app, 'yourAddress', 'Old Mill');
    await tap(app, 'next');
    await waitFor(() => expect(heldBy(words)).toContain('Old Mill'));
    expect(heldBy(words)).toContain('an older note');
    expect(JSON.parse(heldBy(words)).notes.filter((note: object) => 'request' in note)).toHaveLength(1);
  });

  it('shows in the plan as a note that says where to go on, and goes with that note', async () => {
    vault.plans.set(words, planWith());
    const app = await begin();
    await openPlanAndReturn(app);
    await tap(app, 'keep');
    await find('[data-ask-keeping="kept"]');
    const plan = await renderApp('/plan/');
    expect((await find('[data-note]')).textContent).toContain(t('keep.note.title'));
    await plan.user.click(await find('[data-note] button'));
    await pressInPlan(plan, 'delete-note');
    await pressInPlan(plan, 'sure-delete-note');
    await waitFor(() => expect(heldBy(words)).not.toContain('Ewa'));
  });

  it('says so when the plan could not take it, loses nothing, and tries again', async () => {
    vault.plans.set(words, planWith());
    const app = await begin();
    await openPlanAndReturn(app);
    vault.refuse('save', 'quota-full');
    await tap(app, 'keep');
    await find('[data-ask-keeping="not-kept"]');
    expect((await find<HTMLTextAreaElement>('[data-ask-field="yourName"]')).value).toBe('Ewa Nowak');
    await tap(app, 'keep-again');
    await find('[data-ask-keeping="kept"]');
    expect(heldBy(words)).toContain('Ewa Nowak');
  });

  it('asks which to go on with when the plan holds other answers', async () => {
    vault.plans.set(words, JSON.stringify({ notes: [{ id: 'a', title: 'Request', text: 'x', order: 1, request: { version: 1, at: 'why', answers: { yourName: 'Maria' } } }] }));
    const app = await begin();
    await openPlanAndReturn(app);
    expect(app.text()).toContain(t('keep.both'));
    await tap(app, 'resume');
    await atStep('why');
    expect(everything()).not.toContain('Ewa Nowak');
  });

  it('leaves a copy that was brought back from a file beside what is kept, until all is deleted', async () => {
    const entry = (name: string, order: number): object => ({ id: name, title: 'Request', text: name, order, request: { version: 1, at: 'why', answers: { yourName: name } } });
    vault.plans.set(words, JSON.stringify({ notes: [entry('Older', 1), entry('Newer', 2)] }));
    const app = await renderApp('/ask/request/');
    await openPlanAndReturn(app);
    await tap(app, 'resume');
    await write(app, 'why', 'because');
    await tap(app, 'next');
    await waitFor(() => expect(heldBy(words)).toContain('because'));
    const kept = JSON.parse(heldBy(words)).notes.map(({ request }: { request: { answers: object } }) => request.answers);
    expect(kept).toEqual([{ yourName: 'Older' }, { yourName: 'Newer', why: 'because' }]);
    await tap(app, 'delete');
    await tap(app, 'sure-delete');
    await waitFor(() => expect(JSON.parse(heldBy(words)).notes).toEqual([]));
  });

  it('ends with the lock: nothing of it stays on the page, and the plan has it', async () => {
    vault.plans.set(words, planWith());
    const app = await begin();
    await openPlanAndReturn(app);
    await tap(app, 'keep');
    await find('[data-ask-keeping="kept"]');
    await app.user.click(await find('[data-vault-do="lock"]'));
    await atStep('start');
    expect(everything()).not.toContain('Ewa');
    expect(heldBy(words)).toContain('Ewa Nowak');
  });
});

describe('the answers', () => {
  it('stay when the language is changed and when another screen is read', async () => {
    const app = await begin();
    await app.user.click(document.querySelector<HTMLElement>('details.languages a[hreflang="pl"]') ?? document.body);
    await waitFor(() => expect(document.querySelector('h1')?.textContent).toBe(textOf('pl', 'request')('step.your-name.title')));
    expect((await find<HTMLTextAreaElement>('[data-ask-field="yourName"]')).value).toBe('Ewa Nowak');
    await app.user.click(await find('footer a[href$="/device/"]'));
    await waitFor(() => expect(document.querySelector('[data-ask-step]')).toBeNull());
    await app.user.click(await find('[data-back]'));
    await atStep('your-name');
    expect((await find<HTMLTextAreaElement>('[data-ask-field="yourName"]')).value).toBe('Ewa Nowak');
  });

  it('are forgotten on leaving', async () => {
    await begin();
    leave(window, { outside: null, clock: '#', word: 'Loading' });
    delete document.documentElement.dataset['left'];
    await renderApp('/ask/request/');
    await atStep('start');
    expect(everything()).not.toContain('Ewa');
    expect(document.querySelector('[data-ask-do="check"]')).toBeNull();
  });

  it('are deleted only after being sure', async () => {
    const app = await begin();
    await tap(app, 'delete');
    expect(app.text()).toContain(t('delete.sure'));
    await tap(app, 'keep-all');
    expect((await find<HTMLTextAreaElement>('[data-ask-field="yourName"]')).value).toBe('Ewa Nowak');
    await tap(app, 'delete');
    await tap(app, 'sure-delete');
    await atStep('start');
    expect(app.text()).toContain(t('delete.done'));
    expect(everything()).not.toContain('Ewa');
  });
});

describe('handing over', () => {
  async function toPaper(): Promise<OpenApp> {
    const app = await begin();
    for (let step = document.querySelector<HTMLElement>('[data-ask-step]')?.dataset['askStep']; step !== 'check'; step = document.querySelector<HTMLElement>('[data-ask-step]')?.dataset['askStep']) await tap(app, 'next');
    await tap(app, 'paper');
    await atStep('document');
    return app;
  }

  it('says before each way what it leaves behind', async () => {
    await toPaper();
    const ways = [...document.querySelectorAll('[data-ask-way]')];
    expect(ways.map((way) => way.getAttribute('data-ask-way'))).toEqual(['call', 'show', 'print', 'copy', 'file']);
    for (const way of ways) {
      const told = way.querySelector('.warning');
      expect(told?.textContent).toContain(t('way.leaves'));
      const acts = [...way.querySelectorAll('button, a')];
      expect(acts.length).toBeGreaterThan(0);
      for (const act of acts) expect(told?.compareDocumentPosition(act)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    }
  });

  it('prints only when it is pressed', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const app = await toPaper();
    expect(print).not.toHaveBeenCalled();
    await tap(app, 'print');
    expect(print).toHaveBeenCalledTimes(1);
  });

  it('copies one answer, and puts something else into the clipboard when asked', async () => {
    const app = await toPaper();
    expect(await navigator.clipboard.readText()).toBe('');
    await app.user.click(await find('[data-ask-copy="yourName"] button'));
    await waitFor(() => expect(app.text()).toContain(t('way.copy.done')));
    expect(await navigator.clipboard.readText()).toBe('Ewa Nowak');
    await tap(app, 'clear-copy');
    await waitFor(() => expect(app.text()).toContain(t('way.copy.cleared')));
    expect(await navigator.clipboard.readText()).toBe('.');
  });

  it('says so when the browser does not allow copying', async () => {
    const app = await toPaper();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await app.user.click(await find('[data-ask-copy="yourName"] button'));
    await waitFor(() => expect(app.text()).toContain(t('way.copy.refused')));
  });
});
