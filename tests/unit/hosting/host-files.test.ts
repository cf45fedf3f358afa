import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { toHeadersFile, toNginx } from '../../../src/hosting/host-files.ts';
import { headersFor } from '../../../src/hosting/policy.ts';
import { writeHostFiles } from '../../../src/hosting/write.ts';

const site = { styleHashes: ['sha256-one='], languages: ['en', 'ur'] };
const https = { ...site, transport: 'https' } as const;

function blockOf(file: string, path: string): string[] {
  const lines = file.split('\n');
  const start = lines.indexOf(path);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith('  '));
  return start === -1 ? [] : rest.slice(0, end).map((line) => line.trim());
}

describe('the _headers file', () => {
  it('gives every path every header that does not depend on it', () => {
    const { 'Cache-Control': _, 'Content-Security-Policy': __, ...everywhere } = headersFor('/', https);
    const block = blockOf(toHeadersFile(site), '/*');
    expect(block).toEqual(Object.entries(everywhere).map(([name, value]) => `${name}: ${value}`));
  });

  it('gives pages their policy and each worker its own, never two to one', () => {
    const file = toHeadersFile(site);
    const policy = `Content-Security-Policy: ${headersFor('/', https)['Content-Security-Policy']}`;
    for (const path of ['/', '/404.html', '/en/*', '/ur/*', '/sw.js']) expect(blockOf(file, path)).toContain(policy);
    expect(blockOf(file, '/assets/store-worker-*')).toEqual([`Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'`]);
    for (const name of ['choices', 'media']) expect(blockOf(file, `/assets/${name}-worker-*`)).toEqual([`Content-Security-Policy: default-src 'none'; script-src 'self'`]);
  });

  it('keeps only hashed files for long', () => {
    const file = toHeadersFile(site);
    expect(blockOf(file, '/assets/*')).toEqual(['Cache-Control: public, max-age=31536000, immutable']);
    expect(blockOf(file, '/ur/*')).toContain('Cache-Control: no-cache');
    expect(blockOf(file, '/sw.js')).toContain('Cache-Control: no-cache');
  });

  it('has the browser delete at /wipe, and says that the answer is text', () => {
    const block = blockOf(toHeadersFile(site), '/wipe');
    expect(block).toContain('Clear-Site-Data: "cache", "cookies", "storage"');
    expect(block).toContain('Cache-Control: no-store');
    expect(block).toContain('Content-Type: text/plain; charset=utf-8');
    expect(toHeadersFile(site).match(/Clear-Site-Data/g)).toHaveLength(1);
  });

  it('stays under the line length that Cloudflare accepts', () => {
    const longest = Math.max(...toHeadersFile(site).split('\n').map((line) => line.length));
    expect(longest).toBeLessThan(2_000);
  });
});

describe('the nginx settings', () => {
  const conf = toNginx(site);

  it('carry every header of the policy', () => {
    const { 'Cache-Control': _, 'Content-Security-Policy': policy, ...everywhere } = headersFor('/', https);
    for (const [name, value] of Object.entries(everywhere)) {
      expect(conf).toContain(`add_header ${name} "${value}" always;`);
    }
    expect(conf).toContain(`set $policy "${policy}";`);
    expect(conf).toContain('add_header Content-Security-Policy $policy always;');
  });

  it('give the storage worker its own policy and nobody else', () => {
    const unsafe = conf.split('\n').filter((line) => line.includes('wasm-unsafe-eval'));
    expect(unsafe).toEqual([`  set $policy "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";`]);
    expect(conf).toContain('location ^~ /assets/store-worker- {');
    for (const name of ['choices', 'media']) {
      const start = conf.indexOf(`location ^~ /assets/${name}-worker- {`);
      expect(start).toBeGreaterThan(0);
      expect(conf.slice(start, conf.indexOf('}', start))).toContain(`set $policy "default-src 'none'; script-src 'self'";`);
    }
  });

  it('have the browser delete only for our own page: a link or another site gets "not here"', () => {
    const start = conf.indexOf('location = /wipe {');
    const block = conf.slice(start, conf.indexOf('\n}', start));
    expect(block).toContain(`set $clearing '"cache", "cookies", "storage"';`);
    expect(block).toContain('set $caching "no-store";');
    expect(block.indexOf('if ($http_sec_fetch_site !~ "^(same-origin)?$")')).toBeGreaterThan(0);
    expect(block.indexOf('if ($http_sec_fetch_dest !~ "^(empty)?$")')).toBeLessThan(block.indexOf('set $clearing'));
    expect(conf.match(/set \$clearing/g)).toHaveLength(2);
    expect(conf).toContain('set $clearing "";\nadd_header Clear-Site-Data $clearing always;');
  });

  it('set headers only once, outside every location, where none can drop them', () => {
    const insideLocations = conf.split('\n').filter((line) => line.startsWith('  ') && line.includes('add_header'));
    expect(insideLocations).toEqual([]);
  });

  it('answer an unknown page in the language of its address', () => {
    expect(conf).toContain('error_page 404 /ur/404.html;');
    expect(conf).toContain('location ^~ /ur/ {');
    expect(conf).toContain('error_page 404 /404.html;');
  });

  it('have balanced braces and quotes', () => {
    expect(conf.split('{').length).toBe(conf.split('}').length);
    for (const line of conf.split('\n')) expect(line.split('"').length % 2, line).toBe(1);
  });
});

describe('writing the host files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'host-files-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('finds the languages by their "not here" pages', () => {
    const dist = join(folder, 'dist');
    for (const name of ['en', 'pl', 'assets']) mkdirSync(join(dist, name), { recursive: true });
    for (const name of ['en', 'pl']) writeFileSync(join(dist, name, '404.html'), 'not here');
    writeHostFiles({ dist, styleHashes: ['sha256-one='] });
    expect(readFileSync(join(dist, '_headers'), 'utf8')).toBe(toHeadersFile({ styleHashes: ['sha256-one='], languages: ['en', 'pl'] }));
    expect(readFileSync(join(folder, 'dist-hosting', 'nginx.conf'), 'utf8')).toContain('location ^~ /pl/ {');
    expect(readFileSync(join(dist, 'wipe'), 'utf8')).toBe('ok\n');
    expect(JSON.parse(readFileSync(join(folder, 'dist-hosting', 'headers.json'), 'utf8'))).toEqual({ styleHashes: ['sha256-one='] });
  });
});
