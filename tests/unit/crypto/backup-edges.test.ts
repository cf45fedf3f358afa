/** Files that somebody made by hand: whole by their sum, and wrong inside. */
import { describe, expect, it } from 'vitest';
import { argonInWasm, exportBackup, importBackup, largestBackup, leastCost, type Argon, type Bytes } from '../../../src/crypto/index.ts';
import { keyFor, numbers, rootKey, seal } from '../../../src/crypto/slot.ts';
import { must, seeded, textOf, utf8 } from './small.ts';

let derivations = 0;
const argon: Argon = (secret, salt, cost) => {
  derivations += 1;
  return argonInWasm(secret, salt, { ...cost, memoryKiB: 64, passes: 1 });
};
const read = async (file: Uint8Array): Promise<unknown> => {
  derivations = 0;
  const answer = await importBackup(file, 'file words', { argon });
  return answer.ok ? answer.value.map(textOf) : answer.fault;
};

const joined = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts));
const withSum = async (body: Bytes): Promise<Bytes> => joined(body, new Uint8Array(await crypto.subtle.digest('SHA-256', body)));
const salt = new Uint8Array(32).fill(9);
const head = (version = 1): Bytes => joined(utf8('NOTEBOX'), new Uint8Array([version]), numbers(leastCost.memoryKiB, leastCost.passes, leastCost.lanes), salt);

/** A file as the app makes it, with this inside. */
async function fileOf(plain: Bytes): Promise<Bytes> {
  const key = await keyFor(await rootKey(await argon(utf8('file words'), salt, leastCost)), 'backup 1');
  return withSum(joined(head(), await seal(key, head(), plain, seeded(1))));
}

describe('a backup made by hand', () => {
  it('opens when its parts end where the file ends, and one byte later it is damaged', async () => {
    expect(await read(await fileOf(joined(numbers(1, 3), utf8('abc'))))).toEqual(['abc']);
    expect(await read(await fileOf(joined(numbers(2, 3), utf8('abc'), numbers(0))))).toEqual(['abc', '']);
    expect(await read(await fileOf(joined(numbers(1, 4), utf8('abc'))))).toBe('damaged');
    expect(await read(await fileOf(joined(numbers(2, 3), utf8('abc'), numbers(1))))).toBe('damaged');
  });

  it('that promises more parts than there are bytes is damaged, not a crash', async () => {
    for (const cut of [0, 1, 3]) expect(await read(await fileOf(joined(numbers(2, 3), utf8('abc'), new Uint8Array(cut)))), `${cut} bytes`).toBe('damaged');
    expect(await read(await fileOf(numbers(0xffffffff)))).toBe('damaged');
    expect(await read(await fileOf(numbers(0)))).toEqual([]);
  });

  it('that is too short to hold anything is damaged before any work, and one byte more is tried', async () => {
    for (const [sealed, fault, runs] of [[0, 'damaged', 0], [28, 'damaged', 0], [31, 'damaged', 0], [32, 'wrong-passphrase', 1]] as const) {
      expect([await read(await withSum(joined(head(), new Uint8Array(sealed)))), derivations], `${sealed} bytes`).toEqual([fault, runs]);
    }
  });

  it('of version 0 is damaged before any work, of version 2 it is newer', async () => {
    expect([await read(await withSum(joined(head(0), new Uint8Array(65_536)))), derivations]).toEqual(['damaged', 0]);
    expect([await read(await withSum(joined(head(2), new Uint8Array(65_536)))), derivations]).toEqual(['newer-version', 0]);
    expect(await read(utf8('NOTEBOX'))).toBe('damaged');
  });

  it('of the largest size is looked at, and one byte more is no backup', async () => {
    const large = new Uint8Array(largestBackup + 1);
    large.set(head());
    expect(await read(large)).toBe('not-a-backup');
    expect(await read(large.subarray(0, largestBackup))).toBe('damaged');
  });
});

describe('a backup made by the app', () => {
  it.each([[[65_500], 1], [[65_501], 2], [[30_000, 35_496], 1], [[30_000, 35_497], 2]] as const)('with parts of %j bytes takes %i steps of 64 KiB', async (lengths, steps) => {
    const parts = lengths.map((length) => new Uint8Array(length).fill(7));
    const file = must(await exportBackup(parts, 'file words', { argon, random: seeded(5), cost: leastCost }));
    expect(file).toHaveLength(head().length + steps * 65_536 + 32);
    const back = must(await importBackup(file, 'file words', { argon }));
    expect(back.map(({ length }) => length)).toEqual(lengths);
  });
});
