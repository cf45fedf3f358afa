import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carryOver, fetchMissing, hasOtherCopy, isWhole, keepOnUse, keptAddresses, reuseUnchanged } from '../../../src/sw/copies.ts';

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
    has: async (name: string) => stored.has(name),
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
    stored.set('app-new', new Map());
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

  it('still runs when the copy has been deleted, and does not begin another', async () => {
    expect(await (await keepOnUse('app-new', new Request(script))).text()).toBe('code');
    expect([...stored.keys()]).toEqual([]);
  });

  it('still runs when there is no room to keep it', async () => {
    stored.set('app-new', new Map());
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

describe('what is kept', () => {
  const page = 'https://site.example/kept/ur/plan/index.html';
  const file = (url: string, revision = ''): { url: string; key: string; integrity: undefined } => ({ url, key: url + revision, integrity: undefined });

  it('is whole when each file is there in this version, whatever else is there', async () => {
    stored.set('app-new', new Map([[script, 'code'], [`${page}?revision=1`, 'a page']]));
    expect(await isWhole('app-new', [file(script), file(page, '?revision=1')])).toBe(true);
    expect(await isWhole('app-new', [file(script)])).toBe(true);
    expect(await isWhole('app-new', [file(page, '?revision=2')])).toBe(false);
  });

  it('is not begun again by looking at it: what was deleted stays deleted', async () => {
    expect(await isWhole('app-new', [])).toBe(false);
    expect(await keptAddresses()).toEqual([]);
    expect([...stored.keys()]).toEqual([]);
  });

  it('is counted over all copies of ours, and no other', async () => {
    stored.set('app-old', new Map([[page, 'old']])).set('app-new', new Map([[script, 'code']])).set('other', new Map([['https://site.example/x', 'x']]));
    expect([...(await keptAddresses())].sort()).toEqual([script, page]);
  });

  it('is taken over unchanged from a copy beside, file for file as wanted', async () => {
    stored.set('app-old', new Map([[script, 'code'], [page, 'a page'], [`${page}?revision=1`, 'old']]));
    await reuseUnchanged('app-new', [file(script), file(page, '?revision=2')]);
    expect([...(stored.get('app-new') ?? [])]).toEqual([[script, 'code']]);
  });
});
