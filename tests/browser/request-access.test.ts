import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { bringAxe, faultsOf } from '../helpers/axe.ts';
import { visitWithoutCopy } from '../helpers/outside.ts';
import { answerAll, everything, press, stepNow, toRequest } from '../helpers/request-form.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

/** What is too wide, too small, or could be learned by a browser or keyboard. Runs in the page. */
function looks(): string[] {
  const root = document.documentElement;
  const faults: string[] = [];
  if (root.scrollWidth > root.clientWidth) faults.push(`${root.scrollWidth} px wide on ${root.clientWidth}`);
  for (const one of document.querySelectorAll<HTMLElement>('.ask :is(button, input, select, textarea, summary)')) {
    if (!one.checkVisibility()) continue;
    const { width, height } = (one.closest('label') ?? one.closest('.box') ?? one).getBoundingClientRect();
    if (width < 44 || height < 44) faults.push(`${one.outerHTML.slice(0, 80)} is ${Math.round(width)}x${Math.round(height)}`);
    if (!one.matches('input:not([type="radio"], [type="checkbox"]), textarea, select')) continue;
    const wanted = { autocomplete: 'off', autocorrect: 'off', autocapitalize: 'off', translate: 'no' };
    for (const [name, value] of Object.entries(wanted)) if (one.getAttribute(name) !== value) faults.push(`${one.dataset['askField'] ?? ''} has ${name}="${one.getAttribute(name) ?? ''}"`);
    if (one.getAttribute('spellcheck') !== 'false') faults.push(`${one.dataset['askField'] ?? ''} is spell-checked`);
    if (one.hasAttribute('name')) faults.push(`${one.dataset['askField'] ?? ''} has a name`);
    if (!one.matches('select') && one.getAttribute('dir') !== 'auto') faults.push(`${one.dataset['askField'] ?? ''} has a fixed direction`);
  }
  return faults;
}

async function setTextSize(page: Page, percent: 100 | 200): Promise<void> {
  await page.evaluate((size) => {
    document.documentElement.dataset['size'] = size === 200 ? 'largest' : 'normal';
    document.documentElement.style.fontSize = size === 200 ? '34px' : '';
  }, percent);
}

describe.each([['en', 'light'], ['ur', 'dark'], ['pl', 'light']] as const)('every question in "%s", in the %s', (lang, colorScheme) => {
  it('keeps nobody out, fits a small screen with large words, and tells the browser nothing to remember', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url, colorScheme, viewport: { width: 320, height: 640 }, context: { serviceWorkers: 'block', reducedMotion: 'reduce' } });
    const { page } = visit;
    const wrong: string[] = [];
    const look = async (where: string): Promise<void> => {
      wrong.push(...(await faultsOf(page, where)), ...(await page.evaluate(looks)).map((fault) => `${where}: ${fault}`));
      await setTextSize(page, 200);
      wrong.push(...(await page.evaluate(looks)).map((fault) => `${where} at 200 %: ${fault}`));
      await setTextSize(page, 100);
    };
    await toRequest(page, lang);
    await bringAxe(page);
    await look('start');
    const met = await answerAll(page, everything, look);
    expect(met.length).toBeGreaterThan(30);
    await look('check');
    await press(page, 'paper');
    for (const summary of await page.locator('[data-ask-way] > summary').all()) await summary.click();
    await look('paper');
    await page.click('[data-ask-do="show"]');
    await look('shown large');
    expect(wrong).toEqual([]);
    await visit.close();
  });
});

describe('what is looked for', () => {
  it('would be found: a box that can be learned, a picture without words', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await toRequest(page, 'en');
    await bringAxe(page);
    await page.evaluate(() => document.querySelector('.ask')?.append(Object.assign(document.createElement('input'), { name: 'surname' }), document.createElement('img')));
    expect((await page.evaluate(looks)).join()).toContain('has a name');
    expect((await faultsOf(page, 'start')).join()).toContain('image-alt');
    await visit.close();
  });
});

describe('names and addresses of any shape', () => {
  it('fit a small screen and come out as they were typed: without a space, of fifty lines, only signs', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url, viewport: { width: 320, height: 640 } });
    const { page } = visit;
    const shapes = { yourName: 'W'.repeat(400), yourAddress: Array.from({ length: 50 }, (_, at) => `Line ${at}`).join('\n'), subjectName: '???!!! … ¿', subjectEarlier: '\u202eaddress\n\n  indented' };
    await toRequest(page, 'en');
    await answerAll(page, { for: 'me', ...shapes });
    const wide = (): Promise<string[]> => page.evaluate(looks);
    expect(await wide()).toEqual([]);
    await press(page, 'paper');
    for (const summary of await page.locator('[data-ask-way] > summary').all()) await summary.click();
    expect(await wide()).toEqual([]);
    const shown = await page.$$eval('[data-ask-document] .own[translate="no"]', (all) => all.map((one) => [...one.children].map((line) => line.textContent).join('\n')));
    for (const typed of Object.values(shapes)) expect(shown).toContain(typed.replace('\n\n', '\n \n'));
    await page.click('[data-ask-do="show"]');
    expect(await wide()).toEqual([]);
    await page.click('[data-ask-do="end-show"]');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h1');
    await visit.close();
  });
});

describe('a date that is in no calendar', () => {
  it('is told in a summary that takes the focus, beside the box, and keeps nobody out', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url, context: { serviceWorkers: 'block', reducedMotion: 'reduce' } });
    const { page } = visit;
    await toRequest(page, 'en');
    await bringAxe(page);
    await press(page, 'begin');
    while ((await stepNow(page)) !== 'your-born') await press(page, 'next');
    await page.fill('[data-ask-field="yourBorn-day"]', '31');
    await page.selectOption('[data-ask-field="yourBorn-month"]', '2');
    await page.fill('[data-ask-field="yourBorn-year"]', '1985');
    await page.click('[data-ask-do="next"]');
    await page.waitForSelector('[data-ask-faults]');
    expect(await stepNow(page)).toBe('your-born');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-ask-faults'))).toBe(true);
    expect(await page.innerText('[data-ask-faults]')).toContain('February 1985 has 28 days. You wrote day 31.');
    expect(await faultsOf(page, 'fault')).toEqual([]);
    await page.click('[data-ask-faults] a');
    const focused = await page.evaluate(() => {
      const box = document.activeElement;
      return { field: box?.getAttribute('data-ask-field'), invalid: box?.getAttribute('aria-invalid'), said: document.getElementById(box?.getAttribute('aria-describedby') ?? '')?.textContent };
    });
    expect(focused).toEqual({ field: 'yourBorn-day', invalid: 'true', said: 'February 1985 has 28 days. You wrote day 31.' });
    expect(page.url()).not.toContain('#');
    expect(await page.inputValue('[data-ask-field="yourBorn-day"]')).toBe('31');
    await press(page, 'unknown');
    expect(await stepNow(page)).toBe('your-address');
    await visit.close();
  });
});

describe('with the keyboard alone', () => {
  /** Tab until what is wanted has the focus. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  }

  it('the request can be answered, changed, and made into a paper', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await toRequest(page, 'en');
    await tabTo(page, '[data-ask-do="begin"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-ask-step="for"]');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h1');
    await tabTo(page, '[data-ask-field="for"] input');
    await page.keyboard.press('Space');
    await tabTo(page, '[data-ask-do="next"]');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-ask-field="yourName"]');
    await page.keyboard.type('Ewa Nowak');
    for (let step = await stepNow(page); step !== 'check'; step = await stepNow(page)) {
      await tabTo(page, '[data-ask-do="next"]');
      await page.keyboard.press('Enter');
      await page.waitForSelector(`[data-ask-step]:not([data-ask-step="${step}"])`);
    }
    await tabTo(page, '[data-ask-change="why"]');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-ask-field="why"]');
    await page.keyboard.type('He scares me');
    await tabTo(page, '[data-ask-do="next"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-ask-step="check"]');
    await tabTo(page, '[data-ask-do="paper"]');
    await page.keyboard.press('Enter');
    const paper = await page.innerText('[data-ask-document]');
    for (const words of ['Ewa Nowak', 'He scares me', 'For myself']) expect(paper).toContain(words);
    await tabTo(page, '[data-ask-way="print"] summary');
    await visit.close();
  });
});
