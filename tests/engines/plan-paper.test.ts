import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { begin, toPlan, waitSaved, writeNote } from '../helpers/plan-screen.ts';
import { serveBuild } from '../helpers/server.ts';
import { bare } from './bare.ts';
import { findProgram } from './display.ts';
import { wordsOf } from './plan.ts';

const step = 'بلی کو نانی کے گھر چھوڑ آنا';
const thing = 'Ghiozdanul fetiței și jucăria ei';
const aunt = 'Aunt Rose at the bakery';
const number = '01632 960 001';
const codeWord = 'plăcintă cu brânză';
const happened = ['اس نے دروازہ توڑ دیا اور میرا فون لے لیا', 'A zis că îmi ia copiii dacă țip', 'Rose saw it from the stairs'] as const;
const stays = 'the box is under the floor';

// With the browser's lines at the edges on. Firefox, which lets its driver have none: plan-print.test.ts. WebKit's driver writes no PDF.
describe.runIf(process.env['ENGINE'] === 'chromium')('the plan, saved as a PDF by an installed Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-paper-'));
  const file = join(folder, 'plan.pdf');
  let server: StaticServer;
  let browser: Browser;
  let page: Page;

  const plan = (what: string): Promise<void> => page.click(`[data-plan-do="${what}"]`);
  const answer = (mark: string, text: string): Promise<void> => page.fill(`[data-ask-field="${mark}"]`, text);
  const backTo = async (view: string | null): Promise<void> => {
    await page.click('[data-back]');
    await page.waitForSelector(view === null ? '[data-plan-do="steps"]' : `[data-plan-view="${view}"]`);
  };

  /** Four by three, so that what is on the sheet can be told from anything else. */
  async function attachPicture(): Promise<void> {
    const address = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: 400, height: 300 });
      const pen = canvas.getContext('2d');
      for (let at = 0; pen && at < 40; at += 1) {
        pen.fillStyle = `rgb(${at * 6}, ${255 - at * 6}, ${(at * 50) % 255})`;
        pen.fillRect(at * 10, 0, 10, 300);
      }
      return canvas.toDataURL('image/jpeg');
    });
    await page.setInputFiles('[data-plan-file="picture"]', { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(address.split(',')[1] ?? '', 'base64') });
    await page.waitForSelector('[data-plan-files="1"]');
  }

  /** A plan in three languages at once, as it may grow in a house where they are spoken. */
  async function makePlan(): Promise<void> {
    await toPlan(page, 'ur');
    await begin(page, 'the heron stands by the mill');
    await plan('steps');
    await page.click('[data-plan-section="now"] button');
    await page.click('[data-idea="now.phone"] [data-plan-do="take-idea"]');
    await answer('own-now', step);
    await plan('add-own');
    await backTo('steps');
    await backTo(null);
    await plan('bag');
    await page.click('[data-idea="docs.passport"] [data-plan-do="take-idea"]');
    await answer('own-bag', thing);
    await page.click('[data-plan-list="bag"] [data-plan-do="add-own"]');
    await backTo(null);
    await plan('people');
    await plan('add-person');
    await answer('person-name', aunt);
    await answer('person-number', number);
    await backTo('people');
    await plan('code');
    await answer('code-word', codeWord);
    await backTo('people');
    await backTo(null);
    await plan('log');
    await plan('add-entry');
    await answer('log-text', happened.join('\n'));
    await attachPicture();
    await backTo('log');
    await backTo(null);
    await writeNote(page, '', stays);
    await waitSaved(page);
  }

  /** Picks these parts and no others, wherever in the plan somebody is. */
  async function takeOut(...parts: readonly string[]): Promise<void> {
    if (await page.isVisible('[data-plan-view]')) await backTo(null);
    await plan('take');
    for (const part of parts) await page.check(`[data-ask-field="take-parts"] input[value="${part}"]`);
    if (parts.includes('files')) await page.waitForSelector('[data-plan-picture="shown"]');
  }

  async function printed(): Promise<string> {
    writeFileSync(file, await page.pdf({ tagged: true, outline: true, format: 'A4', displayHeaderFooter: true }));
    return bare(execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }));
  }

  /** Width and height of every picture in the file. */
  const picturesPrinted = (): string[] =>
    execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).split('\n').slice(2).filter((row) => row.trim() !== '').map((row) => row.trim().split(/\s+/).slice(3, 5).join('x'));

  /** The paper stands in the language of the page; the plan stays open when that is changed. */
  async function turnTo(lang: string): Promise<void> {
    if ((await page.getAttribute('html', 'lang')) === lang) return;
    await page.click('.languages summary');
    await page.click(`.languages a[hreflang="${lang}"]`);
    await page.waitForSelector(`html[lang="${lang}"] [data-vault="open"]`);
  }

  const wordsOn = (selector: string): Promise<string[]> =>
    page.$$eval(selector, (all) => all.filter((one) => (one as HTMLElement).checkVisibility()).map((one) => one.textContent ?? '').filter((words) => words.trim() !== ''));

  beforeAll(async () => {
    server = await serveBuild();
    const executablePath = findProgram('chromium', 'chromium-browser', 'google-chrome');
    if (!executablePath) throw new Error('no Chromium is installed: tools/engines.sh');
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage({ baseURL: server.url, serviceWorkers: 'block' });
    await makePlan();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([['Urdu', 'ur'], ['Romanian', 'ro'], ['English', 'en']])('holds steps, bag, people and what happened as text on a paper in %s, with the picture, and nothing of the screen around it', async (_, lang) => {
    await turnTo(lang);
    await takeOut('steps', 'bag', 'people', 'log', 'files');
    const text = await printed();
    const own = [step, thing, aunt, number, codeWord, ...happened, wordsOf(lang, 'steps', 'idea.now.phone'), wordsOf(lang, 'steps', 'idea.docs.passport')];
    expect(own.filter((words) => !text.includes(bare(words)))).toEqual([]);
    const onPaper = await wordsOn('[data-plan-paper] :is(h2, h3, h4, dt, bdi)');
    expect(onPaper.length).toBeGreaterThan(15);
    expect(onPaper.filter((words) => !text.includes(bare(words)))).toEqual([]);
    expect(picturesPrinted()).toContain('400x300');

    expect(text).not.toContain(bare(stays));
    const around = await wordsOn(':is(.off-paper, .top, .foot, .lock-row) :is(h1, h2, h3, p, legend, label, summary, a, button)');
    const paper = bare((await wordsOn('[data-plan-paper]')).join(''));
    const only = around.filter((words) => !paper.includes(bare(words)));
    expect(only.length).toBeGreaterThan(15);
    expect(only.filter((words) => text.includes(bare(words)))).toEqual([]);
    // The browser's own lines at the edges, which people have on: the name of the site and its address.
    expect(text).not.toMatch(/oast|localhost/i);
  });

  it('holds the picked part alone: of steps no word of what happened, and no picture', async () => {
    await turnTo('en');
    await takeOut('steps');
    const text = await printed();
    expect(text).toContain(bare(step));
    expect([thing, aunt, number, codeWord, ...happened, stays].filter((words) => text.includes(bare(words)))).toEqual([]);
    expect(picturesPrinted()).toEqual([]);
  });
});
