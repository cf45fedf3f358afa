import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { localClock, localDay } from '#kernel/local-time';
import { answer, atView, back, field, inPlan, kept, keptSoon, plan, toSection } from './safety-plan-steps.ts';
import { beginAfresh, find, type, vault } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

beforeEach(beginAfresh);

const noted = (...notes: object[]): string => JSON.stringify({ notes });
const logged = (id: string, log: Record<string, unknown>, more: object = {}): object => ({ id, title: '', text: 'He shouted', log, ...more });
const log = (): Record<string, unknown> => kept().notes[0]?.['log'] as Record<string, unknown>;

async function paperOf(app: Awaited<ReturnType<typeof inPlan>>, ...parts: string[]): Promise<HTMLElement> {
  await plan(app, 'take');
  for (const part of parts) await app.user.click(await find(`input[value="${part}"]`));
  return find('[data-plan-paper]');
}

describe('what was written down stays', () => {
  it('under somebody’s fingers, when a box is emptied to be written anew', async () => {
    const app = await inPlan(noted(logged('a', { day: '2026-11-02', where: 'x' })));
    await plan(app, 'log');
    await app.user.click(await find('[data-entry] button'));
    const box = await field('log-where');
    await app.user.clear(box);
    expect(box.closest('details')?.open).toBe(true);
    await app.user.type(box, 'the kitchen');
    await keptSoon(() => log()['where'] === 'the kitchen');
  });

  it('the day of old, after the arrow keys went through the other choices', async () => {
    const app = await inPlan(noted(logged('a', { day: '2026-03-02' })));
    await plan(app, 'log');
    await app.user.click(await find('[data-entry] button'));
    for (const [choice, day] of [['yesterday', null], ['unsure', null], ['today', localDay(new Date())], ['other', '2026-03-02']] as const) {
      await app.user.click(await find(`input[value="${choice}"]`));
      if (day !== null) await keptSoon(() => log()['day'] === day);
    }
    expect((await field('log-day')).value).toBe('2026-03-02');
  });

  it('a day and a time without a word: the words may come later', async () => {
    const app = await inPlan();
    await plan(app, 'log');
    await plan(app, 'add-entry');
    await app.user.click(await find('input[value="other"]'));
    await answer(app, 'log-day', '2026-04-03');
    await answer(app, 'log-time', '03:15');
    await plan(app, 'done');
    await atView('log');
    expect(document.querySelectorAll('[data-entry]')).toHaveLength(1);
    await keptSoon(() => log()['time'] === '03:15');
  });

  it('a step of one’s own that was emptied: its last words', async () => {
    const app = await inPlan(noted({ id: 'a', title: '', text: 'Go to Ala', step: { of: 'now' } }));
    await toSection(app, 'now');
    await plan(app, 'change-step');
    await app.user.clear(await field('step-words'));
    await plan(app, 'close-step');
    expect((await find('[data-step]')).textContent).toContain('Go to Ala');
    expect(kept().notes[0]?.text).toBe('Go to Ala');
  });
});

describe('a plan that is recognisably theirs', () => {
  it('holds what somebody settled on beside an idea, which stays in the language of whoever reads it', async () => {
    const app = await inPlan();
    await toSection(app, 'now');
    await app.user.click(await find('[data-idea="now.room"] [data-plan-do="take-idea"]'));
    await plan(app, 'change-step');
    await answer(app, 'step-where', 'the back bedroom');
    await plan(app, 'close-step');
    await keptSoon(({ notes: [step] }) => step?.text === '' && JSON.stringify(step['step']).includes('the back bedroom'));
    await back(app);
    await back(app);
    expect((await paperOf(app, 'steps')).textContent).toMatch(/Pick a room with a way out[\s\S]*the back bedroom/);
  });

  it('is read in one place: what has a day first, then part after part, each step to tick and to change', async () => {
    const app = await inPlan(JSON.stringify({
      for: ['me'], situations: ['pets'],
      notes: [
        { id: 'a', title: '', text: 'last', step: { of: 'pets', day: '24.12.2026' } }, { id: 'b', title: '', text: 'first', step: { of: 'now', day: '2026-12-03' } },
        { id: 'c', title: '', text: 'was done', step: { of: 'now', day: '2026-12-01', done: true } }, { id: 'd', title: '', text: 'plain', step: { of: 'now' } },
      ],
    }));
    await plan(app, 'steps');
    await atView('steps');
    expect([...document.querySelectorAll('[data-plan-days] li')].map(({ textContent }) => textContent)).toEqual(['first3 December 2026', 'last24 December 2026']);
    expect([...document.querySelectorAll('[data-plan-section="now"] [data-step] label')].map(({ textContent }) => textContent)).toEqual(['firstBy 3 December 2026', 'was doneBy 1 December 2026', 'plain']);
    expect((await find('[data-plan-section="now"] button')).textContent).toContain('3 steps, 1 done');
    await app.user.click(await find('[data-plan-section="now"] [data-step] input'));
    await keptSoon(({ notes }) => (notes.find(({ text }) => text === 'first')?.['step'] as { done?: boolean }).done === true);
    await waitFor(() => expect(document.querySelectorAll('[data-plan-days] li')).toHaveLength(1));
    await app.user.click(await find('[data-plan-days] button'));
    await find('[data-plan-list="pets"]');
  });

  it('undoes where it was done: an idea that was added or put aside is there again', async () => {
    const app = await inPlan();
    await toSection(app, 'now');
    for (const [press, said] of [['take-idea', 'Added.'], ['not-this', 'Put aside.']]) {
      await app.user.click(await find(`[data-idea="now.phone"] [data-plan-do="${press}"]`));
      expect((await find('[data-idea-gone="now.phone"]')).textContent).toContain(said);
      expect(document.querySelector('[data-idea="now.phone"]')).toBeNull();
      await plan(app, 'undo');
      await waitFor(() => expect(document.activeElement?.id).toBe('idea-now.phone'));
      await keptSoon(({ notes, aside }) => notes.length === 0 && `${aside ?? ''}` === '');
    }
  });

  it('for someone else asks about them, and its headings say of nobody what a glance should not see', async () => {
    const app = await inPlan();
    await plan(app, 'steps');
    await plan(app, 'begin-steps');
    await app.user.click(await find('input[value="friend"]'));
    expect(document.querySelector('[data-plan-view="begin"]')?.textContent).not.toMatch(/\bI (am|have|look)|\bWe live/);
    for (const one of ['going', 'pregnant', 'teen']) await app.user.click(await find(`input[value="${one}"]`));
    await plan(app, 'show-ideas');
    await atView('steps');
    expect(app.text()).not.toMatch(/I am|leaving|violence/);
    await app.user.click(await find('[data-plan-section="going"] button'));
    await atView('section');
    expect(document.querySelector('h1')?.textContent).toBe('Moving');
    expect(app.text()).toContain('go through them together');
    await plan(app, 'next-section');
    await waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('Pregnancy'));
    await back(app);
    await atView('steps');
  });

  it('fits a bag to whose it is', async () => {
    const app = await inPlan(JSON.stringify({ for: ['me'], situations: ['teen'], notes: [] }));
    await plan(app, 'bag');
    await find('[data-idea="docs.passport"]');
    expect(document.querySelector('[data-idea="docs.marriage"], [data-idea="docs.home"], [data-idea="docs.driving"]')).toBeNull();
  });

  it('has as many code words as are needed, each with what it means', async () => {
    const app = await inPlan(noted({ id: 'a', title: 'red shoes', text: 'call the police', code: {} }));
    await plan(app, 'people');
    await plan(app, 'code');
    await plan(app, 'add-code');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-ask-field')).toBe('code-word'));
    await app.user.keyboard('blue cup');
    await plan(app, 'done');
    await atView('people');
    const card = await find('[data-plan-do="code"]');
    expect(card.textContent).toMatch(/red shoes call the police[\s\S]*blue cup/);
    await plan(app, 'code');
    await plan(app, 'delete-code');
    await plan(app, 'sure-delete-code');
    await keptSoon(({ notes }) => notes.map(({ title }) => title).join() === 'blue cup');
    expect((await field('code-word')).value).toBe('blue cup');
    expect(document.querySelector('[data-plan-do="sure-delete-code"]')).toBeNull();
  });

  it('shows a number that cannot be dialled all the same', async () => {
    const app = await inPlan(noted({ id: 'a', title: 'Worker', text: '', person: { number: '01634 000000 ext 12' } }));
    await plan(app, 'people');
    expect((await find('[data-plan-contact]')).textContent).toContain('01634 000000 ext 12');
    expect(document.querySelector('[data-plan-contact] a')).toBeNull();
  });
});

describe('what is taken out is the whole truth of it', () => {
  const begun = new Date(2026, 10, 2, 16, 26);
  const later = new Date(2026, 10, 5, 9, 3);

  it('says on paper when an entry was changed, and that pictures are not on it', async () => {
    const files = [{ place: 0, kind: 'picture', width: 4, height: 3 }];
    const app = await inPlan(noted(logged('a', { day: '2026-11-02', written: begun.toISOString() }, { changed: later.toISOString(), files }), logged('b', { day: '2026-11-02', written: begun.toISOString() }, { changed: begun.toISOString() })));
    const [first, second] = [...(await paperOf(app, 'log')).querySelectorAll('.paper-entry')].map((one) => one.textContent.replace(/[\u2066\u2069]/g, ''));
    const changed = [first, second].filter((words) => words?.includes('Last changed'));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain('Written down on 2 November 2026, 4:26pm');
    expect(changed[0]).toContain('Last changed on 5 November 2026, 9:03am');
    expect(changed[0]).toContain('1 picture or recording is kept with this entry');
    expect(localClock(later)).toBe('09:03');
  });

  it('prints a time without a day, and a day with a time that could not be read, as they were typed', async () => {
    const app = await inPlan(noted(logged('a', { day: '', time: '21:30' }), logged('b', { day: '2026-11-02', time: 'about nine' })));
    const headings = [...(await paperOf(app, 'log')).querySelectorAll('h4')].map(({ textContent }) => textContent.replace(/[\u2066\u2069]/g, ''));
    expect(headings).toEqual(['2 November 2026 · about nine', 'Day not known · 9:30pm']);
  });

  it('gives a helper nothing of a person’s life that was not picked', async () => {
    const app = await inPlan(JSON.stringify({ for: ['me'], situations: ['visa', 'pregnant', 'pets'], notes: [{ id: 'a', title: 'a note', text: 'its words' }, { id: 'b', title: '', text: 'ask Nan', step: { of: 'pets' } }] }));
    const sealed = vi.spyOn(vault, 'sealFile');
    await plan(app, 'take');
    for (const part of ['notes', 'steps']) {
      await app.user.click(await find(`input[value="${part}"]`));
      await type(app, 'vault-file-words', 'words for the helper');
      await plan(app, 'hand');
      await waitFor(() => expect(app.text()).toContain('The file was handed to the browser.'));
    }
    const [only, both] = sealed.mock.calls.map(([text]) => JSON.parse(text) as { for?: unknown; situations?: unknown });
    expect([only?.for, only?.situations]).toEqual([undefined, undefined]);
    expect([both?.for, both?.situations]).toEqual([['me'], ['pets']]);
    sealed.mockRestore();
  });
});
