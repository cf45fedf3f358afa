/**
 * How long a page takes to be ready, from the network and from the copy on the
 * device, with the worker started from nothing; and what a first copy and an
 * update cost. Times are of this machine: read the ratios.
 */
import type { Page } from 'playwright-core';
import type { ServerMode, StaticServer } from '../../src/hosting/server.ts';
import { launchBrowser, waitOffline, waitReady, type TestBrowser, type Visit } from '../../tests/helpers/browser.ts';
import { changeFile, copyBuild, serveBuild } from '../../tests/helpers/server.ts';
import { median } from './median.ts';

const runs = 7;
const path = '/en/now/';

export type OfflineRow = { readonly what: string; readonly value: number; readonly unit: string; readonly note: string };

async function stopWorkers(visit: Visit): Promise<void> {
  const page = await visit.context.newPage();
  const devtools = await visit.context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await page.close();
}

async function timeToReady(page: Page): Promise<number> {
  const start = performance.now();
  await page.goto(path, { waitUntil: 'commit' });
  await waitReady(page);
  return performance.now() - start;
}

async function openFirstTime(browser: TestBrowser, server: StaticServer): Promise<number> {
  const visit = await browser.newVisit({ origin: server.url });
  const taken = await timeToReady(visit.page);
  await visit.close();
  return taken;
}

async function openFromCopy(visit: Visit, isCold: boolean): Promise<number> {
  if (isCold) await stopWorkers(visit);
  const page = await visit.context.newPage();
  const taken = await timeToReady(page);
  await page.close();
  return taken;
}

async function repeat(measure: () => Promise<number>): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) taken.push(await measure());
  return median(taken);
}

function kilobytes(server: StaticServer, from: number): { kB: number; requests: number } {
  const seen = server.requests.slice(from);
  return { kB: seen.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000, requests: seen.length };
}

async function measureUpdate(server: StaticServer, visit: Visit): Promise<{ kB: number; requests: number }> {
  const next = copyBuild();
  try {
    changeFile(next.dist, 'en/now/index.html', (html) => html.replace('</body>', '<!-- next --></body>'));
    server.swap(next.dist);
    const page = await visit.context.newPage();
    const start = server.requests.length;
    await page.goto('/en/');
    await page.waitForSelector('[data-update="use"]', { timeout: 20_000 });
    return kilobytes(server, start);
  } finally {
    next.remove();
  }
}

export async function benchOffline(): Promise<readonly OfflineRow[]> {
  const server = await serveBuild();
  const browser = await launchBrowser();
  const row = (what: string, value: number, unit: string, note = ''): OfflineRow => ({
    what, value: Math.round(value * 100) / 100, unit, note,
  });
  try {
    const network = await repeat(() => openFirstTime(browser, server));

    const visit = await browser.newVisit({ origin: server.url });
    const start = server.requests.length;
    const began = performance.now();
    await visit.page.goto(path);
    await waitOffline(visit.page);
    const installMs = performance.now() - began;
    const install = kilobytes(server, start);
    await visit.page.close();

    const inMode = async (mode: ServerMode, isCold: boolean) => {
      server.setMode(mode);
      return repeat(() => openFromCopy(visit, isCold));
    };
    const warm = await inMode('ok', false);
    const cold = await inMode('ok', true);
    const down = await inMode('down', true);
    const hang = await inMode('hang', true);
    server.setMode('ok');
    const update = await measureUpdate(server, visit);
    await visit.close();

    const rows = [
      row('first visit until the copy is whole', installMs, 'ms', 'waits for the app to run first'),
      row('first visit and its copy, sent', install.kB, 'kB', `${install.requests} requests, brotli`),
      row('update of one page, sent', update.kB, 'kB', `${update.requests} requests`),
      row('open from the network, no throttling', network, 'ms', `median of ${runs}`),
      row('open from the copy, worker running', warm, 'ms', `median of ${runs}`),
      row('open from the copy, worker started', cold, 'ms', `median of ${runs}`),
      row('the same with the network gone', down, 'ms', `median of ${runs}`),
      row('the same with a server that never answers', hang, 'ms', `median of ${runs}`),
      row('network gone / online, both cold', down / cold, '×', 'goal 1.2'),
      row('never answers / online, both cold', hang / cold, '×', 'goal 1.2'),
    ];
    console.table(rows);
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}
