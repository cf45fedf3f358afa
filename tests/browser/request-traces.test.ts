import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { waitReady } from '../helpers/browser.ts';
import { findPackedBrowser } from '../helpers/packed-chromium.ts';
import { answerAll, press, type Told } from '../helpers/request-form.ts';
import { serveBuild } from '../helpers/server.ts';

let server: StaticServer;

beforeAll(async () => {
  server = await serveBuild();
});

afterAll(() => server?.close());

const packed = findPackedBrowser();

async function openProfile(folder: string): Promise<BrowserContext> {
  const env = { ...process.env, ...packed?.env } as Record<string, string>;
  return chromium.launchPersistentContext(folder, { ...(packed ? { executablePath: packed.executablePath, env } : { channel: 'chrome' }), args: ['--disable-gpu', '--disable-background-networking'], baseURL: server.url });
}

/** Files of a profile in which any of the words stand, in the two ways a browser writes text. */
function filesWith(folder: string, words: readonly string[]): string[] {
  const sought = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return sought.some((one) => bytes.includes(one));
    });
}

describe('answers that are not kept', () => {
  it('are in no file of the browser, after a whole request and a paper', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-'));
    const context = await openProfile(folder);
    const page = await context.newPage();
    await page.goto('/en/ask/request/');
    await waitReady(page);
    await page.waitForSelector('html[data-room="ready"]', { state: 'attached' });
    const canary = (at: number): string => `kestrel${at}quartz`;
    const told: Told = { for: 'me', yourName: canary(1), yourAddress: canary(2), subjectName: canary(3), subjectEarlier: canary(4), why: canary(5), happened: canary(6), ways: ['call', 'email'], phone: canary(7), email: canary(8), codeWord: canary(9), helpMore: canary(10) };
    await answerAll(page, told);
    await press(page, 'paper');
    expect(await page.innerText('[data-ask-document]')).toContain(canary(9));
    await context.close();
    const words = Array.from({ length: 10 }, (_, at) => canary(at + 1));
    expect(filesWith(folder, words)).toEqual([]);
    // The search itself finds what is there: the address of the visit.
    expect(filesWith(folder, ['/en/ask/request/']).length).toBeGreaterThan(0);
    rmSync(folder, { recursive: true, force: true });
  });
});
