/** A visit to the page of media, and what must be true of each at its end. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { launchBrowser, type TestBrowser, type Visit } from './browser.ts';
import type { Measured, Told } from './media-page/entry.ts';
import { serveVaultPage } from './vault-page.ts';

export interface MediaVisit {
  visit(): Visit;
  /** Puts a file into the page's file input. */
  choose(bytes: Uint8Array, mimeType?: string): Promise<void>;
  /** Makes it small; stopped after so many milliseconds. */
  shrink(kind: 'picture' | 'sound', stopAfterMs?: number): Promise<Told>;
  /** The smoothest of three times, all printed: a page that is held up by us is held up each time, one on a busy machine now and then. */
  measure(kind: 'picture' | 'sound'): Promise<Measured>;
}

/**
 * A fresh visit for each test of the file. Each must have asked for nothing but
 * the page's own files, blocked and printed nothing, and left no worker behind.
 */
export function visitMedia(): MediaVisit {
  let server: StaticServer;
  let browser: TestBrowser;
  let visit: Visit;
  beforeAll(async () => {
    server = await serveVaultPage(fileURLToPath(new URL('./media-page', import.meta.url)));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    visit = await browser.newVisit({ origin: server.url });
    await visit.page.goto('/');
    await visit.page.waitForFunction('window.mediaPage');
  });
  afterEach(async () => {
    // The browser's word of its end comes a little later than the end.
    await expect.poll(() => visit.page.workers().length, { timeout: 10_000 }).toBe(0);
    expect(visit.problems()).toEqual([]);
    const own = /^http:\/\/localhost:\d+\/(?:|favicon\.ico|assets\/(?:index|media-worker)-[\w-]+\.js)$/;
    expect(visit.requests.filter((address) => !own.test(address))).toEqual([]);
    await visit.close();
  });
  return {
    visit: () => visit,
    choose: (bytes, mimeType = 'image/jpeg') => visit.page.setInputFiles('#file', { name: 'chosen', mimeType, buffer: Buffer.from(bytes) }),
    shrink: (kind, ms) => visit.page.evaluate(([what, stopAfterMs]) => window.mediaPage.shrink(what, stopAfterMs), [kind, ms] as const),
    async measure(kind) {
      const times: Measured[] = [];
      for (let time = 0; time < 3; time += 1) times.push(await visit.page.evaluate((what) => window.mediaPage.measure(what), kind));
      for (const { told, jobMs, longestGapMs, frames } of times) {
        console.info(`${kind}: ${Math.round(jobMs)} ms to ${bytesOf(told).length} bytes, ${frames} frames, longest gap ${Math.round(longestGapMs)} ms`);
      }
      return times.reduce((best, one) => (one.longestGapMs / one.jobMs < best.longestGapMs / best.jobMs ? one : best));
    },
  };
}

export const bytesOf = (told: Told): Buffer => Buffer.from(told.value?.bytes ?? '', 'base64');

/** Red and green over blue and yellow, with as much noise; encoded by the browser itself. */
export async function drawn(page: Page, width: number, height: number, noise: number, type: string): Promise<Buffer> {
  const text = await page.evaluate(async ([wide, high, most, kind]) => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: wide, height: high });
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    const image = pen.createImageData(wide, high);
    const pixels = new Uint32Array(image.data.buffer);
    let chance = 1;
    for (let at = 0; at < pixels.length; at += 1) {
      chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0;
      const [dim, bright] = [40 + (((chance >>> 8) & 255) * most) / 255, 215 - ((chance >>> 16 & 255) * most) / 255];
      const [isRight, isLow] = [at % wide >= wide / 2, at >= pixels.length / 2];
      const [red, green, blue] = [isRight === isLow ? bright : dim, isRight ? bright : dim, isLow && !isRight ? bright : dim];
      pixels[at] = (255 << 24) | (blue << 16) | (green << 8) | red;
    }
    pen.putImageData(image, 0, 0);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, kind, 0.95));
    const reader = new FileReader();
    await new Promise((done) => {
      reader.onload = done;
      reader.readAsDataURL(blob as Blob);
    });
    return (reader.result as string).split(',')[1] ?? '';
  }, [width, height, noise, type] as const);
  return Buffer.from(text, 'base64');
}
