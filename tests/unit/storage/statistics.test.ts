/** What somebody with the file, and no passphrase, can tell: nothing. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { containerBytes, fillRandom, openSlot, saltBytes, saltOffset, type Bytes, type Layout } from '../../../src/crypto/index.ts';
import { quick, small } from '../crypto/small.ts';
import { newDisk, tabOn } from './disk.ts';

/** Larger than `small`, so that there is something to count. */
const layout: Layout = { ...small, slotBytes: 4096, cellBytes: 1024, pageBytes: 512 };
/** A thousand and more with HISTORIES. */
const each = Math.ceil(Number(process.env['HISTORIES'] ?? 240) / 4);
const kinds = ['never used', 'one plan', 'two plans', 'wiped'] as const;
type Kind = (typeof kinds)[number];

async function make(kind: Kind, turn: number): Promise<Bytes> {
  const disk = newDisk();
  const keeper = tabOn(disk, fillRandom, { layout });
  await keeper.ensure();
  if (kind !== 'never used') {
    await keeper.create('a', 'x'.repeat(turn * 5), [], false);
    for (let save = 0; save < turn % 5; save += 1) await keeper.save('words '.repeat(turn + save));
    if (kind === 'two plans') await keeper.addSecond('b', 'other '.repeat(turn), []);
    if (kind === 'wiped') await keeper.wipe();
  }
  await keeper.close();
  return disk.bytes;
}

function countsOf(bytes: Bytes): number[] {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts;
}

/** 255 on average for random bytes, give or take 22.6. */
function chiSquare(counts: readonly number[], length: number): number {
  const expected = length / 256;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function entropy(counts: readonly number[], length: number): number {
  return -counts.reduce((sum, count) => (count === 0 ? sum : sum + (count / length) * Math.log2(count / length)), 0);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const made = new Map<Kind, Bytes[]>();
const total = containerBytes(layout);

beforeAll(async () => {
  for (const kind of kinds) {
    const list: Bytes[] = [];
    for (let turn = 0; turn < each; turn += 1) list.push(await make(kind, turn));
    made.set(kind, list);
  }
}, each * 400);

const all = (): [Kind, Bytes][] => [...made].flatMap(([kind, list]) => list.map((bytes): [Kind, Bytes] => [kind, bytes]));

describe('never used, one plan, two plans and wiped', () => {
  it('are really what their name says', async () => {
    for (const [kind, plans] of [['never used', [false, false]], ['one plan', [true, false]], ['two plans', [true, true]], ['wiped', [false, false]]] as const) {
      const bytes = made.get(kind)?.at(-1) as Bytes;
      for (const [index, passphrase] of ['a', 'b'].entries()) {
        const opened = await openSlot(bytes, passphrase, quick, layout);
        expect(opened.ok && opened.value !== null, `${kind} ${passphrase}`).toBe(plans[index]);
      }
    }
  });

  it('have one size', () => {
    expect(all().length).toBeGreaterThanOrEqual(200);
    expect(new Set(all().map(([, bytes]) => bytes.length))).toEqual(new Set([total]));
  });

  it('have bytes as even as chance makes them', () => {
    for (const kind of kinds) {
      const values = (made.get(kind) ?? []).map((bytes) => chiSquare(countsOf(bytes), total));
      // The mean of so many stays within five of its own deviations of 255.
      expect(Math.abs(mean(values) - 255), kind).toBeLessThan((5 * Math.sqrt(510)) / Math.sqrt(values.length));
    }
    const pooled = countsOf(new Uint8Array(0));
    for (const [, bytes] of all()) countsOf(bytes).forEach((count, byte) => (pooled[byte] = (pooled[byte] ?? 0) + count));
    expect(Math.abs(chiSquare(pooled, total * all().length) - 255)).toBeLessThan(5 * Math.sqrt(510));
    expect(entropy(pooled, total * all().length)).toBeGreaterThan(7.999);
  });

  it('cannot be made smaller by packing', () => {
    for (const [kind, bytes] of all()) expect(gzipSync(bytes, { level: 9 }).length / total, kind).toBeGreaterThanOrEqual(1);
  });

  it('have no place that is alike in all of them, besides the three salts that every one has', () => {
    const stands = new Uint8Array(total).fill(1);
    const [first, ...others] = all().map(([, bytes]) => bytes);
    for (const bytes of others) bytes.forEach((byte, at) => (stands[at] = (stands[at] ?? 0) & (byte === first?.[at] ? 1 : 0)));
    expect(stands.some((still) => still === 1)).toBe(false);
    for (const [, bytes] of all()) {
      const salts = [0, 1, 2].map((copy) => String(bytes.subarray(saltOffset(layout, copy), saltOffset(layout, copy) + saltBytes)));
      expect(new Set(salts).size).toBe(1);
    }
  });

  it('are told apart by a simple classifier no better than by tossing a coin', () => {
    // Learns the mean share of each byte value from one half, then guesses the other half.
    for (const kind of kinds.slice(1)) {
      const learn = (name: Kind): number[] => {
        const list = (made.get(name) ?? []).filter((_, index) => index % 2 === 0).map(countsOf);
        return Array.from({ length: 256 }, (_, byte) => mean(list.map((counts) => counts[byte] ?? 0)));
      };
      const centres = [learn('never used'), learn(kind)] as const;
      const distance = (counts: readonly number[], centre: readonly number[]): number => counts.reduce((sum, count, byte) => sum + (count - (centre[byte] ?? 0)) ** 2, 0);
      const guesses = (['never used', kind] as const).flatMap((name, truth) => (made.get(name) ?? []).filter((_, index) => index % 2 === 1).map((bytes) => {
        const counts = countsOf(bytes);
        return (distance(counts, centres[1]) < distance(counts, centres[0]) ? 1 : 0) === truth ? 1 : 0;
      }));
      expect(Math.abs(mean(guesses) - 0.5), kind).toBeLessThan(4 * Math.sqrt(0.25 / guesses.length));
    }
  });
});
