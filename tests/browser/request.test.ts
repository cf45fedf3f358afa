import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { brand } from '../../src/content/brand.ts';
import { waitOffline, waitReady } from '../helpers/browser.ts';
import { historyOf, visitWithoutCopy } from '../helpers/outside.ts';
import { answerAll, everything, fillStep, press, stepNow, toRequest, type Told } from '../helpers/request-form.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

const paperText = (page: Page): Promise<string> => page.innerText('[data-ask-document]');

/** Every word a person typed, as the paper must hold it. */
function wordsIn(told: Told): string[] {
  const choices = new Set(['me', 'other', 'with', 'yes', 'no', 'family', 'man', 'ended', 'sometimes', 'pl', 'bn', 'ur', 'now', 'woman']);
  const typed = Object.values(told).flatMap((value) => (typeof value === 'string' ? [value] : Array.isArray(value) ? [] : Object.entries(value).filter(([part]) => part === 'about').map(([, words]) => words as string)));
  return typed.filter((words) => !choices.has(words)).flatMap((words) => words.split('\n'));
}

describe('the request for oneself, in English', () => {
  it('comes to a paper with every answer in it, and sends, stores and shows nothing of it elsewhere', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await toRequest(page, 'en');
    await page.waitForSelector('html[data-room="ready"]', { state: 'attached' });
    const before = { address: page.url(), asked: visit.requests.length, history: await historyOf(page) };
    const told: Told = { for: 'me', yourName: 'Ewa Nowak', subjectName: 'Jan Example', sure: 'yes', why: 'He scares me', happened: 'He broke the door\n\nand laughed', ways: ['call'], phone: 'my work phone', voicemail: 'no', codeWord: 'bluebell', spoken: 'en' };
    await answerAll(page, told);
    await press(page, 'paper');
    const text = await paperText(page);
    for (const words of wordsIn(told).filter((line) => line !== '' && line !== 'en')) expect(text).toContain(words);
    expect(text).toContain('Not an official form.');
    expect(text).not.toContain('interpreter');
    expect(await page.title()).toBe(brand.name);
    expect([page.url(), await historyOf(page)]).toEqual([before.address, before.history]);
    expect(visit.requests.slice(before.asked)).toEqual([]);
    const kept = await page.evaluate(async () => ({ local: localStorage.length, session: sessionStorage.length, cookies: document.cookie, state: history.state as unknown, databases: (await indexedDB.databases()).map(({ name }) => name) }));
    expect(kept).toEqual({ local: 0, session: 0, cookies: '', state: null, databases: [] });
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });

  it('prints the paper and nothing else', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url, colorScheme: 'dark' });
    const { page } = visit;
    await toRequest(page, 'en');
    await press(page, 'begin');
    await fillStep(page, { for: 'me' });
    await press(page, 'next');
    await fillStep(page, { yourName: 'Ewa Nowak' });
    await answerAll(page, {});
    await press(page, 'paper');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const seen = await page.evaluate(() => {
      const paper = document.querySelector('[data-ask-document]');
      const visible = [...document.querySelectorAll<HTMLElement>('a, button, input, summary, h1, p, li, dt, dd')].filter((one) => one.checkVisibility());
      const style = getComputedStyle(paper ?? document.body);
      return { outside: visible.filter((one) => !paper?.contains(one)).map((one) => one.textContent).filter((words) => words !== ''), inside: visible.length, ink: style.color };
    });
    expect(seen.outside).toEqual([]);
    expect(seen.inside).toBeGreaterThan(5);
    // Dark words, whatever the screen's own scheme is: paper is white.
    expect(seen.ink).toBe('rgb(29, 43, 48)');
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    await visit.close();
  });
});

describe('the request for a sister, in Polish', () => {
  it('goes from the first question to the paper with no internet', async () => {
    const visit = await site.browser.newVisit({ origin: site.server.url });
    const { page } = visit;
    await page.goto('/pl/');
    await waitReady(page);
    await waitOffline(page);
    await visit.context.setOffline(true);
    await toRequest(page, 'pl');
    const met = await answerAll(page, everything);
    expect(met).toContain('their-name');
    await press(page, 'paper');
    const english = await paperText(page);
    for (const words of wordsIn(everything).filter((line) => line !== 'Worker at the market')) expect(english).toContain(words);
    for (const words of ['Please arrange an interpreter: Polish.', 'For someone I worry about', '3 May 1985', 'October 2026', 'A couple before, not now']) expect(english).toContain(words);
    expect(await page.getAttribute('[data-ask-document]', 'lang')).toBe('en');
    await page.check('[data-ask-which] input[value="own"]');
    const polish = await paperText(page);
    for (const words of ['Proszę zapewnić tłumacza: Polski.', 'Dla kogoś, o kogo się martwię', '3 maja 1985', 'Ewa Nowak']) expect(polish).toContain(words);
    await page.click('[data-ask-way="call"] summary');
    const script = await page.innerText('[data-ask-way="call"]');
    expect(script).toContain('I need an interpreter. My language is Polish.');
    expect(script).toContain('Potrzebuję tłumacza.');
    expect(await page.getAttribute('[data-ask-way="call"] a[href^="tel:"]', 'href')).toBe('tel:101');
    await visit.close();
  });
});

describe('the request in Urdu', () => {
  it('runs from the right, and keeps a Bengali name and a turned-over line in their own directions', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await toRequest(page, 'ur');
    await answerAll(page, { for: 'me', yourName: 'فاطمہ', subjectName: 'রহিমা বেগম\n\u202eJan Example', spoken: 'bn' });
    await press(page, 'paper');
    const seen = await page.evaluate(() => {
      const paper = document.querySelector<HTMLElement>('[data-ask-document]');
      const own = [...(paper?.querySelectorAll<HTMLElement>('bdi') ?? [])];
      const of = (words: string): string => own.filter((one) => one.textContent.includes(words)).map((one) => getComputedStyle(one).direction).join();
      return { page: getComputedStyle(document.body).direction, paper: paper ? getComputedStyle(paper).direction : '', bengali: of('রহিমা'), urdu: of('فاطمہ'), turned: own.find((one) => one.textContent.includes('Jan'))?.textContent, isolated: own.every((one) => getComputedStyle(one).unicodeBidi === 'isolate') };
    });
    expect(seen).toEqual({ page: 'rtl', paper: 'ltr', bengali: 'ltr', urdu: 'rtl', turned: '\u202eJan Example', isolated: true });
    expect(await paperText(page)).toContain('Please arrange an interpreter: Bengali.');
    await page.check('[data-ask-which] input[value="own"]');
    expect(await page.getAttribute('[data-ask-document]', 'dir')).toBe('rtl');
    expect(await paperText(page)).toContain('রহিমা বেগম');
    await visit.close();
  });
});

describe('danger', () => {
  it('comes first once it is said, and the answers stay while the page for it is read', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await toRequest(page, 'en');
    await press(page, 'begin');
    while ((await stepNow(page)) !== 'danger') await press(page, 'next');
    expect(await page.locator('[data-ask-danger]').count()).toBe(0);
    await page.check('[data-ask-field="danger"] input[value="yes"]');
    expect(await page.getAttribute('[data-ask-danger] .call', 'href')).toBe('tel:999');
    await page.click('[data-ask-danger] a[href="/en/now/"]');
    await page.waitForSelector('#silent');
    await page.click('[data-back]');
    expect(await stepNow(page)).toBe('danger');
    expect(await page.isChecked('[data-ask-field="danger"] input[value="yes"]')).toBe(true);
    await visit.close();
  });
});
