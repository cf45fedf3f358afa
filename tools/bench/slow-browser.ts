/** A real Chromium with real files that can be slowed and let go again, so that the same page is measured at every speed in turns. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { quietFlags } from '../../tests/helpers/browser.ts';
import { findMortal } from '../../tests/helpers/mortal-browser.ts';
import { findPackedBrowser } from '../../tests/helpers/packed-chromium.ts';
import { makeSlowGroup } from './slowing.ts';

/** `page`: the page's own thread, by CDP; workers are not reached. `whole`: every process of the browser, by the kernel. */
export const speeds = ['full', 'page', 'whole'] as const;
export type Speed = (typeof speeds)[number];

export const slowerBy = 6;

export interface SlowBrowser {
  readonly version: string;
  /** Without `whole` where this machine does not let us. */
  readonly speeds: readonly Speed[];
  readonly folder: string;
  newPage(initScripts: readonly string[]): Promise<Page>;
  at(speed: Speed): Promise<void>;
  close(): Promise<void>;
}

export async function openSlowBrowser(): Promise<SlowBrowser> {
  const executable = findMortal('packed-chromium');
  if (!executable) throw new Error('There is no Chromium on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const group = makeSlowGroup();
  const start = join(folder, 'start');
  writeFileSync(start, `#!/bin/sh\n${group?.enter ?? ''}\nexec '${executable}' "$@"\n`);
  chmodSync(start, 0o755);
  const env = { ...process.env, ...findPackedBrowser()?.env } as Record<string, string>;
  const context: BrowserContext = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: start, env, args: quietFlags, viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'en-GB', timezoneId: 'Europe/London',
  });
  context.setDefaultTimeout(60_000);
  const sessions: CDPSession[] = [];
  return {
    version: context.browser()?.version() ?? '',
    speeds: speeds.filter((speed) => speed !== 'whole' || group !== null),
    folder,
    async newPage(initScripts) {
      const page = await context.newPage();
      for (const content of initScripts) await page.addInitScript({ content });
      sessions.push(await context.newCDPSession(page));
      return page;
    },
    async at(speed) {
      group?.slow(speed === 'whole' ? slowerBy : 1);
      for (const session of sessions) await session.send('Emulation.setCPUThrottlingRate', { rate: speed === 'page' ? slowerBy : 1 });
    },
    async close() {
      group?.slow(1);
      await context.close();
      await group?.remove();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
