import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createKeeper } from '../../../src/storage/keeper.ts';
import { databaseName, openDexie, pieceBytes } from '../../../src/storage/dexie-store.ts';
import { faultOf, type SlotStore } from '../../../src/storage/slot-store.ts';
import { must, quick, seeded, small } from '../crypto/small.ts';

let factory: IDBFactory;
const open = async (): Promise<SlotStore> => must(await openDexie({ indexedDB: factory, IDBKeyRange }));
beforeEach(() => {
  factory = new IDBFactory();
});

const bytes = (length: number, seed = 1): Uint8Array<ArrayBuffer> => {
  const made = new Uint8Array(length);
  seeded(seed)(made);
  return made;
};

describe('the database in place of a file', () => {
  it('gives back what was written across its pieces, after closing and opening', async () => {
    const store = await open();
    expect([store.room, must(await store.size())]).toEqual(['database', 0]);
    const whole = bytes(pieceBytes * 2 + 500);
    for (let at = 0; at < whole.length; at += 100_000) must(await store.write(at, whole.slice(at, at + 100_000)));
    const patch = bytes(pieceBytes, 2);
    must(await store.write(pieceBytes - 10, patch));
    whole.set(patch, pieceBytes - 10);
    store.close();
    const again = await open();
    expect(must(await again.size())).toBe(whole.length);
    expect(Buffer.compare(must(await again.read(0, whole.length)), whole)).toBe(0);
    expect(must(await again.read(pieceBytes - 3, 9))).toEqual(whole.slice(pieceBytes - 3, pieceBytes + 6));
    expect(await again.read(whole.length - 3, 4)).toEqual({ ok: false, fault: 'cut-short' });
    again.close();
  });

  it('keeps a plan like the file does', async () => {
    const keeper = createKeeper({ openStore: async () => openDexie({ indexedDB: factory, IDBKeyRange }), derive: quick, random: seeded(1), layout: small });
    expect(must(await keeper.create('p', 'one', [], false)).room).toBe('database');
    must(await keeper.save('two'));
    await keeper.close();
    expect(must(await keeper.open('p', false))?.text).toBe('two');
    must(await keeper.wipe());
    expect(must(await keeper.open('p', false))).toBeNull();
    await keeper.close();
  });

  it('is gone, and not opened again behind our back, when it was closed under us', async () => {
    const store = await open();
    must(await store.write(0, bytes(10)));
    store.close();
    expect(await store.read(0, 1)).toEqual({ ok: false, fault: 'gone' });
    expect(await store.write(0, bytes(1))).toEqual({ ok: false, fault: 'gone' });
    expect(await store.size()).toEqual({ ok: false, fault: 'gone' });
  });

  it('counts nothing behind a missing piece', async () => {
    const store = await open();
    must(await store.write(pieceBytes * 3, bytes(5)));
    expect(must(await store.size())).toBe(0);
    store.close();
  });

  it('is told as no room where the browser refuses it', async () => {
    const refused = { open: () => {
      throw new DOMException('not here', 'InvalidStateError');
    } } as unknown as IDBFactory;
    expect(await openDexie({ indexedDB: refused, IDBKeyRange })).toEqual({ ok: false, fault: 'no-room' });
    const full = { open: () => {
      throw new DOMException('full', 'QuotaExceededError');
    } } as unknown as IDBFactory;
    expect(await openDexie({ indexedDB: full, IDBKeyRange })).toEqual({ ok: false, fault: 'quota-full' });
  });

  const raw = (version?: number): Promise<IDBDatabase> => new Promise((done) => {
    const request = factory.open(databaseName, version);
    request.onsuccess = () => done(request.result);
  });

  it('gives the database up at once to a newer app, says that it is gone, and opens what the newer one left', async () => {
    const store = await open();
    must(await store.write(0, bytes(10)));
    (await raw(20)).close();
    expect(await store.read(0, 1)).toEqual({ ok: false, fault: 'gone' });
    const again = await open();
    expect(must(await again.read(0, 10))).toEqual(bytes(10));
    again.close();
  });

  it('waits behind an older tab that holds the database, and opens once it lets go', async () => {
    const stale = await raw(1);
    let opened: SlotStore | null = null;
    const opening = open().then((store) => (opened = store));
    for (let turn = 0; turn < 50; turn += 1) await new Promise((done) => setImmediate(done));
    expect(opened).toBeNull();
    stale.close();
    const store = await opening;
    expect(must(await store.size())).toBe(0);
    store.close();
  });

  it('has a name that says nothing', () => {
    expect(databaseName).toBe('app-data');
  });
});

describe('an error of the browser', () => {
  it('is a full disk, directly or inside another, or the storage is gone', () => {
    expect(faultOf(new DOMException('', 'QuotaExceededError'))).toBe('quota-full');
    expect(faultOf({ name: 'AbortError', inner: { name: 'QuotaExceededError' } })).toBe('quota-full');
    for (const other of [new DOMException('', 'UnknownError'), null, undefined, 'text', { inner: null }]) expect(faultOf(other)).toBe('gone');
  });
});
