/**
 * A Chromium that needs nothing installed: the one npm brings, unpacked once
 * together with the libraries and fonts packed beside it.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

export type PackedBrowser = {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
};

function packageFolder(): string {
  let folder = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'bin'))) {
    folder = dirname(folder);
  }
  return folder;
}

/** The fonts of the machine first, then the packed one, so that text is never empty boxes only. */
function fontSettings(folder: string): string {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(folder, 'fonts')];
  const lines = folders.map((path) => `<dir>${path}</dir>`).join('');
  return `<?xml version="1.0"?><fontconfig>${lines}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>\n`;
}

function unpackInto(folder: string, packed: string): void {
  mkdirSync(join(folder, 'lib'), { recursive: true });
  const inflate = (name: string) => brotliDecompressSync(readFileSync(join(packed, name)));
  for (const name of ['al2023.tar', 'fonts.tar']) {
    const tar = join(folder, name);
    writeFileSync(tar, inflate(`${name}.br`));
    execFileSync('tar', ['-xf', tar, '-C', folder, '--no-same-owner']);
    rmSync(tar);
  }
  writeFileSync(join(folder, 'fonts.conf'), fontSettings(folder));
  writeFileSync(join(folder, 'chromium'), inflate('chromium.br'));
  chmodSync(join(folder, 'chromium'), 0o755);
}

/**
 * The packed browser, unpacked under node_modules/.cache the first time (about
 * three seconds and 200 MB), or null on a machine it is not made for.
 */
export function findPackedBrowser(): PackedBrowser | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const source = packageFolder();
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const cache = fileURLToPath(new URL('../../node_modules/.cache/browser', import.meta.url));
  const folder = join(cache, version);
  if (!existsSync(folder)) {
    // Test files run side by side: each unpacks apart, and the first to finish is kept.
    const apart = `${folder}.${process.pid}`;
    unpackInto(apart, join(source, 'bin'));
    try {
      renameSync(apart, folder);
    } catch {
      rmSync(apart, { recursive: true, force: true });
    }
    // The settings name the folder, and the folder has just moved.
    writeFileSync(join(folder, 'fonts.conf'), fontSettings(folder));
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: folder },
  };
}
