/** What opens when the two generations of a plan are of different kinds, each sealed with the right key. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createContainer, readSalt, slotOffset, type Bytes } from '../../../src/crypto/index.ts';
import { keyFor, keyFrom, numbers, rootKey, seal } from '../../../src/crypto/slot.ts';
import { open, random, seed } from './box.ts';
import { must, quick, seeded, small, textOf, utf8 } from './small.ts';

beforeEach(() => seed(1));

type Kind = 'none' | 'older' | 'newer' | 'same' | 'future' | 'broken';
/** Version, counter, then nothing but zeros: a cell key, a text of no length. */
function plainOf(kind: Kind): Bytes {
  const plain = new Uint8Array(small.slotBytes - 28);
  plain.set(numbers(0, { older: 4, newer: 5, same: 5 }[kind as 'older'] ?? 9), 1);
  plain[0] = kind === 'future' ? 2 : kind === 'broken' ? 0 : 1;
  plain.set(numbers(kind.length), 41);
  plain.set(utf8(kind), 45);
  return plain;
}

async function containerWith(zero: Kind, one: Kind): Promise<Bytes> {
  const container = createContainer(random, small);
  const key = await keyFor(await rootKey(must(await quick(utf8('p'), readSalt(container, small)))), 'plan 1 2');
  for (const [generation, kind] of [[0, zero], [1, one]] as const) {
    if (kind === 'none') continue;
    container.set(await seal(key, numbers(1, small.slotBytes, 2, generation), plainOf(kind), seeded(generation)), slotOffset(small, 2, generation));
  }
  return container;
}

const isPlan = (text: string, generation: number, otherLost: boolean): object => ({ text, generation, otherLost });

describe('a plan of two generations', () => {
  it.each<[Kind, Kind, string | object | null]>([
    ['none', 'none', null], ['older', 'newer', isPlan('newer', 1, false)], ['newer', 'older', isPlan('newer', 0, false)], ['newer', 'same', isPlan('newer', 0, false)],
    ['older', 'none', isPlan('older', 0, true)], ['none', 'older', isPlan('older', 1, true)], ['older', 'broken', isPlan('older', 0, true)], ['broken', 'older', isPlan('older', 1, true)],
    ['broken', 'none', 'damaged'], ['broken', 'broken', 'damaged'], ['future', 'none', 'newer-version'], ['older', 'future', 'newer-version'], ['future', 'older', 'newer-version'],
    ['future', 'broken', 'newer-version'], ['broken', 'future', 'newer-version'], ['future', 'future', 'newer-version'],
  ])('of which one is %s and the other %s', async (zero, one, found) => {
    const opened = await open(await containerWith(zero, one), 'p');
    const plan = opened.ok ? opened.value : null;
    expect(opened.ok ? plan && isPlan(textOf(plan.text), plan.generation, plan.otherLost) : opened.fault).toEqual(found);
  });
});

describe('the key of the pictures', () => {
  it('cannot be read out', async () => {
    await expect(crypto.subtle.exportKey('raw', await keyFrom(new Uint8Array(32)))).rejects.toThrow();
  });
});
