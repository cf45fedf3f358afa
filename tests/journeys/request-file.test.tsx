import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetAnswers, goTo, sayUnknown, writeAnswer } from '#features/clares-law/form/held.ts';
import { loadText, textOf } from '#i18n/text';
import { renderApp, type OpenApp } from '../helpers/render-app.tsx';
import { notesHeld, openPlanAndReturn, tap } from './request-steps.ts';
import { beginAfresh, everything, fault, find, type, valueOf, vault, words } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

await loadText('en', ['request', 'terms', 'takeout']);
await loadText('pl', ['request', 'terms']);
const t = textOf('en', 'request');

beforeEach(async () => {
  await beginAfresh();
  forgetAnswers();
});

/** Answers of each kind, and the paper made of them. */
async function toPaper(language: 'en' | 'pl' = 'en'): Promise<OpenApp> {
  writeAnswer('your-name', 'yourName', 'Ewa Nowak');
  writeAnswer('your-address', 'yourAddress', 'Flat 2\n\u202eOld Mill\n\n  Harbour Row');
  writeAnswer('your-born', 'yourBorn', { day: '31', month: '2', year: '1985', about: 'in winter' });
  writeAnswer('subject-name', 'subjectName', 'یاسر');
  writeAnswer('danger', 'danger', 'yes');
  writeAnswer('ways', 'ways', ['call', 'letter']);
  writeAnswer('language', 'spoken', 'pl');
  sayUnknown('subject-born');
  goTo('paper');
  const app = await renderApp('/ask/request/', { language });
  await find('[data-ask-document]');
  return app;
}

async function makeFile(app: OpenApp): Promise<{ readonly title: string; readonly text: string; readonly [field: string]: unknown }> {
  const sealed = vi.spyOn(vault, 'sealFile');
  await type(app, 'vault-file-words', 'five words');
  await tap(app, 'file');
  await waitFor(() => expect(sealed).toHaveBeenCalledTimes(1));
  const [text = '', passphrase] = sealed.mock.calls[0] ?? [];
  sealed.mockRestore();
  expect(passphrase).toBe('five words');
  return JSON.parse(text).notes[0];
}

/** Each line of the paper on the screen: its headings, its questions, and every line of an answer by itself. */
const linesOnPaper = (): readonly string[] => [...document.querySelectorAll('[data-ask-document] :is(h2, h3, p, dt, dd bdi, dd span.soft)')].map(({ textContent }) => textContent);

describe('a locked file', () => {
  it('holds the paper, question by question, for whoever is handed it, and the answers to go on with', async () => {
    const { title, text, request } = await makeFile(await toPaper());
    expect(title).toBe(t('keep.note.title'));
    const lines = text.split('\n').filter((line) => line !== '');
    // The screen gives an empty line of an answer a space, to be seen.
    expect(lines.map((line) => line.replace(/:$/, ''))).toEqual(linesOnPaper().filter((line) => line !== ' ').map((line) => line.replace(/:$/, '')));
    expect(lines).toContain(t('paper.danger'));
    expect((request as { readonly answers: object }).answers).toMatchObject({ yourName: 'Ewa Nowak', subjectName: 'یاسر' });
  });

  it('can be read by somebody who opens it with "Read a file from someone"', async () => {
    const note = await makeFile(await toPaper());
    forgetAnswers();
    vault.bringsBack({ text: JSON.stringify({ notes: [note] }), files: [] });
    const helper = await renderApp('/plan/');
    await helper.user.upload(await find<HTMLInputElement>('[data-vault-read-file] [data-vault-file]'), new File([new Uint8Array(3)], 'notes.bin'));
    await helper.write(await find('[data-vault-read-file] [data-vault-file-words]'), 'five words');
    await helper.user.click(await find('[data-vault-read-file] [data-vault-do="read-file"]'));
    await find('[data-plan-view="reader"]');
    for (const line of ['Ewa Nowak', 'یاسر', t('field.subjectName'), t('option.ways.letter'), t('paper.unknown')]) expect(helper.text()).toContain(line);
  });

  it('is in the language that was picked for the paper', async () => {
    const app = await toPaper('pl');
    expect((await makeFile(app)).text).toContain(`${t('field.yourName')}:\nEwa Nowak`);
    await app.user.click(await find('[data-ask-which] input[value="own"]'));
    const { title, text } = await makeFile(app);
    const polish = textOf('pl', 'request');
    expect(text).toContain(`${polish('field.yourName')}:\nEwa Nowak`);
    expect([title, text.includes(t('field.yourName'))]).toEqual([polish('keep.note.title'), false]);
  });

  it('is gone on with in a plan, where its note takes the short words again', async () => {
    const note = await makeFile(await toPaper());
    forgetAnswers();
    vault.plans.set(words, JSON.stringify({ notes: [note] }));
    const app = await renderApp('/ask/request/');
    await openPlanAndReturn(app);
    await tap(app, 'resume');
    await find('[data-ask-step="document"]');
    expect(everything()).toContain('Ewa Nowak');
    await tap(app, 'check');
    await waitFor(() => expect(notesHeld()[0]?.['text']).toMatch(/^Your answers of/));
    expect(notesHeld()).toHaveLength(1);
  });

  it('is made with words that are let go of once it is handed over, and says so', async () => {
    const app = await toPaper();
    await makeFile(app);
    await waitFor(() => expect(app.text()).toContain(t('way.file.done')));
    expect(await valueOf('vault-file-words')).toBe('');
  });

  it('keeps the words that were typed when it could not be made', async () => {
    const app = await toPaper();
    vault.refuse('sealFile', 'no-memory');
    await makeFile(app);
    await waitFor(() => expect(app.text()).toContain(t('way.file.refused')));
    expect(await valueOf('vault-file-words')).toBe('five words');
  });

  it('asks for words when there are none, and for others when they would be found by trying or are more than a file takes', async () => {
    const app = await toPaper();
    const sealed = vi.spyOn(vault, 'sealFile');
    for (const [typed, what] of [['', 'empty'], ['a', 'too-short'], ['123', 'too-short'], ['a'.repeat(1_001), 'too-long']] as const) {
      await type(app, 'vault-file-words', typed);
      await tap(app, 'file');
      const told = await fault(what);
      expect(told.textContent).toBe(t(`way.file.${what}`));
      const box = await find('[data-vault-file-words]');
      expect(box.getAttribute('aria-describedby')).toBe(told.id);
      await waitFor(() => expect(document.activeElement).toBe(box));
    }
    expect(sealed).not.toHaveBeenCalled();
    sealed.mockRestore();
    await makeFile(app);
  });
});
