import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/hosting/server.ts';
import { answerAll, everything, press, toRequest, type Told } from '../helpers/request-form.ts';
import { serveBuild } from '../helpers/server.ts';
import { bare } from './bare.ts';
import { findProgram } from './display.ts';

/** A name in each script, words of nobody. */
const scripts: Readonly<Record<string, string>> = {
  Latin: 'Łukasz Żółć',
  Cyrillic: 'Оксана Шевченко',
  Arabic: 'فاطمہ خان مرحومہ',
  Bengali: 'রহিমা বেগম কুষ্টিয়া',
  Gurmukhi: 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
  Tamil: 'தமிழ்செல்வி கோபால்',
  Chinese: '王小明 他打我',
};

// With the browser's lines at the edges on, which only this one's driver can have.
describe.runIf(process.env['ENGINE'] === 'chromium')('the paper, saved as a PDF by an installed Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  let server: StaticServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await serveBuild();
    const executablePath = findProgram('chromium', 'chromium-browser', 'google-chrome');
    if (!executablePath) throw new Error('no Chromium is installed: tools/engines.sh');
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function paperOf(lang: string, told: Told): Promise<Page> {
    const page = await browser.newPage({ baseURL: server.url, serviceWorkers: 'block' });
    await toRequest(page, lang);
    await answerAll(page, told);
    await press(page, 'paper');
    return page;
  }

  async function textOf(page: Page, size: Readonly<Record<string, string>>): Promise<string> {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, await page.pdf({ tagged: true, outline: true, displayHeaderFooter: true, ...size }));
    return execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
  }

  const told: Told = { ...everything, happened: Object.values(scripts).join('\n'), subjectName: scripts['Bengali'] ?? '', yourName: scripts['Arabic'] ?? '' };

  it.each([['on A4', { format: 'A4' }], ['on a sheet as wide as a phone', { width: '360px', height: '740px' }]])('holds every answer as text that can be selected, in seven scripts, %s', async (_, size) => {
    const page = await paperOf('ur', told);
    const text = bare(await textOf(page, size));
    expect(Object.entries(scripts).filter(([, words]) => !text.includes(bare(words))).map(([script]) => script)).toEqual([]);
    const typed = await page.$$eval('[data-ask-document] :is(dt, bdi)', (all) => all.map((one) => one.textContent));
    expect(typed.length).toBeGreaterThan(80);
    expect(typed.filter((words) => !text.includes(bare(words)))).toEqual([]);
    expect(text).not.toContain(bare('What it leaves behind'));
    // The browser's own lines at the edges, which people have on.
    expect(text).not.toMatch(/oast|localhost/i);
    await page.close();
  });

  it('holds the paper in the reader’s own language too', async () => {
    const page = await paperOf('pl', told);
    await page.check('[data-ask-which] input[value="own"]');
    const text = bare(await textOf(page, { format: 'A4' }));
    const typed = await page.$$eval('[data-ask-document] :is(h3, dt, bdi)', (all) => all.map((one) => one.textContent));
    expect(typed.filter((words) => !text.includes(bare(words)))).toEqual([]);
    await page.close();
  });
});
