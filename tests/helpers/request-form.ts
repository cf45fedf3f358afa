/** What a person does in the request: answers, goes on, and comes to the list of answers. */
import type { Page } from 'playwright-core';
import { fieldOf, type FieldId } from '../../src/features/clares-law/form/model/fields.ts';
import type { TypedDate } from '../../src/features/clares-law/form/model/part-date.ts';
import { fieldsOf } from '../../src/features/clares-law/form/model/steps.ts';
import { isStepId } from '../../src/features/clares-law/form/model/step-list.ts';
import { waitReady } from './browser.ts';

export type Told = Readonly<Partial<Record<FieldId, string | readonly string[] | Partial<TypedDate>>>>;

export async function toRequest(page: Page, lang: string): Promise<void> {
  await page.goto(`/${lang}/ask/request/`);
  await waitReady(page);
}

export async function stepNow(page: Page): Promise<string> {
  return (await page.getAttribute('[data-ask-step]', 'data-ask-step')) ?? '';
}

/** Presses, and waits until another question is there. */
export async function press(page: Page, what: string): Promise<void> {
  const before = await stepNow(page);
  await page.click(`[data-ask-do="${what}"]`);
  await page.waitForSelector(`[data-ask-step]:not([data-ask-step="${before}"])`);
}

async function fillField(page: Page, id: FieldId, value: Told[FieldId]): Promise<void> {
  const box = `[data-ask-field="${id}"]`;
  const { kind } = fieldOf(id);
  if (kind === 'date' && typeof value === 'object' && !Array.isArray(value)) {
    for (const [part, typed] of Object.entries(value)) {
      const one = `[data-ask-field="${id}-${part}"]`;
      if (part === 'month') await page.selectOption(one, typed);
      else await page.fill(one, typed);
    }
  } else if (kind === 'one' || kind === 'many') {
    for (const option of [value].flat()) await page.check(`${box} input[value="${String(option)}"]`);
  } else if (kind === 'spoken') {
    await page.selectOption(box, String(value));
  } else {
    await page.fill(box, String(value));
  }
}

export async function fillStep(page: Page, told: Told): Promise<void> {
  const step = await stepNow(page);
  if (!isStepId(step)) return;
  for (const id of fieldsOf(step)) if (told[id] !== undefined) await fillField(page, id, told[id]);
}

/** From where the person is to the list of answers. `look` sees each question once it is filled. Answers the questions met. */
export async function answerAll(page: Page, told: Told, look: (step: string) => Promise<void> = () => Promise.resolve()): Promise<string[]> {
  const met: string[] = [];
  for (let step = await stepNow(page); step !== 'check'; step = await stepNow(page)) {
    if (step === 'start') {
      await press(page, 'begin');
      continue;
    }
    met.push(step);
    await fillStep(page, told);
    await look(step);
    await press(page, 'next');
  }
  return met;
}

/** Answers to everything that can be asked, so that every question is met when it is for someone else. Words of nobody. */
export const everything: Told = {
  for: 'other', helper: 'Worker at the market', yourName: 'Ewa Nowak', yourFormer: 'Ewa Zielińska', yourBorn: { day: '3', month: '5', year: '1985' }, yourAddress: 'Flat 2\nOld Mill\nHarbour Row',
  link: 'family', linkMore: 'She is my sister', theirName: 'Anna Nowak', theirBorn: { year: '1990' }, theirAddress: 'Green Lane', theyKnow: 'no',
  subjectName: 'Jan Example', sure: 'no', subjectFormer: 'Jan Sample', nicknames: 'Johnny', subjectBorn: { about: 'about 41' }, subjectAddress: 'Green Lane, upstairs', subjectEarlier: 'Bridge Street\nMarket Square', looks: 'Tall, grey coat',
  gender: 'man', birthplace: 'By the sea', work: 'Drives a van', relation: 'ended', relationMore: 'On and off', since: 'Two winters', live: 'sometimes', children: 'yes', childrenWho: 'Ola, seven', childrenHome: 'With my sister',
  why: 'She goes quiet', happened: 'He took her keys', lastTime: { month: '10', year: '2026' }, otherTimes: 'In summer too', danger: 'yes', dangerWho: 'My sister, at night',
  ways: ['call', 'text', 'email', 'letter', 'visit', 'through'], phone: 'my work phone', voicemail: 'no', phoneOthers: 'Nobody', email: 'ewa at post', emailOthers: 'Nobody else', letter: 'To the library', letterOthers: 'My aunt', place: 'At the library', through: 'My aunt Maria',
  times: 'Monday mornings', notTimes: 'Never at night', codeWord: 'bluebell', never: 'Do not come to the door', spoken: 'pl', spokenOther: 'Silesian', interpreter: 'yes', interpreterWish: 'A woman', help: ['hear', 'company'], helpMore: 'A quiet room',
};
