/** How the inside of a plan lies on the screen: what is too wide, too narrow to be read, too small to hit, or lies over the way out. */
import type { Page } from 'playwright-core';

/** Everything wrong with how the page lies now, in words. Runs in the page. */
function layoutFaults(): string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  const shown = (one: Element): boolean => one.checkVisibility() && !one.matches('.visually-hidden, .visually-hidden *');
  const nameOf = (one: Element): string => `${one.localName} "${(one.textContent.trim() || one.outerHTML).slice(0, 40)}"`;
  const widest = Math.max(root.scrollWidth, document.body.scrollWidth);
  if (widest > root.clientWidth) faults.push(`${widest} px wide on ${root.clientWidth}`);
  for (const one of document.querySelectorAll('main *')) {
    const { left, right } = one.getBoundingClientRect();
    if (shown(one) && (right > root.clientWidth + 1 || left < -1)) faults.push(`${nameOf(one)} sticks out`);
  }
  for (const one of document.querySelectorAll('main :is(a, button, input, textarea, select, summary), .button.lock')) {
    if (!shown(one)) continue;
    const { width, height } = (one.closest('label') ?? one.closest('.box') ?? one).getBoundingClientRect();
    const least = one.matches('a, .as-link') ? 24 : 44;
    if (width < least || height < least) faults.push(`${nameOf(one)} is ${Math.round(width)}x${Math.round(height)}`);
  }
  for (const one of document.querySelectorAll('main [data-ask-field]:is(input, textarea)')) {
    const wanted = { autocomplete: 'off', autocorrect: 'off', autocapitalize: 'off', spellcheck: 'false', translate: 'no', dir: 'auto', name: null };
    for (const [name, value] of Object.entries(wanted)) if (one.getAttribute(name) !== value) faults.push(`${nameOf(one)} has ${name}="${one.getAttribute(name)}": it may be learned`);
  }
  for (const one of document.querySelectorAll('.step label > span, .card-link .words')) {
    const { width } = one.getBoundingClientRect();
    if (shown(one) && width < root.clientWidth / 3) faults.push(`${nameOf(one)} is squeezed to ${Math.round(width)} px: its words break`);
  }
  const exit = document.querySelector('[data-exit]');
  for (const share of [0, 0.5, 1]) {
    window.scrollTo(0, share * root.scrollHeight);
    const box = exit?.getBoundingClientRect() ?? new DOMRect();
    for (const across of [0.25, 0.5, 0.75]) {
      const there = document.elementFromPoint(box.left + box.width * across, box.top + box.height / 2);
      if (!there || !exit?.contains(there)) faults.push(`the exit is covered by ${there ? nameOf(there) : 'nothing'}`);
    }
  }
  window.scrollTo(0, 0);
  return faults;
}

/** The smallest screen, which is also what is left of 1280 px at 400 %; words twice as large by the settings of these pages, and by those of the browser. */
export async function facesOf(page: Page): Promise<{ faults(where: string): Promise<string[]> }> {
  const devtools = await page.context().newCDPSession(page);
  const settings = (size: 'largest' | 'normal'): Promise<void> => page.evaluate((name) => {
    document.documentElement.dataset['size'] = name;
    document.documentElement.style.fontSize = name === 'largest' ? '34px' : '';
  }, size);
  const browser = (standard: 16 | 32): Promise<unknown> => devtools.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
  return {
    async faults(where) {
      const before = page.viewportSize() ?? { width: 360, height: 740 };
      const found: string[] = [];
      const look = async (how: string): Promise<void> => {
        found.push(...(await page.evaluate(layoutFaults)).map((fault) => `${where}, ${how}: ${fault}`));
      };
      await page.setViewportSize({ width: 320, height: 640 });
      await look('320 px');
      await page.setViewportSize({ width: 360, height: 740 });
      await settings('largest');
      await look('largest by the settings');
      await settings('normal');
      await browser(32);
      await look('twice as large by the browser');
      await browser(16);
      await page.setViewportSize(before);
      return found;
    },
  };
}

/** A browser that has no way of its own to pick a day or a time, as older ones have none: its boxes take any words. */
export function withoutPickers(): void {
  const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'type');
  Object.defineProperty(HTMLInputElement.prototype, 'type', {
    ...own,
    set(this: HTMLInputElement, type: string) {
      own?.set?.call(this, type === 'date' || type === 'time' ? 'text' : type);
    },
  });
}
