/**
 * The real engine in a real browser without a screen: built as the site is
 * built, served under the site's own header policy, in a folder of its own.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { startServer, type StaticServer } from '../../src/hosting/server.ts';
import { writeHostFiles } from '../../src/hosting/write.ts';

const bare = fileURLToPath(new URL('./vault-page', import.meta.url));

/** Builds the page (another one's folder may be given) and serves it on a free port; `close` also removes the build. */
export async function serveVaultPage(root = bare): Promise<StaticServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vault-page-'));
  const dist = join(folder, 'dist');
  await build({
    configFile: false, root, base: '/', logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: dist, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  });
  mkdirSync(join(dist, 'en'));
  writeFileSync(join(dist, 'en', '404.html'), '<!doctype html><title>Oast</title>');
  // A browser asks for it unasked.
  writeFileSync(join(dist, 'favicon.ico'), '');
  writeHostFiles({ dist, styleHashes: [] });
  const server = await startServer({ dist, port: 0 });
  return { ...server, async close() {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  } };
}
