import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carryOver, fetchMissing, hasOtherCopy, keepOnUse } from '../../../src/sw/copies.ts';

/** Caches in memory, by name and address. */
const stored = new Map<string, Map<string, string>>();
let isFull = false;

function cacheNamed(name: string): Pick<Cache, 'match' | 'put' | 'keys'> {
  const own = stored.get(name) ?? new Map<string, string>();
  stored.set(name, own);
  return {
    keys: async () => [...own.keys()].map((url) => new Request(url)),
    match: async (key) => (own.has(String(key)) ? new Response(own.get(String(key))) : undefined),
    put: async (key, response) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      own.set(String(key), await response.text());
    },
  };
}

const script = 'https://site.example/assets/dexie-store-abc.js';
const isScript = (address: URL): boolean => address.href === script;
const asked: string[] = [];

beforeEach(() => {
  stored.clear();
  asked.length = 0;
  isFull = false;
  vi.stubGlobal('caches', {
    keys: async () => [...stored.keys()],
    open: async (name: string) => cacheNamed(name),
    match: async (key: string) => [...stored.values()].filter((one) => one.has(key)).map((one) => new Response(one.get(key)))[0],
  });
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request.url);
    return new Response(request.url === script ? 'code' : 'not here', { status: request.url === script ? 200 : 404 });
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('a script that joins the copy where it is used', () => {
  it('is fetched once and then answers without a network', async () => {
    expect(await (await keepOnUse('app-new', new Request(script))).text()).toBe('code');
    expect(await (await keepOnUse('app-new', new Request(script))).text()).toBe('code');
    expect(asked).toEqual([script]);
    expect(stored.get('app-new')?.get(script)).toBe('code');
  });

  it('is not kept when the host says it is not there', async () => {
    const answer = await keepOnUse('app-new', new Request('https://site.example/assets/dexie-store-gone.js'));
    expect(answer.status).toBe(404);
    expect([...(stored.get('app-new')?.keys() ?? [])]).toEqual([]);
  });

  it('still runs when there is no room to keep it', async () => {
    isFull = true;
    expect(await (await keepOnUse('app-new', new Request(script))).text()).toBe('code');
  });

  it('goes over to a new version, and nothing else goes with it', async () => {
    stored.set('app-old', new Map([[script, 'code'], ['https://site.example/assets/main-old.js', 'old']]));
    stored.set('other', new Map([[script, 'not ours']]));
    await carryOver('app-new', isScript);
    expect([...(stored.get('app-new') ?? [])]).toEqual([[script, 'code']]);
  });
});

describe('what comes second', () => {
  const page = 'https://site.example/kept/en/about/index.html';
  const file = (url: string, revision = ''): { url: string; key: string; integrity: string } => ({ url, key: url + revision, integrity: 'sha256-x' });

  it('is fetched under its own name and with its checksum, and only where it is missing', async () => {
    stored.set('app-new', new Map([[script, 'code']]));
    const requests: Request[] = [];
    vi.stubGlobal('fetch', async (request: Request) => {
      requests.push(request);
      return new Response('a page');
    });
    await fetchMissing('app-new', [file(script), file(page, '?revision=1')]);
    expect(requests.map(({ url, integrity, cache }) => [url, integrity, cache])).toEqual([[page, 'sha256-x', 'reload']]);
    expect(stored.get('app-new')?.get(`${page}?revision=1`)).toBe('a page');
  });

  it('comes in part when a part cannot be had: the rest is asked for again another time', async () => {
    const gone = 'https://site.example/assets/gone-abc.js';
    const refused = 'https://site.example/assets/refused-abc.js';
    vi.stubGlobal('fetch', async ({ url }: Request) => {
      if (url === refused) throw new TypeError('the checksum differs');
      return new Response('code', { status: url === gone ? 404 : 200 });
    });
    await fetchMissing('app-new', [gone, refused, script].map((url) => file(url)));
    expect([...(stored.get('app-new')?.keys() ?? [])]).toEqual([script]);
  });

  it('is told from an update by the copy that is there already', async () => {
    stored.set('app-new', new Map()).set('other', new Map());
    expect(await hasOtherCopy('app-new')).toBe(false);
    stored.set('app-old', new Map());
    expect(await hasOtherCopy('app-new')).toBe(true);
  });
});
