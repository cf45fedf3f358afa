/** A backup with pictures and recordings in it, made here or by somebody's hand. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { argonInWasm, exportBackup, largestPicture, leastCost, type Argon, type Bytes } from '../../../src/crypto/index.ts';
import { numbers } from '../../../src/crypto/slot.ts';
import type { Keeper } from '../../../src/storage/keeper.ts';
import { must, seeded, textOf, utf8 } from '../crypto/small.ts';
import { everyPlace, picture, six, tab } from './cells.ts';
import { newDisk, type Disk } from './disk.ts';

/** Real bounds, quick work. */
const argon: Argon = (secret, salt, cost) => argonInWasm(secret, salt, { ...cost, memoryKiB: 64, passes: 1 });
const elsewhere = (): Keeper => tab(newDisk(), { argon });

let disk: Disk;
let keeper: Keeper;
beforeEach(async () => {
  disk = newDisk();
  keeper = tab(disk, { argon });
  must(await keeper.create('p', 'a plan', [], false));
  for (const place of everyPlace) must(await keeper.putFile(place, picture(`${place}`)));
  must(await keeper.save('names all six'));
});

describe('a backup of the open plan', () => {
  it.each([[[]], [[4]], [[5, 0, 2]], [everyPlace]])('with the files in places %j gives them back on another device', async (places) => {
    const file = must(await keeper.exportBackup('file words', places));
    expect(must(await elsewhere().readBackup(file, 'file words'))).toEqual({ text: 'names all six', files: places.map((place) => ({ place, bytes: picture(`${place}`) })) });
    expect(await elsewhere().readBackup(file, 'p')).toEqual({ ok: false, fault: 'wrong-passphrase' });
  });

  it('holds the largest file there is, and an empty one', async () => {
    must(await keeper.putFile(0, new Uint8Array(largestPicture(six)).fill(7)));
    must(await keeper.putFile(1, new Uint8Array(0)));
    const { files } = must(await elsewhere().readBackup(must(await keeper.exportBackup('file words', [0, 1])), 'file words'));
    expect(files.map(({ bytes }) => bytes.length)).toEqual([largestPicture(six), 0]);
  });

  it('is not made without a file that cannot be read, and is when asked for without it', async () => {
    must(await keeper.keepFiles([0, 1, 3, 4, 5]));
    expect(await keeper.exportBackup('file words', [0, 2, 3])).toEqual({ ok: false, fault: 'file-lost' });
    expect(await keeper.sealFile('x', 'file words', [2])).toEqual({ ok: false, fault: 'file-lost' });
    const { files } = must(await elsewhere().readBackup(must(await keeper.exportBackup('file words', [0, 3])), 'file words'));
    expect(files.map(({ place }) => place)).toEqual([0, 3]);
  });

  it('tells of storage that failed, and of words that are none, and changes nothing', async () => {
    const before = disk.bytes.slice();
    // Eight marks, then the places one by one.
    disk.mishap = { what: 'cut-short', inCalls: 9, share: 0 };
    expect(await keeper.exportBackup('file words', [0, 1])).toEqual({ ok: false, fault: 'cut-short' });
    expect(await keeper.exportBackup(' ', [0])).toEqual({ ok: false, fault: 'empty' });
    expect(disk.bytes).toEqual(before);
    must(await keeper.exportBackup('file words', [0]));
    // The plan that is open was not overwritten with what was.
    expect(must(await elsewhere().readBackup(must(await keeper.exportBackup('file words')), 'file words')).text).toBe('names all six');
  });

  it('of another text takes its files from the open plan, and with none of them needs none', async () => {
    const file = must(await keeper.sealFile('a request', 'file words', [3]));
    expect(must(await elsewhere().readBackup(file, 'file words'))).toEqual({ text: 'a request', files: [{ place: 3, bytes: picture('3') }] });
    expect(await elsewhere().sealFile('a request', 'file words', [3])).toEqual({ ok: false, fault: 'not-open' });
    const untouched = newDisk();
    const alone = must(await tab(untouched, { argon }).sealFile('a request', 'file words'));
    expect(untouched).toEqual(newDisk());
    expect(must(await elsewhere().readBackup(alone, 'file words'))).toEqual({ text: 'a request', files: [] });
  });

  it('can be put and saved into a plan elsewhere', async () => {
    const { text, files } = must(await elsewhere().readBackup(must(await keeper.exportBackup('file words', everyPlace)), 'file words'));
    const there = elsewhere();
    must(await there.create('other', '', [], false));
    for (const { place, bytes } of files) must(await there.putFile(5 - place, bytes));
    must(await there.save(text));
    must(await there.open('other', false));
    for (const place of everyPlace) expect(textOf(must(await there.getFile(place)) ?? new Uint8Array(0))).toBe(textOf(picture(`${5 - place}`)));
  });
});

const sealed = async (parts: readonly Bytes[]): Promise<Bytes> => must(await exportBackup(parts, 'file words', { argon, random: seeded(3), cost: leastCost }));
const part = (place: number, length: number): Bytes => new Uint8Array([...numbers(place), ...new Uint8Array(length)]);
const largest = largestPicture(six);

describe('a backup whose sum is right and whose inside is not', () => {
  it.each<[string, readonly Bytes[]]>([
    ['no text', []],
    ['a part with no place', [new Uint8Array(0)]],
    ['a part with three bytes of a place', [part(0, 0).slice(1)]],
    ['a place after the last', [part(6, 3)]],
    ['a place far after the last', [part(0xffffffff, 3)]],
    ['a file one byte too long', [part(0, largest + 1)]],
    ['a place twice', [part(2, 3), part(1, 3), part(2, 3)]],
    ['one file more than there are places', [...everyPlace.map((place) => part(place, 1)), part(0, 1)]],
    ['a good file before a bad one', [part(0, 3), part(9, 3)]],
  ])('is damaged: %s', async (what, parts) => {
    expect(await elsewhere().readBackup(await sealed(what === 'no text' ? [] : [utf8('text'), ...parts]), 'file words')).toEqual({ ok: false, fault: 'damaged' });
  });

  it('by one byte less opens', async () => {
    for (const parts of [[part(0, 0)], [part(5, 3)], [part(0, largest)], everyPlace.map((place) => part(place, 1))]) {
      expect(must(await elsewhere().readBackup(await sealed([utf8('text'), ...parts]), 'file words')).files).toHaveLength(parts.length);
    }
  });

  it('is answered, whatever its parts are', async () => {
    const anyPart = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.tuple(fc.nat(7), fc.nat(300)).map(([place, length]) => part(place, length)));
    await fc.assert(fc.asyncProperty(fc.array(anyPart, { maxLength: 8 }), async (parts) => {
      const answer = await elsewhere().readBackup(await sealed(parts.map((one) => new Uint8Array(one))), 'file words');
      const files = parts.slice(1).map((one) => ({ place: one.length < 4 ? 6 : new DataView(one.buffer, one.byteOffset).getUint32(0), length: one.length - 4 }));
      const isWhole = parts.length > 0 && files.every(({ place, length }) => place < 6 && length <= largest) && new Set(files.map(({ place }) => place)).size === files.length;
      expect(answer).toMatchObject(isWhole ? { ok: true } : { ok: false, fault: 'damaged' });
    }), { numRuns: 150 });
  });
});

describe('a backup with files of which a bit changed', () => {
  it('is damaged wherever it changed, and with its sum made anew it does not open', async () => {
    const file = must(await keeper.exportBackup('file words', everyPlace));
    const other = elsewhere();
    const sealedFrom = 64;
    // Inside the ciphertext stands the text first; the six files are the next 1,300 bytes.
    for (let at = sealedFrom; at < sealedFrom + 1_500; at += 7) {
      const hurt = file.slice();
      hurt[at] = (hurt[at] ?? 0) ^ (1 << (at % 8));
      expect(await other.readBackup(hurt, 'file words'), `byte ${at}`).toEqual({ ok: false, fault: 'damaged' });
      const body = hurt.slice(0, -32);
      hurt.set(new Uint8Array(await crypto.subtle.digest('SHA-256', body)), body.length);
      expect(await other.readBackup(hurt, 'file words'), `byte ${at}, with its sum`).toEqual({ ok: false, fault: 'wrong-passphrase' });
    }
  });
});
