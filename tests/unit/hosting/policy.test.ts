import { describe, expect, it } from 'vitest';
import { headerRules, headersFor, matchesRule } from '../../../src/hosting/policy.ts';

const styleHashes = ['sha256-first=', 'sha256-second='];
const languages = ['en', 'ur'];
const https = { styleHashes, languages, transport: 'https' } as const;
const http = { styleHashes, languages, transport: 'http' } as const;

const paths = [
  '/', '/index.html', '/404.html', '/en/', '/en/now/index.html', '/ur/404.html', '/sw.js',
  '/manifest.webmanifest', '/pages.json', '/assets/main-abc.js', '/icons/icon.svg',
];
const storeWorker = '/assets/store-worker-Ab_1-c.js';
const choicesWorker = '/assets/choices-worker-Ab_1-c.js';
const mediaWorker = '/assets/media-worker-Ab_1-c.js';

function directives(policy: string | undefined): Map<string, string> {
  return new Map((policy ?? '').split('; ').map((line) => {
    const [name = '', ...values] = line.split(' ');
    return [name, values.join(' ')];
  }));
}

describe('the header policy', () => {
  it('forbids everything that is not named', () => {
    expect(directives(headersFor('/en/now/index.html', https)['Content-Security-Policy']).get('default-src')).toBe("'none'");
  });

  it('lets only scripts of this site run, and no inline ones', () => {
    for (const path of paths) {
      const policy = headersFor(path, https)['Content-Security-Policy'] ?? '';
      expect(directives(policy).get('script-src')).toBe("'self'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('allows each inline stylesheet by its hash and no other', () => {
    expect(directives(headersFor('/', https)['Content-Security-Policy']).get('style-src'))
      .toBe("'self' 'sha256-first=' 'sha256-second='");
  });

  it('lets no other site show this one in a frame', () => {
    const headers = headersFor('/en/now/index.html', https);
    expect(headers['X-Frame-Options']).toBe('DENY');
    expect(directives(headers['Content-Security-Policy']).get('frame-ancestors')).toBe("'none'");
  });

  it('turns text into script only through the policy named app', () => {
    const policy = directives(headersFor('/', https)['Content-Security-Policy']);
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(policy.get('trusted-types')).toBe('app');
  });

  it('does not tell the next site where somebody came from', () => {
    for (const path of paths) expect(headersFor(path, https)['Referrer-Policy']).toBe('no-referrer');
  });

  it('reports nothing to anybody', () => {
    const everything = JSON.stringify(headerRules(https, languages)).toLowerCase();
    expect(everything).not.toContain('report');
    expect(everything).not.toContain('nel');
  });

  it('insists on https on a real host and not on localhost', () => {
    expect(headersFor('/', https)['Strict-Transport-Security']).toMatch(/^max-age=63072000; includeSubDomains/);
    expect(headersFor('/', https)['Content-Security-Policy']).toContain('upgrade-insecure-requests');
    expect(headersFor('/', http)['Strict-Transport-Security']).toBeUndefined();
    expect(headersFor('/', http)['Content-Security-Policy']).not.toContain('upgrade-insecure-requests');
  });

  it('asks the host each time for pages and for the worker', () => {
    for (const path of paths.filter((one) => !one.startsWith('/assets/'))) {
      expect(headersFor(path, https)['Cache-Control']).toBe('no-cache');
    }
  });

  it('keeps files named by hash for a year', () => {
    expect(headersFor('/assets/main-abc.js', https)['Cache-Control']).toBe('public, max-age=31536000, immutable');
  });

  it('lets the worker that holds the storage compile WebAssembly, and nothing else do so', () => {
    const headers = headersFor(storeWorker, https);
    expect(headers['Content-Security-Policy']).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
    expect(headers['Cache-Control']).toBe('public, max-age=31536000, immutable');
    expect(headers['Cross-Origin-Embedder-Policy']).toBe('require-corp');
    expect(headerRules(https, languages).filter((rule) => JSON.stringify(rule.headers).includes('unsafe')).map(({ path }) => path)).toEqual(['/assets/store-worker-*']);
  });

  it('lets the workers that keep settings and make pictures small run and do nothing else', () => {
    for (const worker of [choicesWorker, mediaWorker]) {
      expect(headersFor(worker, https)['Content-Security-Policy']).toBe("default-src 'none'; script-src 'self'");
      expect(headersFor(worker, https)['Cache-Control']).toBe('public, max-age=31536000, immutable');
    }
  });

  it('has the browser delete what this site keeps at one address only, and keeps no copy of that answer', () => {
    const headers = headersFor('/wipe', https);
    expect(headers['Clear-Site-Data']).toBe('"cache", "cookies", "storage"');
    expect(headers['Cache-Control']).toBe('no-store');
    expect(headers['Content-Security-Policy']).toBe(headersFor('/', https)['Content-Security-Policy']);
    for (const path of [...paths, '/wipe/', '/wiped', '/en/wipe']) expect(headersFor(path, https)['Clear-Site-Data'], path).toBeUndefined();
  });

  it('never sets one header twice for the same path', () => {
    const rules = headerRules(https, languages);
    for (const path of [...paths, storeWorker, choicesWorker, mediaWorker, '/wipe']) {
      const names = rules.filter((rule) => matchesRule(rule, path)).flatMap((rule) => Object.keys(rule.headers));
      expect(new Set(names).size, path).toBe(names.length);
    }
  });
});
