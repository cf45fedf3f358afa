import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type StaticServer } from '../../../src/hosting/server.ts';
import { chooseEncoding, readRequestPath } from '../../../src/hosting/static-files.ts';
import { writeHostFiles } from '../../../src/hosting/write.ts';

const folder = mkdtempSync(join(tmpdir(), 'server-'));
const dist = join(folder, 'dist');
const files: Record<string, string> = {
  'index.html': 'home',
  '404.html': 'not here',
  'en/index.html': 'english home',
  'en/now/index.html': `now ${'x'.repeat(4_000)}`,
  'en/404.html': 'not here in english',
  'ur/404.html': 'not here in urdu',
  'assets/main-abc.js': 'export {};',
  'sw.js': '0;',
};
let server: StaticServer;

/** Straight to the socket: fetch tidies a path before it sends it. */
function askRaw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string; clears: string | undefined }> {
  return new Promise((resolve, reject) => {
    request({ port: server.port, host: '127.0.0.1', path, headers }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, clears: response.headers['clear-site-data']?.toString() }));
    }).on('error', reject).end();
  });
}

beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), text);
  }
  writeFileSync(join(folder, 'private.txt'), 'private');
  writeHostFiles({ dist, styleHashes: ['sha256-one='] });
  server = await startServer({ dist, port: 0 });
});

afterEach(async () => {
  server.setMode('ok');
  // Lets the client notice that its kept-alive connections are gone.
  await new Promise((resolve) => setTimeout(resolve, 20));
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the preview server', () => {
  it('opens a page in every spelling', async () => {
    for (const spelling of ['/en/now', '/en/now/', '/en/now/index.html', '/en/now?from=card', '/en//now/']) {
      const answer = await fetch(server.url + spelling);
      expect([answer.status, (await answer.text()).slice(0, 3)], spelling).toEqual([200, 'now']);
    }
  });

  it('says "not here" with status 404, in the language of the address', async () => {
    const said = async (path: string) => {
      const answer = await fetch(server.url + path);
      return [answer.status, await answer.text(), answer.headers.get('cache-control')];
    };
    expect(await said('/en/none')).toEqual([404, 'not here in english', 'no-cache']);
    expect(await said('/ur/none/')).toEqual([404, 'not here in urdu', 'no-cache']);
    expect(await said('/none')).toEqual([404, 'not here', 'no-cache']);
    expect(await said('/assets/none.js')).toEqual([404, 'not here', 'no-cache']);
  });

  it('never leaves its folder', async () => {
    for (const path of ['/../private.txt', '/en/../../private.txt', '/%2e%2e/private.txt', '/..%2fprivate.txt', '/..%5cprivate.txt', '/%00', '/%', '//private.txt']) {
      const answer = await askRaw(path);
      expect([400, 404], path).toContain(answer.status);
      expect(answer.body, path).not.toContain('private');
    }
  });

  it('does not show the files meant for the host', async () => {
    expect((await fetch(`${server.url}/_headers`)).status).toBe(404);
  });

  it('has the browser delete everything when our own page asks, and a browser that does not say who asks', async () => {
    const clears = '"cache", "cookies", "storage"';
    expect(await askRaw('/wipe', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'empty' })).toEqual({ status: 200, body: 'ok\n', clears });
    expect(await askRaw('/wipe')).toEqual({ status: 200, body: 'ok\n', clears });
  });

  it('deletes nothing for a link in a message, an image or another site', async () => {
    for (const [site, dest] of [['none', 'document'], ['cross-site', 'document'], ['same-origin', 'document'], ['cross-site', 'image'], ['cross-site', 'empty'], ['same-site', 'empty']] as const) {
      const answer = await askRaw('/wipe', { 'Sec-Fetch-Site': site, 'Sec-Fetch-Dest': dest });
      expect([answer.status, answer.clears], `${site} ${dest}`).toEqual([404, undefined]);
    }
  });

  it('compresses what it sends and says so', async () => {
    for (const coding of ['br', 'gzip']) {
      const answer = await fetch(`${server.url}/en/now`, { headers: { 'Accept-Encoding': coding } });
      expect(answer.headers.get('content-encoding')).toBe(coding);
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(Number(answer.headers.get('content-length'))).toBeLessThan(200);
      expect(await answer.text()).toBe(files['en/now/index.html']);
    }
  });

  it('sends nothing twice that the browser still has', async () => {
    const first = await fetch(`${server.url}/en/now`);
    await first.text();
    const again = await fetch(`${server.url}/en/now`, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    const head = await fetch(`${server.url}/en/now`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(`${server.url}/en/now`, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('sends the production policy with pages and with "not here"', async () => {
    for (const path of ['/en/now', '/en/none', '/sw.js', '/assets/main-abc.js']) {
      const { headers } = await fetch(server.url + path);
      expect(headers.get('content-security-policy'), path).toContain("'sha256-one='");
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });

  it('can stand for a network that is gone, that breaks off, or that never answers', async () => {
    server.setMode('down');
    await expect(fetch(`${server.url}/en/now`)).rejects.toThrow();
    server.setMode('cut');
    await expect(fetch(`${server.url}/en/now`).then((answer) => answer.text())).rejects.toThrow();
    server.setMode('hang');
    await expect(fetch(`${server.url}/en/now`, { signal: AbortSignal.timeout(300) })).rejects.toThrow(/timeout/i);
  });

  it('can fail for some paths only, and lists what it was asked', async () => {
    server.requests.length = 0;
    server.setMode('down', (path) => path.startsWith('/assets/'));
    await expect(fetch(`${server.url}/assets/main-abc.js`)).rejects.toThrow();
    expect((await fetch(`${server.url}/en/now?x=1`)).status).toBe(200);
    expect(server.requests.map(({ path, mode }) => `${path} ${mode}`)).toContain('/en/now?x=1 ok');
  });
});

describe('reading a request', () => {
  it('takes the path without its query and decodes it', () => {
    expect(readRequestPath('/en/now?x=/../y#z')).toBe('/en/now');
    expect(readRequestPath('/en/n%6Fw')).toBe('/en/now');
  });

  it('refuses what is not a path', () => {
    for (const bad of ['', 'en', '/..', '/a/../b', '/%2e%2e/b', '/a%5cb', '/%00', '/%zz']) {
      expect(readRequestPath(bad), bad).toBeNull();
    }
  });

  it('chooses a coding the browser can read', () => {
    expect(chooseEncoding('gzip, deflate, br')).toBe('br');
    expect(chooseEncoding('gzip;q=1.0, br;q=0')).toBe('gzip');
    expect(chooseEncoding('gzip;q=0.0')).toBe('identity');
    expect(chooseEncoding(undefined)).toBe('identity');
  });
});
