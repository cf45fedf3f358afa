/** Every state of the inside of a plan: for screen readers, on the smallest screen, with words twice as large, in the system's own colours. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { bringAxe, faultsOf } from '../helpers/axe.ts';
import type { Visit, VisitOptions } from '../helpers/browser.ts';
import { visitWithoutCopy } from '../helpers/outside.ts';
import { walkInside, type Own } from '../helpers/plan-inside.ts';
import { facesOf, withoutPickers } from '../helpers/plan-looks.ts';
import { toPlan } from '../helpers/plan-screen.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

const english: Own = { lang: 'en', line: 'after the party', long: 'He shouted and took my phone, then stood in the door for an hour and would not let us go to school', name: 'Nan', noDay: '0031-04-01', noTime: null };
const urdu: Own = { lang: 'ur', line: 'دعوت کے بعد', long: 'اس نے چیخ کر میرا فون لے لیا، پھر ایک گھنٹے تک دروازے میں کھڑا رہا اور ہمیں سکول نہیں جانے دیا', name: 'نانی', noDay: 'پچھلی بہار', noTime: 'رات کو' };
const polish: Own = { lang: 'pl', line: 'po przyjęciu', long: 'Krzyczał i zabrał mi telefon, a potem przez godzinę stał w drzwiach i nie pozwalał nam iść do szkoły', name: 'Babcia', noDay: '0031-04-01', noTime: null };
const romanian: Own = { lang: 'ro', line: 'după petrecere', long: 'A țipat și mi-a luat telefonul, apoi a stat în ușă o oră și nu ne-a lăsat să mergem la școală', name: 'Bunica', noDay: '0031-04-01', noTime: null };

/** Nothing fades: a colour on its way to another is not the one people read. */
const still = (options: Partial<VisitOptions>): Promise<Visit> =>
  visitWithoutCopy(site.browser, { origin: site.server.url, context: { serviceWorkers: 'block', reducedMotion: 'reduce', acceptDownloads: true }, ...options });

/** The groups of a number in the order they are dialled, from the left. */
const dialsFromLeft = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector('[data-plan-paper]') ?? document, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const at = texts.currentNode.textContent?.indexOf('01634 000000') ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      const left = (from: number): number => {
        range.setStart(texts.currentNode, from);
        range.setEnd(texts.currentNode, from + 1);
        return range.getBoundingClientRect().left;
      };
      return left(at) < left(at + 6);
    }
    return false;
  });

/** From its top: what moves under the row of the way back and the lock can be moved out again. */
async function faultsFromTop(page: Page, state: string): Promise<string[]> {
  await page.evaluate(() => window.scrollTo(0, 0));
  return faultsOf(page, state);
}

describe.each([{ own: english, colorScheme: 'light' }, { own: urdu, colorScheme: 'dark' }, { own: polish, colorScheme: 'dark' }] as const)('the inside of a plan in "$own.lang", in the $colorScheme', ({ own, colorScheme }) => {
  it('keeps nobody out in any of its states, never needs scrolling sideways, is large enough to press, tells the browser nothing to remember, and leaves the way out on top', async () => {
    const visit = await still({ colorScheme });
    const { page } = visit;
    // Urdu as on an older phone, where days and times are typed.
    if (own === urdu) await visit.context.addInitScript(withoutPickers);
    const faces = await facesOf(page);
    const wrong: string[] = [];
    const states: string[] = [];
    await walkInside(page, own, async (state) => {
      if (states.push(state) === 1) await bringAxe(page);
      wrong.push(...(await faultsFromTop(page, state)), ...(await faces.faults(state)));
      if (state === 'a file from somebody') expect(await dialsFromLeft(page)).toBe(true);
    });
    expect(wrong).toEqual([]);
    expect(states).toHaveLength(22);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});

/** What the system's own colours leave of a screen: words and edges. Runs in the page. */
function edgeFaults(): string[] {
  return [...document.querySelectorAll('main :is(.button, .card-link, .box, .card, .fault, .warning), .button.lock, [data-exit]')].flatMap((one) => {
    if (!one.checkVisibility()) return [];
    const { borderInlineStartWidth, borderInlineStartColor, color, backgroundColor } = getComputedStyle(one);
    const name = `${one.className} "${one.textContent.trim().slice(0, 30)}"`;
    return [...(Number.parseFloat(borderInlineStartWidth) > 0 && borderInlineStartColor !== backgroundColor ? [] : [`${name} has no edge`]), ...(color === backgroundColor ? [`${name} cannot be read`] : [])];
  });
}

describe('the inside of a plan in Romanian, in the system’s own colours', () => {
  it('keeps nobody out, and buttons, boxes and what went wrong have edges', async () => {
    const visit = await still({ context: { serviceWorkers: 'block', reducedMotion: 'reduce', acceptDownloads: true, forcedColors: 'active' } });
    const { page } = visit;
    const wrong: string[] = [];
    const looked: string[] = [];
    await walkInside(page, romanian, async (state) => {
      if (!/^(first screen, filled|a section|an entry, all open|take, everything|card)/.test(state)) return;
      if (looked.push(state) === 1) await bringAxe(page);
      wrong.push(...(await faultsFromTop(page, state)), ...(await page.evaluate(edgeFaults)).map((fault) => `${state}: ${fault}`));
    });
    expect(wrong).toEqual([]);
    expect(looked).toHaveLength(5);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});

describe('what is looked for', () => {
  it('would be found: a row that is too wide or too narrow, a button that is too small, words over the way out, a box that can be learned, a picture without words', async () => {
    const visit = await still({});
    const { page } = visit;
    await toPlan(page);
    await bringAxe(page);
    const faces = await facesOf(page);
    expect(await faces.faults('as it is')).toEqual([]);
    await page.evaluate(() => {
      const add = (name: string, style: string, text = ''): void => {
        const one = Object.assign(document.createElement(name), { textContent: text });
        // By the object model, which the page's policy does not bind.
        one.style.cssText = style;
        document.querySelector('main')?.prepend(one);
      };
      add('p', 'inline-size: 400px', 'wide');
      add('button', 'font-size: 5px; padding: 0', 'x');
      add('p', 'position: fixed; z-index: 99; inset: auto 0 0; block-size: 90px', 'over');
      add('img', '');
      const box = Object.assign(document.createElement('input'), { name: 'surname' });
      box.dataset['askField'] = 'x';
      document.querySelector('main')?.append(box);
      const row = Object.assign(document.createElement('div'), { className: 'card-link' });
      row.append(Object.assign(document.createElement('span'), { className: 'words', textContent: 'narrow' }));
      row.style.inlineSize = '120px';
      document.querySelector('main')?.append(row);
    });
    const found = (await faces.faults('changed')).join('\n');
    for (const fault of ['320 px: 416 px wide on 320', 'p "wide" sticks out', 'button "x" is ', 'span "narrow" is squeezed to 8','the exit is covered by p "over"', 'has name="surname": it may be learned', 'has autocomplete="null"']) expect(found).toContain(fault);
    for (const face of ['320 px', 'largest by the settings', 'twice as large by the browser']) expect(found).toContain(`changed, ${face}`);
    expect((await faultsOf(page, 'changed')).join()).toContain('image-alt');
    await visit.close();
  });
});
