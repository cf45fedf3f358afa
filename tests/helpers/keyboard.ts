/** A person with a keyboard and nothing else, who must see at every moment where they are. */
import type { Page } from 'playwright-core';

/** What is wrong with where the focus is; '' is nothing. Runs in the page. */
function focusFault(): string {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || one === document.body) return 'the focus is nowhere';
  // On the way back a screen is where it was left, its heading perhaps above.
  if (one.matches('h1')) return '';
  const name = `${one.localName} "${(one.textContent.trim() || one.outerHTML).slice(0, 40)}"`;
  const seen = one.closest('.box') ?? one.closest('.pick') ?? one;
  const box = seen.getBoundingClientRect();
  // Nine places in it: what can be pressed shows all of them unless it is too high for that, a text that reading goes on at shows some.
  const places = [0.1, 0.5, 0.9].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [box.left + box.width * across, box.top + box.height * down] as const));
  const isSeenAt = ([x, y]: readonly [number, number]): boolean => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (seen.contains(there) || there.contains(seen));
  };
  const isText = one.tabIndex < 0;
  if (!(isText || box.height > window.innerHeight / 2 ? places.some(isSeenAt) : places.every(isSeenAt))) return `${name} has the focus and is out of sight`;
  if (isText) return '';
  const { outlineStyle, outlineWidth } = getComputedStyle(seen);
  return outlineStyle === 'none' || outlineWidth === '0px' ? `${name} has the focus and does not show it` : '';
}

export interface Keyboard {
  /** Presses it, waits for what is to be there by then, and looks where the focus is. */
  press(key: string, until?: string): Promise<void>;
  /** Goes on until this has the focus. */
  to(selector: string, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  type(words: string): Promise<void>;
  /** What has the focus. */
  at(selector: string): Promise<boolean>;
  /** All that was wrong on the way. */
  readonly faults: string[];
}

const mostStops = 90;

export function keyboardOn(page: Page): Keyboard {
  const faults: string[] = [];
  const at = (selector: string): Promise<boolean> => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  const look = async (after: string): Promise<void> => {
    // Once it is drawn: what a key does may move the focus a breath later.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const fault = await page.evaluate(focusFault);
    if (fault !== '') faults.push(`after ${after}: ${fault}`);
  };
  return {
    faults,
    at,
    async press(key, until) {
      const from = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 90));
      await page.keyboard.press(key);
      if (until !== undefined) await page.waitForSelector(until, { timeout: 60_000 });
      await look(`${key} on ${from}`);
    },
    async to(selector, key = 'Tab') {
      for (let stops = 0; stops < mostStops; stops += 1) {
        if (await at(selector)) return;
        await page.keyboard.press(key);
        await look(`${key} on the way to ${selector}`);
      }
      throw new Error(`the keyboard does not reach ${selector}`);
    },
    async type(words) {
      await page.keyboard.type(words);
      await look(`typing "${words}"`);
    },
  };
}
