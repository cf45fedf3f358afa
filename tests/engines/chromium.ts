import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { findPackedBrowser } from '../helpers/packed-chromium.ts';
import { familyOf, ofKind, strikeAll } from '../helpers/processes.ts';
import { findProgram, openDisplay } from './display.ts';
import { pause, until, type Engine, type EngineOptions, type Key, type Plain, type Tab } from './engine.ts';

const names: Record<Key, string> = { Shift: 'ShiftLeft', ShiftLeft: 'ShiftLeft', ShiftRight: 'ShiftRight', Tab: 'Tab', Enter: 'Enter', Escape: 'Escape', a: 'a' };

export function chromiumFlags(proxyPort: number): string[] {
  return [
    `--proxy-server=127.0.0.1:${proxyPort}`,
    '--ignore-certificate-errors',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-gpu',
    '--no-first-run',
    '--no-pings',
    '--no-sandbox',
  ];
}

async function steps(devtools: CDPSession, by: -1 | 1): Promise<void> {
  // Between two pages there is for a moment none to ask.
  await until('the history can be read', async () => {
    const { currentIndex, entries } = await devtools.send('Page.getNavigationHistory');
    const entry = entries[currentIndex + by];
    // The session outlives the page it leads to, but not always the answer.
    if (entry) void devtools.send('Page.navigateToHistoryEntry', { entryId: entry.id }).catch(() => undefined);
    return true;
  });
}

/** As the browser itself knows them. */
async function processesOf(browser: Browser): Promise<readonly { readonly id: number; readonly type: string }[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo;
}

/** The processes with pages in them, of all visits to this browser. */
async function pagesOf(browser: Browser): Promise<number[]> {
  const root = (await processesOf(browser)).find(({ type }) => type === 'browser');
  if (!root) throw new Error('Chromium does not tell its own process');
  return ofKind(familyOf(root.id), /--type=renderer/);
}

async function openVisit(browser: Browser, script: boolean): Promise<Tab> {
  const context = await browser.newContext({ javaScriptEnabled: script, ignoreHTTPSErrors: true, locale: 'en-GB', viewport: { width: 900, height: 700 } });
  context.setDefaultTimeout(10_000);
  return openTab(browser, context);
}

async function openTab(browser: Browser, context: BrowserContext): Promise<Tab> {
  const page: Page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  let other: Page | null = null;
  let killed: readonly number[] = [];
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    url: () => Promise.resolve(page.url()),
    run: <T, A extends readonly Plain[]>(act: (...args: A) => T, ...args: A) =>
      page.evaluate(`(${String(act)})(...${JSON.stringify(args)})`) as Promise<T>,
    click: (selector) => page.click(selector, { noWaitAfter: true }),
    keys: async (...presses) => {
      for (const press of presses) {
        await page.keyboard.press(typeof press === 'string' ? names[press] : press.map((key) => names[key]).join('+'));
      }
    },
    typeText: (text) => page.keyboard.type(text),
    setFile: (selector, path) => page.setInputFiles(selector, path),
    download: async (act) => {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), act()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    killPages: async () => {
      killed = await pagesOf(browser);
      await strikeAll(killed);
      return killed.length;
    },
    newTab: async () => {
      // Until it has noticed, a new tab may be given a process that is dead.
      await until('Chromium has noticed that its pages are gone', async () => (await processesOf(browser)).every(({ id }) => !killed.includes(id)));
      return openTab(browser, context);
    },
    goBack: () => steps(devtools, -1),
    goForward: () => steps(devtools, 1),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    // Only without a window: plan-paper.test.ts and paper.test.ts.
    pdf: () => Promise.resolve(null),
    setOffline: async (offline) => {
      await context.setOffline(offline);
      return true;
    },
    hide: async () => {
      // The driver makes every tab believe it is in front.
      await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
      other = await context.newPage();
      await other.bringToFront();
      await pause(300);
      return page.evaluate('document.visibilityState === "hidden"') as Promise<boolean>;
    },
    show: async () => {
      await other?.close();
      await page.bringToFront();
    },
    close: () => context.close(),
  };
}

/** Debian's Chromium with a window under Xvfb where both are there, otherwise the packed one without. */
export async function launchChromium({ proxyPort, script }: EngineOptions): Promise<Engine> {
  const installed = findProgram('chromium');
  const display = installed ? await openDisplay() : null;
  const packed = display ? null : findPackedBrowser();
  const browser = await chromium.launch({
    headless: !display,
    executablePath: (display ? installed : packed?.executablePath) ?? '',
    // Playwright turns the page cache off; people have it.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: chromiumFlags(proxyPort),
    env: { ...process.env, ...(packed?.env ?? {}), ...(display ? { DISPLAY: display.name } : {}) } as Record<string, string>,
  });
  return {
    name: 'chromium',
    version: `Chromium ${browser.version()}${display ? ', Debian, with a window under Xvfb' : ', packed, without a window'}`,
    newVisit: () => openVisit(browser, script),
    close: async () => {
      await browser.close();
      await display?.close();
    },
  };
}
