/**
 * A first visit on a poor connection and a slow phone, beside the same page
 * with JavaScript off: what the scripts cost a reader. Connection: 400 ms
 * there and back, 400 kbit/s, processor six times slower (the slow-3G profile
 * of Lighthouse). Times are of this machine: read the ratios.
 */
import type { Page } from 'playwright-core';
import type { StaticServer } from '../../src/hosting/server.ts';
import { launchBrowser, waitReady, type TestBrowser } from '../../tests/helpers/browser.ts';
import { serveBuild } from '../../tests/helpers/server.ts';
import { median } from './median.ts';

const runs = 5;
const paths = ['/en/', '/en/now/', '/ur/now/', '/en/find/'];
const slowPhone = { latencyMs: 400, bytesPerSecond: 400_000 / 8, slowerBy: 6 };

export type LoadRow = {
  readonly page: string;
  /** First text on the screen. */
  readonly textMs: number;
  readonly textWithoutScriptMs: number;
  readonly textRatio: number;
  /** The app has hydrated. */
  readonly appMs: number;
  readonly layoutShift: number;
  readonly firstResponseKb: number;
  readonly untilAppKb: number;
};

type Load = { textMs: number; appMs: number; layoutShift: number; firstResponseKb: number; untilAppKb: number };

async function throttle(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowPhone.latencyMs,
    downloadThroughput: slowPhone.bytesPerSecond,
    uploadThroughput: slowPhone.bytesPerSecond,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.slowerBy });
}

async function firstTextMs(page: Page): Promise<number> {
  const read = () =>
    page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null);
  for (;;) {
    const paint = await read();
    if (paint !== null) return paint;
    await page.waitForTimeout(50);
  }
}

function watchLayoutShift(): void {
  const watched = window as unknown as { layoutShift: number };
  watched.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      watched.layoutShift += (entry as PerformanceEntry & { value: number }).value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function load(browser: TestBrowser, server: StaticServer, path: string, hasScript: boolean): Promise<Load> {
  const visit = await browser.newVisit({ origin: server.url, javaScriptEnabled: hasScript });
  const { page } = visit;
  page.setDefaultTimeout(60_000);
  await page.addInitScript(watchLayoutShift);
  await throttle(page);
  const start = server.requests.length;
  await page.goto(path);
  const textMs = await firstTextMs(page);
  let appMs = 0;
  let layoutShift = 0;
  if (hasScript) {
    await waitReady(page);
    [appMs, layoutShift] = await page.evaluate(() => [
      performance.now(),
      (window as unknown as { layoutShift: number }).layoutShift,
    ] as const);
  }
  const all = server.requests.slice(start);
  await visit.close();
  // What follows the worker is the copy for later, not the page.
  const worker = all.findIndex(({ path: asked }) => asked === '/sw.js');
  const seen = worker === -1 ? all : all.slice(0, worker);
  return {
    textMs,
    appMs,
    layoutShift,
    firstResponseKb: (seen[0]?.bytes ?? 0) / 1_000,
    untilAppKb: seen.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000,
  };
}

function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}

export async function benchLoad(): Promise<readonly LoadRow[]> {
  const server = await serveBuild();
  const browser = await launchBrowser();
  const rows: LoadRow[] = [];
  try {
    for (const path of paths) {
      const full: Load[] = [];
      const plain: Load[] = [];
      // Turn about, so that a busy moment of the machine falls on both.
      for (let run = 0; run < runs; run += 1) {
        full.push(await load(browser, server, path, true));
        plain.push(await load(browser, server, path, false));
      }
      const of = (loads: readonly Load[], key: keyof Load) => median(loads.map((one) => one[key]));
      rows.push({
        page: path,
        textMs: round(of(full, 'textMs')),
        textWithoutScriptMs: round(of(plain, 'textMs')),
        textRatio: round(of(full, 'textMs') / of(plain, 'textMs'), 2),
        appMs: round(of(full, 'appMs')),
        layoutShift: Math.max(...full.map((one) => one.layoutShift)),
        firstResponseKb: round(of(full, 'firstResponseKb'), 1),
        untilAppKb: round(of(full, 'untilAppKb'), 1),
      });
    }
    console.table(rows);
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}
