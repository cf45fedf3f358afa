import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Tab } from './engine.ts';
import { backAndForward, before, engineName, isOutside, openHouse, until, weather, type House } from './house.ts';
import { act, answer, atView, backTo, begin, everything, isThere, lock, openWith, press, slowMs, textsOf, toPlan, waitFor, waitSaved, wordsOf, write } from './plan.ts';

interface Person {
  readonly dir: 'ltr' | 'rtl';
  /** Open the plan. */
  readonly words: string;
  readonly step: string;
  readonly aunt: string;
  /** As she would write it; the numbers are set apart for films and books. */
  readonly number: string;
  readonly dials: string;
  readonly codeWord: string;
  readonly codeMeans: string;
}

const people: Readonly<Record<'ro' | 'ur', Person>> = {
  ro: {
    dir: 'ltr', words: 'șarpele doarme lângă țărm', step: 'Să duc câinele la mătușa Ștefania', aunt: 'Mătușa Ștefania', number: '01632 960 001', dials: 'tel:01632960001',
    codeWord: 'plăcintă cu brânză', codeMeans: 'Sună la poliție și așteaptă',
  },
  ur: {
    dir: 'rtl', words: 'چڑیا نہر کے پاس رہتی ہے', step: 'بلی کو نانی کے گھر چھوڑ آنا', aunt: 'خالہ فاطمہ', number: '۰۱۶۳۲ ۹۶۰ ۰۰۲', dials: 'tel:01632960002',
    codeWord: 'نیلی شال', codeMeans: 'پولیس کو بلاؤ اور انتظار کرو',
  },
};

let house: House;
let tab: Tab;

const stepsShown = (): Promise<string[]> => tab.run(() => [...document.querySelectorAll<HTMLElement>('[data-step]')].map((one) => one.dataset['step'] ?? ''));
const toSection = async (section: string): Promise<void> => {
  await press(tab, `[data-plan-section="${section}"] button`);
  await atView(tab, 'section');
};

/** From a part of the plan to the guide beside it, which shows the same ideas, and back: the plan is still open. */
async function readBeside(section: string): Promise<void> {
  const shown = await textsOf(tab, '[data-idea] .step > p');
  await press(tab, '[data-plan-view="section"] a[href*="/read/"]');
  expect(shown.length).toBeGreaterThan(2);
  await waitFor(tab, '[data-guide]');
  const guide = (await textsOf(tab, '[data-guide]')).join();
  expect(shown.filter((idea) => !guide.includes(idea))).toEqual([]);
  await backTo(tab, 'section');
  expect(await isThere(tab, `[data-plan-list="${section}"]`)).toBe(true);
}

/** What is part of her life, two steps in it, and an idea that is not for her. */
async function makeSteps({ step }: Person): Promise<void> {
  await act(tab, 'steps');
  await act(tab, 'begin-steps');
  for (const one of ['children', 'pets']) await press(tab, `[data-ask-field="plan-situations"] input[value="${one}"]`);
  await act(tab, 'show-ideas');
  await toSection('pets');
  await press(tab, '[data-idea="pets.foster"] [data-plan-do="take-idea"]');
  await press(tab, '[data-idea="pets.vet"] [data-plan-do="not-this"]');
  await readBeside('pets');
  await answer(tab, 'own-pets', step);
  await act(tab, 'add-own');
  await waitFor(tab, '[data-step="own"]');
  await backTo(tab, 'steps');
  await backTo(tab, null);
}

async function packBag(): Promise<number> {
  await act(tab, 'bag');
  await press(tab, '[data-plan-list="docs"] [data-plan-do="take-all"]');
  await waitFor(tab, '[data-step="docs.passport"]');
  const taken = (await stepsShown()).length;
  await backTo(tab, null);
  return taken;
}

/** The card to hold out: in her language, and in English under it. */
async function expectCard(lang: string, { codeWord, codeMeans }: Person): Promise<void> {
  await act(tab, 'show-card');
  await atView(tab, 'card');
  const cards = await tab.run(() => [...document.querySelectorAll<HTMLElement>('[data-plan-view="card"] section')].map((one) => ({ lang: one.lang, text: one.innerText })));
  expect(cards.map((one) => one.lang)).toEqual([lang, 'en']);
  expect(cards.filter(({ text }) => !text.includes(codeWord) || !text.includes(codeMeans))).toEqual([]);
  await act(tab, 'end-card');
  await atView(tab, 'code');
}

async function writePeople(lang: string, person: Person): Promise<void> {
  await act(tab, 'people');
  await act(tab, 'add-person');
  await answer(tab, 'person-name', person.aunt);
  await answer(tab, 'person-number', person.number);
  await backTo(tab, 'people');
  await act(tab, 'code');
  await answer(tab, 'code-word', person.codeWord);
  await answer(tab, 'code-means', person.codeMeans);
  await expectCard(lang, person);
  await backTo(tab, 'people');
  await backTo(tab, null);
}

async function expectPeople(lang: string, person: Person): Promise<void> {
  await act(tab, 'people');
  await atView(tab, 'people');
  expect(await textsOf(tab, '[data-plan-contact] strong')).toEqual([person.aunt]);
  expect(await tab.run(() => document.querySelector('[data-plan-contact] a')?.getAttribute('href'))).toBe(person.dials);
  await act(tab, 'code');
  await atView(tab, 'code');
  await expectCard(lang, person);
  await backTo(tab, 'people');
  await backTo(tab, null);
}

/** Ends in the section, with her own words on the screen. */
async function expectSteps(lang: string, { step }: Person): Promise<void> {
  await act(tab, 'steps');
  await atView(tab, 'steps');
  expect(await tab.run(() => [...document.querySelectorAll<HTMLElement>('[data-plan-section]')].map((one) => one.dataset['planSection']))).toEqual(['now', 'children', 'pets']);
  await toSection('pets');
  expect(await stepsShown()).toEqual(['pets.foster', 'own']);
  expect(await textsOf(tab, '[data-step] label')).toEqual([wordsOf(lang, 'steps', 'idea.pets.foster'), step]);
  expect(await isThere(tab, '[data-idea="pets.vet"]')).toBe(false);
  expect(await isThere(tab, '[data-idea="pets.proof"]')).toBe(true);
  expect(await textsOf(tab, 'details li p')).toContain(wordsOf(lang, 'steps', 'idea.pets.vet'));
}

async function expectLanguage(lang: string, dir: Person['dir']): Promise<void> {
  const page = await tab.run(() => ({
    lang: document.documentElement.lang, dir: document.documentElement.dir, runs: getComputedStyle(document.querySelector('h1') ?? document.body).direction, heading: document.querySelector('h1')?.textContent,
  }));
  expect(page).toEqual({ lang, dir, runs: dir, heading: wordsOf(lang, 'plan', 'title') });
}

describe(`${engineName}: the plan`, () => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());
  beforeEach(async () => {
    tab = await house.engine.newVisit();
  });
  afterEach(() => tab?.close());

  it.each([['Romanian', 'ro'], ['Urdu, from right to left', 'ur']] as const)('is made in %s, is all there after a lock, and is left from inside by the exit', async (_, lang) => {
    const person = people[lang];
    await toPlan(house, tab, lang);
    await begin(tab, person.words);
    await expectLanguage(lang, person.dir);
    await makeSteps(person);
    const taken = await packBag();
    expect(taken).toBeGreaterThan(7);
    await writePeople(lang, person);
    await waitSaved(tab);
    await lock(tab);
    const locked = await everything(tab);
    expect([person.words, person.step, person.aunt, person.codeWord].filter((words) => locked.includes(words))).toEqual([]);

    await openWith(tab, person.words);
    await expectLanguage(lang, person.dir);
    await act(tab, 'bag');
    await atView(tab, 'bag');
    expect((await stepsShown()).filter((one) => one.startsWith('docs.'))).toHaveLength(taken);
    await backTo(tab, null);
    await expectPeople(lang, person);
    await expectSteps(lang, person);

    await tab.click('[data-exit]');
    await isOutside(tab);
    expect(await backAndForward(tab)).toEqual({ back: before, forward: weather });
  });

  it('opens another plan with other words: the same first screen with nothing in it, and the first one is as it was', async () => {
    const [first, second] = ['the heron stands by the mill', 'the lamp is on the stairs'];
    const firstScreen = (): Promise<string[]> => textsOf(tab, '[data-vault="open"] h1, [data-vault="open"] h2, [data-vault="open"] .cards [data-plan-do]');
    await toPlan(house, tab);
    await begin(tab, first);
    const ordinary = await firstScreen();
    expect(ordinary.length).toBeGreaterThan(5);
    await act(tab, 'steps');
    await toSection('now');
    await answer(tab, 'own-now', 'Ask Rose for the spare key');
    await act(tab, 'add-own');
    await waitFor(tab, '[data-step="own"]');
    await backTo(tab, 'steps');
    await backTo(tab, null);
    const written = await firstScreen();
    expect(written).not.toEqual(ordinary);

    const form = 'form:has([data-vault-do="begin-another"])';
    await press(tab, 'details:has(> details.inner) > summary');
    await press(tab, 'details.inner:has([data-vault-do="begin-another"]) > summary');
    await press(tab, `${form} input[value="own"]`);
    await waitFor(tab, `${form} input[value="own"]:checked`);
    await write(tab, `${form} [data-vault-new-words]`, second);
    await press(tab, '[data-vault-do="begin-another"]');
    await until('it is made', async () => (await textsOf(tab, `${form} [role="status"]`)).join() === wordsOf('en', 'plan', 'another.done'), slowMs);
    await lock(tab);

    await openWith(tab, second);
    expect(await firstScreen()).toEqual(ordinary);
    expect(await everything(tab)).not.toContain('Rose');
    await lock(tab);
    await openWith(tab, first);
    expect(await firstScreen()).toEqual(written);
    await act(tab, 'steps');
    await toSection('now');
    expect(await textsOf(tab, '[data-step] label')).toEqual(['Ask Rose for the spare key']);
  });
});
