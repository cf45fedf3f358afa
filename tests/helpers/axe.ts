/** Looks for what keeps people out of a page that is open, by the debugger, which the page's own policy does not bind. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

export async function bringAxe(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Runtime.evaluate', { expression: axe.source, allowUnsafeEvalBlockedByCSP: true });
  await devtools.detach();
}

export async function faultsOf(page: Page, where: string): Promise<string[]> {
  const { violations } = await page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return runner.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
  });
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${where}: ${id}: ${html.slice(0, 160)}`));
}
