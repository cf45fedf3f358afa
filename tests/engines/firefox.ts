import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type BrowserContext, type ElementHandle, type KeyInput, type Page } from 'puppeteer-core';
import { familyOf, ofKind, strikeAll } from '../helpers/processes.ts';
import { findProgram } from './display.ts';
import { nextDownload } from './downloads.ts';
import { pause, type Engine, type EngineOptions, type Key, type Plain, type Tab } from './engine.ts';

const names: Record<Key, KeyInput> = { Shift: 'ShiftLeft', ShiftLeft: 'ShiftLeft', ShiftRight: 'ShiftRight', Tab: 'Tab', Enter: 'Enter', Escape: 'Escape', a: 'a' };

function prefs({ proxyPort, script, keepPages }: EngineOptions, downloads: string): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
    'javascript.enabled': script,
    'fission.bfcacheInParent': keepPages,
    'browser.sessionhistory.max_total_viewers': keepPages ? -1 : 0,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'http://127.0.0.1:9/',
    // None waits beside: it would be killed with the others and then be given to the next tab.
    'dom.ipc.processPrelaunch.enabled': false,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.helperApps.neverAsk.saveToDisk': 'application/octet-stream',
  };
}

/** The processes with pages in them, of all visits to this browser. */
function pagesOf(browser: Browser): number[] {
  const root = browser.process()?.pid;
  if (root === undefined) throw new Error('Firefox has no process');
  return ofKind(familyOf(root), /-isForBrowser/);
}

async function openTab(browser: Browser, context: BrowserContext, downloads: string): Promise<Tab> {
  const page: Page = await context.newPage();
  await page.setViewport({ width: 900, height: 700 });
  let other: Page | null = null;
  // The driver's own Back waits for a load that a page from the cache never tells of.
  const step = async (by: -1 | 1): Promise<void> => void (await page.evaluate(`history.go(${by})`));
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 15_000 })),
    url: () => Promise.resolve(page.url()),
    run: <T, A extends readonly Plain[]>(act: (...args: A) => T, ...args: A) =>
      page.evaluate(`(${String(act)})(...${JSON.stringify(args)})`) as Promise<T>,
    click: (selector) => page.click(selector),
    keys: async (...presses) => {
      for (const press of presses) {
        const [first, second] = typeof press === 'string' ? [press, null] : press;
        await page.keyboard.down(names[first]);
        if (second) await page.keyboard.press(names[second]);
        await page.keyboard.up(names[first]);
      }
    },
    typeText: (text) => page.keyboard.type(text),
    setFile: async (selector, path) => {
      const box = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null;
      if (!box) throw new Error(`No file box: ${selector}`);
      await box.uploadFile(path);
    },
    download: (act) => nextDownload(downloads, act),
    killPages: async () => {
      const pages = pagesOf(browser);
      await strikeAll(pages);
      return pages.length;
    },
    newTab: () =>
      // One that is begun while the browser still notices the end of another is refused.
      openTab(browser, context, downloads).catch(async () => {
        await pause(1_000);
        return openTab(browser, context, downloads);
      }),
    goBack: () => step(-1),
    goForward: () => step(1),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot()),
    pdf: async () => Buffer.from(await page.pdf({ format: 'A4', preferCSSPageSize: true })),
    setOffline: async (offline) => {
      try {
        await page.setOfflineMode(offline);
        return true;
      } catch {
        return false;
      }
    },
    hide: async () => {
      other = await context.newPage();
      await other.bringToFront();
      return page.evaluate('document.visibilityState === "hidden"') as Promise<boolean>;
    },
    show: async () => {
      await other?.close();
      await page.bringToFront();
    },
    close: () => context.close(),
  };
}

export async function launchFirefox(options: EngineOptions): Promise<Engine> {
  const executablePath = findProgram('firefox-esr', 'firefox');
  if (!executablePath) throw new Error('firefox-esr is not installed');
  const downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // What is asked of a tab in the moment it goes is now and then never answered.
    protocolTimeout: 30_000,
    acceptInsecureCerts: true,
    extraPrefsFirefox: prefs(options, downloads),
  });
  return {
    name: 'firefox',
    version: `${await browser.version()}, over WebDriver BiDi`,
    newVisit: async () => openTab(browser, await browser.createBrowserContext(), downloads),
    close: async () => {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
