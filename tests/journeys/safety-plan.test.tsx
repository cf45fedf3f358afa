import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { atHeading } from '../helpers/render-app.tsx';
import { answer, atView, back, field, inPlan, kept, keptSoon, plan, toSection } from './safety-plan-steps.ts';
import { beginAfresh, everything, find, openWith, planWith, press, vault, words } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

beforeEach(beginAfresh);

const bag = JSON.stringify({ notes: [{ id: 'a', title: '', text: '', step: { of: 'pets', idea: 'pets.foster' } }, { id: 'b', title: '', text: 'ask Nan', step: { of: 'pets' } }] });

describe('making a plan', () => {
  it('begins with what is part of somebody’s life, shows ideas for it, and prescribes none', async () => {
    const app = await inPlan();
    await plan(app, 'steps');
    await atView('steps');
    expect(app.text()).toContain('These are ideas, not orders.');
    await plan(app, 'begin-steps');
    await atView('begin');
    expect(document.querySelectorAll('[data-ask-field="plan-situations"] input')).toHaveLength(15);
    for (const one of ['children', 'pets']) await app.user.click(await find(`input[value="${one}"]`));
    await plan(app, 'show-ideas');
    await atView('steps');
    expect([...document.querySelectorAll<HTMLElement>('[data-plan-section]')].map((one) => one.dataset['planSection'])).toEqual(['now', 'children', 'pets']);
    await keptSoon(({ situations, for: whom }) => `${situations} ${whom}` === 'children,pets me');
    expect(kept().notes).toEqual([]);
  });

  it('asks nothing twice, and nothing at all of somebody who says not now', async () => {
    const app = await inPlan();
    await plan(app, 'steps');
    await plan(app, 'begin-steps');
    await app.user.click(await find('input[value="pets"]'));
    await plan(app, 'not-now');
    await atView('steps');
    expect(kept()['situations']).toBeUndefined();
    await toSectionFromSteps(app);
  });

  it('takes an idea, changes it, gives it a day, ticks it, puts it off and takes it out', async () => {
    const app = await inPlan();
    await toSection(app, 'now');
    await app.user.click(await find('[data-idea="now.phone"] [data-plan-do="take-idea"]'));
    await keptSoon(({ notes }) => notes.length === 1);
    expect(document.querySelector('[data-idea="now.phone"]')).toBeNull();
    await plan(app, 'change-step');
    await answer(app, 'step-words', 'Charge it at work');
    await answer(app, 'step-day', '2026-12-24');
    await plan(app, 'close-step');
    await keptSoon(({ notes: [step] }) => step?.text === 'Charge it at work' && JSON.stringify(step['step']).includes('2026-12-24'));
    expect(app.text()).toContain('By 24 December 2026');
    await app.user.click(await find('[data-step] input[type="checkbox"]'));
    await keptSoon(({ notes: [step] }) => (step?.['step'] as { done?: boolean }).done === true);
    await plan(app, 'change-step');
    await plan(app, 'put-off');
    await keptSoon(({ notes: [step] }) => (step?.['step'] as { later?: boolean }).later === true);
    expect(app.text()).toContain('Later');
    await plan(app, 'change-step');
    await plan(app, 'remove-step');
    expect(kept().notes).toHaveLength(1);
    await plan(app, 'sure-remove-step');
    await keptSoon(({ notes }) => notes.length === 0);
    await find('[data-idea="now.phone"]');
  });

  it('puts an idea aside and shows it again when asked', async () => {
    const app = await inPlan();
    await toSection(app, 'now');
    await app.user.click(await find('[data-idea="now.room"] [data-plan-do="not-this"]'));
    await keptSoon(({ aside }) => `${aside}` === 'now.room');
    expect(document.querySelector('[data-idea="now.room"]')).toBeNull();
    expect(app.text()).toContain('1 idea put aside');
    await plan(app, 'show-again');
    await find('[data-idea="now.room"]');
    await keptSoon(({ aside }) => `${aside}` === '');
  });

  it('takes steps in somebody’s own words; one that was typed and not added is not lost', async () => {
    const app = await inPlan();
    await toSection(app, 'now');
    await plan(app, 'add-own');
    expect((await find('.fault')).textContent).toContain('Write something first');
    await answer(app, 'own-now', 'Go to Ala');
    await plan(app, 'add-own');
    await find('[data-step="own"]');
    await answer(app, 'own-now', 'Ring the school');
    await back(app);
    await atView('steps');
    await keptSoon(({ notes }) => notes.map(({ text }) => text).join() === 'Go to Ala,Ring the school');
  });

  it('says that a day is not clear beside the box, and keeps what was typed', async () => {
    const app = await inPlan(JSON.stringify({ notes: [{ id: 'a', title: '', text: 'x', step: { of: 'now', day: '31.4.2026' } }] }));
    await toSection(app, 'now');
    await plan(app, 'change-step');
    const box = await field('step-day');
    expect(document.getElementById(box.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '')?.textContent).toContain('This day is not clear');
    expect(kept().notes[0]?.['step']).toMatchObject({ day: '31.4.2026' });
    // A way to pick a day would show it as empty.
    expect([box.type, box.value]).toEqual(['text', '31.4.2026']);
  });

  it('shows a day that was typed on a device without a way to pick one: in the box, beside the step and on paper', async () => {
    const app = await inPlan(JSON.stringify({ notes: [{ id: 'a', title: '', text: 'x', step: { of: 'now', day: '24.12.2026' } }, { id: 'b', title: '', text: 'y', step: { of: 'now', day: '2026-12-25' } }] }));
    await toSection(app, 'now');
    expect(app.text()).toContain('By 24 December 2026');
    for (const opener of document.querySelectorAll('[data-plan-do="change-step"]')) await app.user.click(opener);
    const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-ask-field="step-day"]')];
    expect(boxes.map(({ type, value }) => [type, value])).toEqual([['text', '24.12.2026'], ['date', '2026-12-25']]);
    await back(app);
    await back(app);
    await plan(app, 'take');
    await app.user.click(await find('input[value="steps"]'));
    expect((await find('[data-plan-paper]')).textContent).toMatch(/By 24 December 2026[\s\S]*By 25 December 2026/);
  });

  it('leads to who can help with a step, with the need picked and nothing in the address', async () => {
    const address = window.location.href;
    const app = await inPlan(JSON.stringify({ situations: ['pets'], notes: [] }));
    await toSection(app, 'pets');
    const link = [...document.querySelectorAll<HTMLAnchorElement>('[data-idea="pets.foster"] a')].at(-1);
    expect(link?.getAttribute('href')).toBe('/en/find/');
    await app.user.click(link as HTMLElement);
    await find('[data-find-query]');
    await waitFor(() => expect(app.services()).toContain('dogs-trust-freedom'));
    expect(app.services()).not.toContain('shelter');
    expect(window.location.href).toBe(address);
    await back(app);
    await atView('section');
  });

  it('for someone else asks for no name, and has ideas for a friend', async () => {
    const app = await inPlan();
    await plan(app, 'steps');
    await plan(app, 'begin-steps');
    await app.user.click(await find('input[value="friend"]'));
    expect(app.text()).toContain('You need not write down who it is.');
    await plan(app, 'show-ideas');
    await atView('steps');
    expect(document.querySelector<HTMLElement>('[data-plan-section]')?.dataset['planSection']).toBe('friend');
    expect(document.querySelectorAll('input[type="text"]')).toHaveLength(0);
  });
});

async function toSectionFromSteps(app: Awaited<ReturnType<typeof inPlan>>): Promise<void> {
  await app.user.click(await find('[data-plan-section="now"] button'));
  await atView('section');
}

describe('put down in the middle of a sentence', () => {
  it('a step that was being typed is among the steps again, where it is seen', async () => {
    const app = await inPlan();
    await toSection(app, 'now');
    await answer(app, 'own-now', 'Go to Ala and');
    await keptSoon(({ notes: [draft] }) => draft?.text === 'Go to Ala and');
    expect(document.querySelector('[data-step]')).toBeNull();
    await press(app, 'lock');
    await find('[data-vault="locked"]');
    vault.plans.set(words, JSON.stringify({ notes: [{ id: 'a', title: '', text: 'Go to Ala and', step: { of: 'now', draft: true } }] }));
    await openWith(app);
    await find('[data-plan-do="steps"]');
    await waitFor(() => expect(document.querySelector('[data-plan-do="steps"]')?.textContent).toContain('1 step'));
    await plan(app, 'steps');
    expect((await find('[data-step="own"]')).textContent).toContain('Go to Ala and');
    await keptSoon(({ notes: [step] }) => JSON.stringify(step?.['step']) === JSON.stringify({ of: 'now' }));
  });

  it('what was opened and nothing written in is gone the next time', async () => {
    await inPlan(JSON.stringify({ notes: [{ id: 'a', title: '', text: '', log: { day: '2026-11-28' } }, { id: 'b', title: '', text: '', person: {} }, { id: 'c', title: '', text: '', code: {} }, { id: 'd', title: 'x', text: '' }] }));
    await keptSoon(({ notes }) => notes.map(({ title }) => title).join() === 'x');
  });
});

describe('bag and papers', () => {
  it('takes a whole list at once, ticks what is ready and says where it is', async () => {
    const app = await inPlan();
    await plan(app, 'bag');
    await app.user.click(await find('[data-plan-list="docs"] [data-plan-do="take-all"]'));
    await waitFor(() => expect(document.querySelectorAll('[data-plan-list="docs"] [data-step]').length).toBeGreaterThan(7));
    await app.user.click(await find('[data-step="docs.passport"] input'));
    await app.user.click(await find('[data-step="docs.passport"] [data-plan-do="change-step"]'));
    await answer(app, 'step-where', 'at Nan’s');
    await plan(app, 'close-step');
    await keptSoon(({ notes: [passport] }) => JSON.stringify(passport?.['step']) === JSON.stringify({ of: 'docs', idea: 'docs.passport', done: true, where: 'at Nan’s' }));
    await back(app);
    await find('[data-plan-do="bag"]');
    expect((await find('[data-plan-do="bag"]')).textContent).toContain('1 of 9 ready');
  });
});

describe('people, places and a code word', () => {
  it('keeps a number only in the plan, callable from there with what a call leaves behind', async () => {
    const app = await inPlan();
    await plan(app, 'people');
    await plan(app, 'add-person');
    await answer(app, 'person-name', 'Nan');
    await answer(app, 'person-number', '01634 000000');
    await back(app);
    await atView('people');
    const call = await find<HTMLAnchorElement>('[data-plan-contact] a[href^="tel:"]');
    expect(call.getAttribute('href')).toBe('tel:01634000000');
    expect(call.parentElement?.textContent).toContain('list of calls');
    await keptSoon(({ notes: [person] }) => person?.title === 'Nan');
  });

  it('says beside the box when a number cannot be called, and keeps it as it was written', async () => {
    const app = await inPlan();
    await plan(app, 'people');
    await plan(app, 'add-person');
    await answer(app, 'person-number', 'ask at the shop');
    const box = await field('person-number');
    expect(box.getAttribute('aria-invalid'), 'while it is typed').toBeNull();
    await app.user.tab();
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(app.text()).toContain('does not look like a number');
    await back(app);
    await keptSoon(({ notes: [person] }) => JSON.stringify(person?.['person']).includes('ask at the shop'));
    expect(document.querySelector('a[href^="tel:ask"]')).toBeNull();
  });

  it('keeps no person in whom nothing was written', async () => {
    const app = await inPlan();
    await plan(app, 'people');
    await plan(app, 'add-place');
    await atView('person');
    await back(app);
    await atView('people');
    await keptSoon(({ notes }) => notes.length === 0);
    await waitFor(() => expect(app.text()).toContain('No one is written down yet.'));
  });

  it('shows what was agreed as a card, in the reader’s language and in English', async () => {
    const app = await inPlan(planWith(), 'pl');
    await plan(app, 'people');
    await plan(app, 'code');
    await plan(app, 'show-card');
    await find('[data-plan-view="code"] .fault');
    await answer(app, 'code-word', 'złota rybka');
    await answer(app, 'code-means', 'zadzwoń');
    await plan(app, 'show-card');
    const cards = [...(await atView('card')).querySelectorAll('section')];
    expect(cards.map(({ lang }) => lang)).toEqual(['pl', 'en']);
    expect(cards.every(({ textContent }) => textContent.includes('złota rybka') && textContent.includes('zadzwoń'))).toBe(true);
    await plan(app, 'end-card');
    await atView('code');
  });
});

describe('every plan', () => {
  it('opens on an ordinary first screen, with no word of what it is for', async () => {
    await inPlan(bag);
    const first = document.querySelector('[data-vault="open"]')?.textContent ?? '';
    expect(first).toContain('2 steps');
    expect(first).not.toMatch(/abuse|violen|police|danger|ask Nan/i);
  });

  it('is on its first screen again after a lock, and shows nothing of what was open', async () => {
    const app = await inPlan(bag);
    await toSection(app, 'pets');
    expect(everything()).toContain('ask Nan');
    await press(app, 'lock');
    await find('[data-vault="locked"]');
    expect(everything()).not.toContain('ask Nan');
    await openWith(app);
    await atHeading('My plan and notes');
    expect(document.querySelector('[data-plan-view]')).toBeNull();
  });

  it('leads one screen back inside, and out of the plan only from its first screen', async () => {
    const app = await inPlan();
    await plan(app, 'people');
    await plan(app, 'code');
    await back(app);
    await atView('people');
    await back(app);
    await atHeading('My plan and notes');
    expect(vault.state().is).toBe('open');
  });
});
