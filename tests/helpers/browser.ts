/**
 * One browser for a test file, and visits in it: each a fresh person on a phone
 * with a recorder for everything that must not happen.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findPackedBrowser } from './packed-chromium.ts';

const phone = { width: 360, height: 740 };

/** A browser that speaks to nobody unless a page asks it to. */
export const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-sync',
  '--disable-webgl',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  // Nothing a test does leaves this machine, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

export type VisitOptions = {
  /** Address of the server under test. Anything else asked for is a problem. */
  readonly origin: string;
  readonly lang?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScriptEnabled?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly offline?: boolean;
  /** Other origins this visit may ask for, such as where the exit leads. */
  readonly mayAsk?: readonly string[];
  readonly context?: BrowserContextOptions;
};

export type Visit = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Every address pages and their worker asked for, in order. */
  readonly requests: string[];
  /** What went wrong so far: other origins, blocked by policy, console errors and warnings, crashes. */
  problems(): string[];
  /** Says that a problem is expected; what matches is left out. */
  expectProblem(pattern: RegExp): void;
  close(): Promise<void>;
};

export type TestBrowser = {
  readonly version: string;
  newVisit(options: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
};

function installedBrowsers(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter((path) => existsSync(path));
}

async function openBrowser(): Promise<Browser> {
  const options = { headless: true, args: quietFlags };
  const reasons: string[] = [];
  const attempt = async (name: string, open: () => Promise<Browser>) => {
    try {
      return await open();
    } catch (error) {
      reasons.push(`${name}: ${String(error).split('\n', 1)[0]}`);
      return null;
    }
  };
  const packed = await attempt('npm', async () => {
    const found = findPackedBrowser();
    if (!found) throw new Error('not made for this machine');
    const env = { ...process.env, ...found.env } as Record<string, string>;
    return chromium.launch({ ...options, executablePath: found.executablePath, env });
  });
  if (packed) return packed;
  for (const channel of ['chrome', 'chromium', 'msedge']) {
    const browser = await attempt(channel, () => chromium.launch({ ...options, channel }));
    if (browser) return browser;
  }
  for (const executablePath of installedBrowsers()) {
    const browser = await attempt(executablePath, () => chromium.launch({ ...options, executablePath }));
    if (browser) return browser;
  }
  throw new Error(
    `Browser tests need Chrome, Edge or Chromium: install one from https://www.google.com/chrome/ and run again. (${reasons.join('; ')})`,
  );
}

/** Tells of blocked resources from inside the page, because the console does not name them all. */
function tellOfViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const tell = (window as unknown as { reportBlocked?: (line: string) => void }).reportBlocked;
    tell?.(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
}

async function openVisit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: options.origin,
    locale: options.lang ?? 'en-GB',
    timezoneId: 'Europe/London',
    viewport: options.viewport ?? phone,
    hasTouch: true,
    colorScheme: options.colorScheme ?? 'light',
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    offline: options.offline ?? false,
    ...options.context,
  });
  context.setDefaultTimeout(10_000);
  const requests: string[] = [];
  const found: string[] = [];
  const expected: RegExp[] = [];
  const allowed = [options.origin, ...(options.mayAsk ?? [])].map((address) => new URL(address).origin);

  context.on('request', (request) => {
    const url = request.url();
    requests.push(url);
    const isInside = /^(data|blob|about):/.test(url);
    if (!isInside && !allowed.includes(new URL(url).origin)) found.push(`asked another origin: ${url}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      found.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (error) => found.push(`uncaught: ${String(error.error())}`));
  context.on('page', (page) => page.on('crash', () => found.push(`crashed: ${page.url()}`)));
  await context.exposeFunction('reportBlocked', (line: string) => {
    found.push(`blocked by policy: ${line}`);
  });
  await context.addInitScript(tellOfViolations);

  return {
    context,
    page: await context.newPage(),
    requests,
    problems: () => found.filter((line) => !expected.some((pattern) => pattern.test(line))),
    expectProblem: (pattern) => void expected.push(pattern),
    close: () => context.close(),
  };
}

export async function launchBrowser(): Promise<TestBrowser> {
  const browser = await openBrowser();
  return {
    version: browser.version(),
    newVisit: (options) => openVisit(browser, options),
    close: () => browser.close(),
  };
}

/** Until the app has hydrated. */
export async function waitReady(page: Page): Promise<void> {
  await page.waitForSelector('html[data-app="ready"]', { state: 'attached' });
}

/** Until the copy for use offline is complete. */
export async function waitOffline(page: Page): Promise<void> {
  await page.waitForSelector('html[data-offline="ready"]', { state: 'attached', timeout: 30_000 });
}

/** Opens the first page in each of these languages, until the copy has what somebody needs who reads in it. */
export async function keepLanguages(page: Page, langs: readonly string[]): Promise<void> {
  for (const lang of langs) {
    await page.goto(`/${lang}/`);
    await waitOffline(page);
  }
}
