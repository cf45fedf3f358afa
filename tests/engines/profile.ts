/** A real Chromium with a window and a profile on the disk, as a person has one; the driver only watches. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumFlags } from './chromium.ts';
import { findProgram, openDisplay } from './display.ts';

export interface Profile {
  readonly folder: string;
  readonly page: Page;
  /** Closes the browser as a person does, so that it writes down what it keeps; the folder stays. */
  closeBrowser(): Promise<void>;
  remove(): Promise<void>;
}

/** Null: what a window needs is not installed. */
export async function openProfile(proxyPort: number, flags: readonly string[] = []): Promise<Profile | null> {
  const executablePath = findProgram('chromium');
  const display = executablePath ? await openDisplay() : null;
  if (!executablePath || !display) return null;
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  const context = await chromium.launchPersistentContext(folder, {
    headless: false,
    executablePath,
    viewport: null,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [...chromiumFlags(proxyPort), ...flags],
    env: { ...process.env, DISPLAY: display.name } as Record<string, string>,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const closeBrowser = (): Promise<void> => context.close();
  return {
    folder,
    page,
    closeBrowser,
    async remove() {
      await closeBrowser().catch(() => undefined);
      await display.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface HistoryRow {
  readonly url: string;
  readonly title: string;
  /** 1: the browser's history page lists it. A page that sent the visit on is in the file and not in the list. */
  readonly listed: 0 | 1;
}

/** The bit of a visit's transition by which Chromium marks the end of a chain: only such visits are listed. */
const listedVisits = 'select url from visits where transition & 0x20000000';

/** The browser's own history list, read from its file. */
export function historyRows(folder: string): HistoryRow[] {
  const rows = execFileSync('sqlite3', ['-json', join(folder, 'Default/History'), `select url, title, id in (${listedVisits}) as listed from urls order by id`], { encoding: 'utf8' });
  return rows.trim() === '' ? [] : (JSON.parse(rows) as HistoryRow[]);
}

/** Which files of the profile hold a text, in either of the two ways a browser writes text down. */
export function filesWith(folder: string, texts: readonly string[]): Map<string, string[]> {
  const needles = texts.map((text) => ({ text, forms: [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')] }));
  const found = new Map<string, string[]>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const held = needles.filter(({ forms }) => forms.some((form) => bytes.includes(form))).map(({ text }) => text);
    if (held.length > 0) found.set(relative(folder, path), held);
  }
  return found;
}
