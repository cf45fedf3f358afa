/** What lies around a visit: the page it began from, and the page the exit leads to. Both are stand-ins. */
import type { BrowserContext, Page } from 'playwright-core';
import type { TestBrowser, Visit, VisitOptions } from './browser.ts';
import { defaultExit } from '../../src/content/exits.ts';

export const outside = defaultExit.url;
export const start = 'https://start.example/';

/** Origins a visit with these stand-ins asks for. */
const around = [outside, start];

const page = (title: string): string => `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>`;

/** Answers for the outside page and the page before ours; with 'never' the outside page does not answer. */
export async function layOutside(context: BrowserContext, answer: 'at once' | 'never' = 'at once'): Promise<void> {
  await context.route(`${new URL(outside).origin}/**`, async (route) => {
    if (answer === 'at once') await route.fulfill({ contentType: 'text/html', body: page('Weather') });
  });
  await context.route(`${start}**`, (route) => route.fulfill({ contentType: 'text/html', body: page('Start') }));
}

/** A visit without a copy for use offline: each page comes from the server, and nothing runs beside it. */
export async function visitWithoutCopy(browser: TestBrowser, options: VisitOptions, answer: 'at once' | 'never' = 'at once'): Promise<Visit> {
  const visit = await browser.newVisit({ mayAsk: around, context: { serviceWorkers: 'block' }, ...options });
  visit.expectProblem(/Service Worker registration blocked by Playwright/);
  await layOutside(visit.context, answer);
  return visit;
}

/** Everything Back and Forward can reach. */
export async function historyOf(visited: Page): Promise<string[]> {
  const devtools = await visited.context().newCDPSession(visited);
  const { entries } = await devtools.send('Page.getNavigationHistory');
  await devtools.detach();
  return entries.map(({ url }) => url);
}
