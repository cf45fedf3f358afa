/** The vault of a page of the build, asked as its screens ask it, and without them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { dist } from './server.ts';

/** The script that starts the worker that holds the storage: the vault is in it, under whatever name the build gave it. */
function vaultScript(): string {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<string, { file: string; assets?: string[] }>;
  const found = Object.values(manifest).find(({ assets }) => assets?.some((asset) => asset.includes('/store-worker-')));
  if (!found) throw new Error('The build has no vault');
  return `/${found.file}`;
}

/**
 * Asks, locks and answers: `create("words", "text")`. As text, because the
 * script is one of the build, and the test's own compiler must not touch it.
 */
export async function askVault(page: Page, act: string): Promise<unknown> {
  return page.evaluate(`(async () => {
    const script = await import('${vaultScript()}');
    const { deviceVault } = [script, ...Object.values(script)].find((one) => one && typeof one === 'object' && 'deviceVault' in one);
    const vault = deviceVault();
    const answer = await vault.${act};
    vault.lock();
    return answer;
  })()`);
}
