import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { localDay } from '#kernel/local-time';
import { daysBefore } from '#features/safety-plan/model/day.ts';
import { renderApp } from '../helpers/render-app.tsx';
import { answer, atView, back, field, inPlan, kept, keptSoon, plan } from './safety-plan-steps.ts';
import { beginAfresh, everything, find, press, type, vault } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

beforeEach(beginAfresh);

const entryOf = (id: string, day: string, text: string, more: Record<string, unknown> = {}): object => ({ id, title: '', text, log: { day, ...more } });
const three = JSON.stringify({
  notes: [
    entryOf('a', '2026-11-02', 'He shouted', { where: 'kitchen' }), entryOf('b', '2026-11-05', 'Took my phone', { time: '21:30' }), entryOf('c', '', 'Followed me', { unsure: true, about: 'last spring' }),
    { id: 'd', title: '', text: '', step: { of: 'docs', idea: 'docs.passport', done: true, where: 'at Nan’s' } }, { id: 'e', title: 'Nan', text: '', person: { number: '01634 000000' } },
    { id: 'f', title: 'a note', text: 'its words' },
  ],
});

describe('writing down what happened', () => {
  it('takes one line: the day is today unless something else is picked, and all else may be left out', async () => {
    const app = await inPlan();
    await plan(app, 'log');
    await plan(app, 'add-entry');
    await answer(app, 'log-text', 'He took my phone');
    await keptSoon(({ notes: [entry] }) => entry?.text === 'He took my phone' && (entry['log'] as { day: string }).day === localDay(new Date()));
    await back(app);
    await atView('log');
    expect(document.querySelectorAll('[data-entry]')).toHaveLength(1);
    expect(app.text()).toContain('He took my phone');
  });

  it('knows yesterday, another day and not sure, and keeps what is typed for each', async () => {
    const app = await inPlan();
    await plan(app, 'log');
    await plan(app, 'add-entry');
    await answer(app, 'log-text', 'x');
    const log = (): Record<string, unknown> => kept().notes[0]?.['log'] as Record<string, unknown>;
    await app.user.click(await find('input[value="yesterday"]'));
    await keptSoon(() => log()['day'] === daysBefore(new Date(), 1));
    await app.user.click(await find('input[value="unsure"]'));
    await answer(app, 'log-about', 'most weekends');
    await keptSoon(() => log()['unsure'] === true && log()['about'] === 'most weekends');
    expect(document.querySelector('[data-ask-field="log-time"]')).toBeNull();
    await app.user.click(await find('input[value="other"]'));
    await answer(app, 'log-day', '2026-02-03');
    await keptSoon(() => log()['day'] === '2026-02-03' && log()['unsure'] === undefined);
    await back(app);
    await atView('log');
    expect(app.text()).toContain('3 February 2026');
  });

  it('says of a day that has not come that it has not, and keeps it', async () => {
    const app = await inPlan(JSON.stringify({ notes: [entryOf('a', '2099-01-01', 'x')] }));
    await plan(app, 'log');
    await app.user.click(await find('[data-entry] button'));
    await field('log-day');
    expect(app.text()).toContain('This day has not come yet.');
    expect((kept().notes[0]?.['log'] as { day: string }).day).toBe('2099-01-01');
  });

  it('keeps no entry in which nothing was said, and the way back to it leads to the list', async () => {
    const app = await inPlan();
    await plan(app, 'log');
    await plan(app, 'add-entry');
    await atView('entry');
    await app.user.click(document.querySelector('.foot-links a') as HTMLElement);
    await waitFor(() => expect(document.querySelector('[data-vault]')).toBeNull());
    await keptSoon(({ notes }) => notes.length === 0);
    await back(app);
    await atView('log');
  });

  it('says what makes a record useful, and that a hidden recording may be dangerous', async () => {
    const app = await inPlan();
    await plan(app, 'log');
    await atView('log');
    expect(app.text()).toContain('Small things count.');
    expect(app.text()).toContain('A hidden recording can put you in danger if it is found');
  });

  it('offers a pause and somebody to call, and takes it away until it is wanted again', async () => {
    const app = await inPlan(three);
    await plan(app, 'log');
    await app.user.click(await find('[data-entry="a"] button'));
    const pause = await find('[data-plan-breath]');
    expect([...pause.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['tel:+448081689111', 'tel:116123', 'sms:85258']);
    await plan(app, 'breath-away');
    await waitFor(() => expect(document.querySelector('[data-plan-breath]')).toBeNull());
    await plan(app, 'breath-again');
    await find('[data-plan-breath]');
  });

  it('deletes an entry in two taps', async () => {
    const app = await inPlan(three);
    await plan(app, 'log');
    await app.user.click(await find('[data-entry="b"] button'));
    await plan(app, 'delete-entry');
    await plan(app, 'keep');
    await plan(app, 'delete-entry');
    await plan(app, 'sure-delete-entry');
    await atView('log');
    await keptSoon(({ notes }) => !JSON.stringify(notes).includes('Took my phone'));
  });
});

describe('what was written down', () => {
  it('stands day under day, newest first, those without a day at the end', async () => {
    const app = await inPlan(three);
    await plan(app, 'log');
    await atView('log');
    expect([...document.querySelectorAll('[data-plan-timeline] h2')].map((one) => one.textContent)).toEqual(['5 November 2026', '2 November 2026', 'Day not known']);
    expect(app.text()).toContain('last spring');
  });

  it('is searched in memory, in every word of it', async () => {
    const app = await inPlan(three);
    await plan(app, 'log');
    await answer(app, 'log-search', 'KITCHEN');
    await waitFor(() => expect([...document.querySelectorAll<HTMLElement>('[data-entry]')].map((one) => one.dataset['entry'])).toEqual(['a']));
    expect(app.text()).toContain('1 entry found');
    await answer(app, 'log-search', 'nothing like it');
    await waitFor(() => expect(app.text()).toContain('No entry has these words.'));
  });

  it('is no note: the list of notes holds only what is one', async () => {
    await inPlan(three);
    expect([...document.querySelectorAll<HTMLElement>('[data-note]')].map((one) => one.dataset['note'])).toEqual(['f']);
  });
});

describe('taking it out', () => {
  it('prints the parts that were picked and no others, and says first what paper leaves behind', async () => {
    const app = await inPlan(three);
    const printed = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await plan(app, 'take');
    await plan(app, 'print');
    expect(printed).not.toHaveBeenCalled();
    expect(document.querySelector('[data-plan-paper]')).toBeNull();
    expect((await find('[data-plan-way="print"]')).textContent).toContain('Paper can be found.');
    for (const part of ['log', 'bag']) await app.user.click(await find(`input[value="${part}"]`));
    const paper = await find('[data-plan-paper]');
    expect(paper.textContent).toContain('Passport or other ID');
    expect(paper.textContent).toContain('at Nan’s');
    expect(paper.textContent).toMatch(/He shouted[\s\S]*Took my phone[\s\S]*Followed me/);
    expect(paper.textContent).not.toContain('its words');
    expect(paper.textContent).not.toContain('01634');
    expect(paper.querySelector('h2')?.textContent).toBe('Notes');
    await plan(app, 'print');
    expect(printed).toHaveBeenCalledOnce();
    printed.mockRestore();
  });

  it('says of what has no day when it may have been, and shuts a number off from the words around it', async () => {
    const app = await inPlan(three, 'ur');
    await plan(app, 'take');
    for (const part of ['log', 'people']) await app.user.click(await find(`input[value="${part}"]`));
    const paper = await find('[data-plan-paper]');
    expect([...paper.querySelectorAll('h4')].map(({ textContent }) => textContent)).toContain('دن معلوم نہیں · last spring');
    // Among words that run from the right, its groups would change places.
    expect(paper.textContent).toContain('\u206601634 000000\u2069');
  });

  it('takes only the last while of what happened when that is asked for', async () => {
    const app = await inPlan(JSON.stringify({ notes: [entryOf('a', daysBefore(new Date(), 3), 'new one'), entryOf('b', daysBefore(new Date(), 300), 'old one')] }));
    await plan(app, 'take');
    await app.user.click(await find('input[value="log"]'));
    await app.user.click(await find('input[value="month"]'));
    const paper = await find('[data-plan-paper]');
    await waitFor(() => expect(paper.textContent).not.toContain('old one'));
    expect(paper.textContent).toContain('new one');
  });

  it('makes a locked file of what was picked, with words of its own, and tells of words that are too short beside the box', async () => {
    const app = await inPlan(three);
    const sealed = vi.spyOn(vault, 'sealFile');
    await plan(app, 'take');
    await app.user.click(await find('input[value="people"]'));
    await type(app, 'vault-file-words', 'ab');
    await plan(app, 'hand');
    await find('[data-vault-fault="too-short"]');
    await type(app, 'vault-file-words', 'words for the helper');
    await plan(app, 'hand');
    await waitFor(() => expect(app.text()).toContain('The file was handed to the browser.'));
    const [text = '', words, places] = sealed.mock.calls[0] ?? [];
    expect([words, places]).toEqual(['words for the helper', []]);
    expect((JSON.parse(text) as { notes: { title: string }[] }).notes.map(({ title }) => title)).toEqual(['Nan']);
    expect((await find<HTMLInputElement>('[data-vault-file-words]')).value).toBe('');
    sealed.mockRestore();
  });
});

describe('a file from somebody', () => {
  async function readFile(): Promise<Awaited<ReturnType<typeof renderApp>>> {
    vault.bringsBack({ text: three, files: [] });
    const app = await renderApp('/plan/');
    const picker = await find<HTMLInputElement>('[data-vault-read-file] [data-vault-file]');
    await app.user.upload(picker, new File([new Uint8Array(3)], 'notes.bin'));
    await app.write(await find('[data-vault-read-file] [data-vault-file-words]'), 'words for the helper');
    await app.user.click(await find('[data-vault-read-file] [data-vault-do="read-file"]'));
    await atView('reader');
    return app;
  }

  it('is shown and kept nowhere, and is gone when it is closed', async () => {
    const app = await readFile();
    for (const words of ['Took my phone', 'Passport or other ID', 'its words', '01634 000000']) expect(app.text()).toContain(words);
    expect(vault.plans.size).toBe(0);
    expect(vault.state().is).toBe('locked');
    await plan(app, 'close-reader');
    await find('[data-vault-passphrase]');
    expect(everything()).not.toContain('Took my phone');
  });

  it('is gone when the screen is left', async () => {
    const app = await readFile();
    await back(app);
    await waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('What do you need?'));
    await app.user.click(document.querySelector('a[href="/en/plan/"]') as HTMLElement);
    await find('[data-vault-passphrase]');
    expect(everything()).not.toContain('Took my phone');
  });

  it('is gone with any lock', async () => {
    await readFile();
    const { lockPlan } = await import('#features/vault/open-plan.ts');
    await lockPlan();
    await find('[data-vault-passphrase]');
    expect(everything()).not.toContain('Took my phone');
  });

  it('can be brought in when a plan is begun, with all that is in it', async () => {
    vault.bringsBack({ text: three, files: [] });
    const app = await renderApp('/plan/');
    await press(app, 'begin');
    await app.user.upload(await find<HTMLInputElement>('[data-vault="new"] [data-vault-file]'), new File([new Uint8Array(3)], 'notes.bin'));
    await app.write(await find('[data-vault="new"] [data-vault-file-words]'), 'words for the helper');
    await press(app, 'read-file');
    await waitFor(() => expect(app.text()).toContain('The file was read.'));
    await app.user.click(await find('input[type="radio"][value="own"]'));
    await type(app, 'vault-passphrase', 'right words');
    await press(app, 'create');
    await find('[data-vault="open"]');
    await keptSoon(({ notes }) => notes.length === 6);
  });
});
