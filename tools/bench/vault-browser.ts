/** The same in a real Chromium with its real files: opening beside its derivation, saving one note beside a database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openMortal } from '../../tests/helpers/mortal-browser.ts';
import { serveVaultPage } from '../../tests/helpers/vault-page.ts';
import { median } from './median.ts';

export interface BrowserSave {
  readonly notes: number;
  /** What the vault says to so many notes of 350 bytes. */
  readonly fits: string;
  readonly wholeSlotMs: number | null;
  readonly oneRecordMs: number;
  readonly allRecordsLoadMs: number;
}

export interface VaultInBrowser {
  readonly version: string;
  readonly derivationMs: number;
  readonly openingMs: number;
  readonly ratio: number;
  readonly save: readonly BrowserSave[];
}

export async function benchInBrowser(): Promise<VaultInBrowser> {
  const server = await serveVaultPage(fileURLToPath(new URL('./vault-page', import.meta.url)));
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  const browser = await openMortal('packed-chromium', profile);
  const run = <T>(call: string): Promise<T> => browser.page.evaluate(`window.bench.${call}`) as Promise<T>;
  try {
    await browser.page.goto(server.url);
    const save: BrowserSave[] = [];
    for (const notes of [2_000, 500]) {
      const fits = await run<string>(`begin(${notes})`);
      const { put, load } = await run<{ put: number[]; load: number[] }>(`records(${notes}, 25)`);
      const whole = fits === 'ok' ? median(await run<number[]>(`saves(${notes}, 25)`)) : null;
      save.unshift({ notes, fits, wholeSlotMs: whole, oneRecordMs: median(put), allRecordsLoadMs: median(load) });
    }
    const derivations: number[] = [];
    const openings: number[] = [];
    // In turns, so that what else the machine does falls on both.
    for (let turn = 0; turn < 9; turn += 1) {
      derivations.push(...await run<number[]>('derivations(1)'));
      openings.push(...await run<number[]>('openings(1)'));
    }
    const [derivationMs, openingMs] = [median(derivations), median(openings)];
    return { version: browser.version, derivationMs, openingMs, ratio: openingMs / derivationMs, save };
  } finally {
    await browser.kill();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
