import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { waitReady } from '../helpers/browser.ts';
import { visitWithoutCopy } from '../helpers/outside.ts';
import { isOneOfAKind, listPages } from '../helpers/server.ts';
import { openSite } from '../helpers/site.ts';

const pages = listPages();

const site = openSite();

/** Twice the size the pages are drawn in, as a person may set it. */
async function setTextSize(page: Page, percent: 100 | 200): Promise<void> {
  // As the settings page does it.
  await page.evaluate((size) => {
    const root = document.documentElement;
    root.dataset['size'] = size === 200 ? 'largest' : 'normal';
    root.style.fontSize = size === 200 ? '34px' : '';
  }, percent);
}

/** Everything wrong with how a page lies on the screen, in words. Runs in the page. */
function layoutFaults(isPhone: boolean): string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  const widest = Math.max(root.scrollWidth, document.body.scrollWidth);
  if (widest > root.clientWidth) {
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && (one.getBoundingClientRect().right > root.clientWidth + 1 || one.getBoundingClientRect().left < -1)).at(-1);
    faults.push(`${widest} px wide on ${root.clientWidth} (${wide?.localName ?? ''} "${wide?.textContent.slice(0, 30) ?? ''}")`);
  }
  if ('appRecovered' in root.dataset) faults.push('was drawn a second time: the served page and the app differ');
  const exit = document.querySelector<HTMLElement>('[data-exit]');
  const onTop = (element: Element, what: string): void => {
    const box = element.getBoundingClientRect();
    const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!there || !element.contains(there)) faults.push(`${what} is covered by ${there?.outerHTML.slice(0, 40) ?? 'nothing'}`);
  };
  if (!exit) return faults;
  window.scrollTo(0, 0);
  onTop(exit, 'at the top, the exit');
  for (const one of document.querySelectorAll('.top a, .top summary')) if (one.checkVisibility()) onTop(one, one.className || one.localName);
  const height = exit.getBoundingClientRect().height;
  if (height < (isPhone ? 48 : 44)) faults.push(`the exit is ${height} px high`);
  window.scrollTo(0, root.scrollHeight);
  onTop(exit, 'at the end, the exit');
  const last = document.querySelector('.foot > :last-child')?.getBoundingClientRect();
  const box = exit.getBoundingClientRect();
  if (last && last.bottom > box.top && last.top < box.bottom && last.right > box.left && last.left < box.right) faults.push('the last words lie behind the exit');
  if (last && last.bottom > window.innerHeight) faults.push('the last words cannot be scrolled to');
  return faults;
}

/** The sum of what moved by itself since the page began to load. Runs in the page. */
function shifts(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 150);
  });
}

describe.each([320, 360, 1280])('on a screen %i px wide', (width) => {
  it('every kind of page fits, at twice the text size too, and the exit is always on top', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url, viewport: { width, height: width < 900 ? 740 : 900 } });
    const { page } = visit;
    const wrong: string[] = [];
    // The narrowest is the hardest: all of them there. Wider, one language from each side.
    for (const { path, route } of width === 320 ? pages : pages.filter((one) => isOneOfAKind(one) && ['en', 'ur'].includes(one.lang))) {
      const arrive = async (): Promise<number> => {
        await page.goto(path);
        if (route !== 'clock') await waitReady(page);
        return page.evaluate(shifts);
      };
      // A busy machine may draw a page whose end has not been read yet, once in some hundred. What is ours moves again.
      const moved = (await arrive()) && (await arrive());
      if (moved > 0) wrong.push(`${path}: moved by ${moved}`);
      for (const percent of [100, 200] as const) {
        await setTextSize(page, percent);
        wrong.push(...(await page.evaluate(layoutFaults, width < 900)).map((fault) => `${path} at ${percent} %: ${fault}`));
      }
    }
    expect(wrong).toEqual([]);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});

describe('what a thumb must hit', () => {
  it('is large enough on every kind of page', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    const small: string[] = [];
    for (const { path } of pages.filter((one) => one.lang !== 'pl' && isOneOfAKind(one))) {
      await page.goto(path);
      const found = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('a[href^="tel:"], a[href^="sms:"], button, summary, input, a[data-back], .card-link, .button')]
          .filter((one) => one.checkVisibility())
          .map((one) => ({ words: one.textContent.trim().slice(0, 30) || one.outerHTML.slice(0, 60), box: (one.closest('label') ?? one).getBoundingClientRect() }))
          .filter(({ box }) => box.height < 44 || box.width < 44)
          .map(({ words, box }) => `${words} ${Math.round(box.width)}x${Math.round(box.height)}`));
      small.push(...found.map((what) => `${path}: ${what}`));
    }
    expect(small).toEqual([]);
    await visit.close();
  });
});

describe('in a right-to-left language', () => {
  it('the page runs from the right and numbers from the left', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await page.goto('/ur/now/');
    await waitReady(page);
    const seen = await page.evaluate(() => {
      const back = document.querySelector('[data-back]')?.getBoundingClientRect();
      const menu = document.querySelector('.languages')?.getBoundingClientRect();
      return { dir: getComputedStyle(document.body).direction, backFromRight: back ? innerWidth - back.right : -1, backLeft: back?.left ?? 0, menuLeft: menu?.left ?? 999 };
    });
    expect(seen.dir).toBe('rtl');
    expect(seen.backFromRight).toBeLessThan(40);
    expect(seen.menuLeft).toBeLessThan(40);
    const digits = await page.evaluate(() => {
      const link = [...document.querySelectorAll('a[href^="tel:+44"]')].find((one) => /\d{4} \d/.test(one.textContent));
      const text = document.createTreeWalker(link ?? document, NodeFilter.SHOW_TEXT);
      while (text.nextNode()) {
        const value = text.currentNode.textContent ?? '';
        const at = value.search(/\d{4}/);
        if (at < 0) continue;
        const range = document.createRange();
        const left = (from: number): number => {
          range.setStart(text.currentNode, from);
          range.setEnd(text.currentNode, from + 1);
          return range.getBoundingClientRect().left;
        };
        return { first: left(at), later: left(at + 6) };
      }
      return null;
    });
    expect(digits).not.toBeNull();
    expect(digits?.first).toBeLessThan(digits?.later ?? 0);
    await visit.close();
  });
});
