/** What somebody with the file, and no passphrase, can tell: nothing. A sample; tests/long/statistics.test.ts has the real sizes. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { cellOffset, containerBytes, openCell, openSlot, saltBytes, saltOffset, type Bytes, type Layout } from '../../../src/crypto/index.ts';
import { randomFrom } from '../../engines/random.ts';
import { quick, small } from '../crypto/small.ts';
import { countsOfLives, kinds, liveAs, opensWith, tellApart, type Kind } from './containers.ts';
import { chiSquareOf, countsOf, entropyOf, mean } from './measures.ts';

/** Larger than `small`, so that there is something to count. */
const layout: Layout = { ...small, slotBytes: 4096, cellsPerSlot: 6, cellBytes: 1024, pageBytes: 512 };
/** Enough that the fault is found by more than chance: with sixty it was found in 82 to 97 of a hundred, with these in 97 and more. */
const each = 120;
const total = containerBytes(layout);
const random = randomFrom(1);
const made = new Map<Kind, Bytes[]>();

beforeAll(async () => {
  for (const kind of kinds) {
    const list: Bytes[] = [];
    while (list.length < each) list.push(await liveAs(kind, layout, random));
    made.set(kind, list);
  }
}, 60_000);

const all = (): [Kind, Bytes][] => [...made].flatMap(([kind, list]) => list.map((bytes): [Kind, Bytes] => [kind, bytes]));

describe('never used, one plan, two plans, six pictures and wiped', () => {
  it('are really what their name says', async () => {
    for (const [kind, bytes] of all()) {
      for (const passphrase of ['a', 'b', 'c']) {
        const opened = await openSlot(bytes, passphrase, quick, layout);
        expect(opened.ok && opened.value !== null, `${kind} ${passphrase}`).toBe(opensWith[kind].includes(passphrase));
        if (kind !== 'six pictures' || !opened.ok || !opened.value) continue;
        for (let place = 0; place < layout.cellsPerSlot; place += 1) {
          const at = cellOffset(layout, opened.value.slot, place);
          expect(await openCell(opened.value, place, bytes.subarray(at, at + layout.cellBytes), layout), `place ${place}`).not.toBeNull();
        }
      }
    }
  });

  it('have one size', () => {
    expect(all()).toHaveLength(each * kinds.length);
    expect(new Set(all().map(([, bytes]) => bytes.length))).toEqual(new Set([total]));
  });

  it('have bytes as even as chance makes them', () => {
    const pooled = new Array<number>(256).fill(0);
    for (const kind of kinds) {
      const values = (made.get(kind) ?? []).map((bytes) => chiSquareOf(countsOf(bytes)));
      // The mean of so many stays within five of its own deviations of 255.
      expect(Math.abs(mean(values) - 255), kind).toBeLessThan((5 * Math.sqrt(510)) / Math.sqrt(values.length));
    }
    for (const [, bytes] of all()) countsOf(bytes).forEach((count, byte) => (pooled[byte] = (pooled[byte] ?? 0) + count));
    expect(Math.abs(chiSquareOf(pooled) - 255)).toBeLessThan(5 * Math.sqrt(510));
    expect(entropyOf(pooled)).toBeGreaterThan(7.999);
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

  it('are told apart by a simple classifier no better than by tossing a coin, and a small fault is found by it', async () => {
    const counts = (kind: Kind): Uint16Array[] => (made.get(kind) ?? []).map((bytes) => Uint16Array.from(countsOf(bytes)));
    for (const kind of kinds.slice(1)) {
      // Four deviations of so few guesses: the narrow bound needs the long run.
      expect(Math.abs(tellApart(counts('never used'), counts(kind)) - 0.5), kind).toBeLessThan(4 * Math.sqrt(0.25 / each));
    }
    const spoilt = await countsOfLives('one plan', each, layout, random, (bytes) => bytes.fill(0, 1_000, 1_000 + total / 100));
    expect(tellApart(counts('never used'), spoilt), 'one byte in a hundred that is zero').toBeGreaterThan(0.8);
  });
});
