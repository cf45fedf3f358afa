/** The small parts at their edges. */
import { describe, expect, it } from 'vitest';
import { createContainer, largestPicture, newSlot, openCell, strengthOf, type Bytes, type Random } from '../../../src/crypto/index.ts';
import { randomBelow } from '../../../src/crypto/bytes.ts';
import { decodePlanText, encodePlanText } from '../../../src/crypto/plan-text.ts';
import { keyFrom, numbers, seal } from '../../../src/crypto/slot.ts';
import { must, quick, seeded, small } from './small.ts';

/** A source that gives these bytes in turn. */
const giving = (...values: readonly number[]): Random => {
  const left = [...values];
  return (bytes) => bytes.forEach((_, index) => (bytes[index] = left.shift() ?? 0));
};

describe('a number drawn below three', () => {
  it('throws the one byte away that would make it uneven, and no other', () => {
    expect(randomBelow(3, giving(254))).toBe(2);
    expect(randomBelow(3, giving(255, 1))).toBe(1);
    expect(randomBelow(4, giving(255))).toBe(3);
    expect(randomBelow(1, giving(200))).toBe(0);
  });
});

describe('a screen lock', () => {
  it('is digits from end to end and nothing else', () => {
    for (const other of ['1234a', 'a1234', '12 34']) expect(strengthOf(other)?.kind, other).toBe('own');
    expect(strengthOf('١٢٣٤')?.kind).toBe('screen-lock');
  });
});

describe('the text inside a slot', () => {
  const cellKey = new Uint8Array(32);
  const text = new Uint8Array(0);

  it('may have a counter of nought, and none that is no number, and a key of 32 bytes', () => {
    expect(encodePlanText({ counter: 0, cellKey, text }, 100, seeded(1)).ok).toBe(true);
    for (const counter of [-1, 0.5, Number.MAX_SAFE_INTEGER + 1]) expect(() => encodePlanText({ counter, cellKey, text }, 100, seeded(1)), `${counter}`).toThrow('the counter is a whole number');
    expect(() => encodePlanText({ counter: 0, cellKey: new Uint8Array(31), text }, 100, seeded(1))).toThrow('a cell key has 32 bytes');
  });

  it('may be as short as its own head', () => {
    const shortest = must(encodePlanText({ counter: 3, cellKey, text }, 45, seeded(1)));
    expect(must(decodePlanText(shortest))).toEqual({ counter: 3, cellKey, text });
  });
});

describe('a cell sealed with the right key', () => {
  it('opens at its longest, and is nothing when it promises more or is of another version', async () => {
    const opened = must(await newSlot(createContainer(seeded(1), small), 'p', new Uint8Array(0), [], quick, seeded(2), small))[1].opened;
    const cellWith = async (version: number, length: number): Promise<Bytes | null> => {
      const plain = new Uint8Array(small.cellBytes - 28);
      plain[0] = version;
      plain.set(numbers(length), 1);
      return openCell(opened, 1, await seal(await keyFrom(opened.cellKey), numbers(1, small.cellBytes, opened.slot, 1, 0x63656c6c), plain, seeded(3)), small);
    };
    const longest = largestPicture(small);
    expect((await cellWith(1, longest))?.length).toBe(longest);
    expect((await cellWith(1, 0))?.length).toBe(0);
    for (const [version, length] of [[1, longest + 1], [1, longest + 9], [2, 3], [0, 3], [2, longest + 1]] as const) expect(await cellWith(version, length), `${version} ${length}`).toBeNull();
  });
});
