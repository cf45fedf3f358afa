/**
 * A browser on a profile folder that can be killed like a power cut kills it:
 * every process of it at once, at any moment. Chromium and Firefox by one driver.
 */
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findProgram } from '../engines/display.ts';
import { findPackedBrowser } from './packed-chromium.ts';
import { familyOf, isRunning, strike } from './processes.ts';

export type MortalName = 'chromium' | 'packed-chromium' | 'firefox';

export interface Mortal {
  readonly version: string;
  readonly page: Page;
  newPage(): Promise<Page>;
  /** Closes it as a person does, so that it writes down what it keeps. */
  close(): Promise<void>;
  /** SIGKILL to every process of it, and waits until they are gone. */
  kill(): Promise<void>;
}

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu', '--no-first-run', '--no-pings', '--no-sandbox', '--disable-breakpad',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'];

const firefoxPrefs = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
};

/** Null: not on this machine. */
export function findMortal(name: MortalName): string | null {
  if (name === 'packed-chromium') return findPackedBrowser()?.executablePath ?? findProgram('chromium', 'google-chrome');
  return name === 'firefox' ? findProgram('firefox-esr', 'firefox') : findProgram('chromium');
}

/** With `display`, the browser has a window there, as a person has one. */
export async function openMortal(name: MortalName, profile: string, display?: string): Promise<Mortal> {
  const executablePath = findMortal(name);
  if (!executablePath) throw new Error(`${name} is not installed`);
  const env = name === 'packed-chromium' ? findPackedBrowser()?.env : undefined;
  const browser: Browser = await launch({
    executablePath, headless: display === undefined, userDataDir: profile, env: { ...process.env, ...env, ...(display !== undefined && { DISPLAY: display }) },
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
    ...(name === 'firefox' ? { browser: 'firefox', extraPrefsFirefox: firefoxPrefs } : { args: quiet }),
  });
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error('the browser has no process');
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  // Known beforehand, so that nothing stands between the moment and the blow.
  let family = familyOf(pid);
  return {
    version: await browser.version(),
    page,
    newPage: () => browser.newPage(),
    close: () => browser.close(),
    async kill() {
      strike(-pid);
      for (const member of family) strike(member);
      // What was born since.
      family = [...family, ...familyOf(pid)];
      for (const member of family) strike(member);
      while (family.some(isRunning)) await new Promise((done) => setTimeout(done, 5));
      await browser.disconnect().catch(() => undefined);
    },
  };
}
