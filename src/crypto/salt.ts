import { copyOf, randomBytes, type Bytes, type Random } from './bytes.ts';
import { saltBytes, saltCopies, saltOffset, type Layout } from './layout.ts';

/** Bytes to be written at a place in the container. */
export interface Patch {
  readonly offset: number;
  readonly bytes: Bytes;
}

function copiesIn(head: Uint8Array, layout: Layout): readonly Bytes[] {
  return Array.from({ length: saltCopies }, (_, copy) => {
    const at = saltOffset(layout, copy);
    return copyOf(head, at, at + saltBytes);
  });
}

/** How many bits differ. */
function distance(one: Uint8Array, other: Uint8Array): number {
  let bits = 0;
  one.forEach((byte, index) => {
    for (let rest = byte ^ (other[index] ?? 0); rest > 0; rest &= rest - 1) bits += 1;
  });
  return bits;
}

/** The salt by majority, bit by bit: whatever befalls one copy, and scattered damage to all three, is outvoted. */
export function readSalt(head: Uint8Array, layout: Layout): Bytes {
  const [first, second, third] = copiesIn(head, layout) as [Bytes, Bytes, Bytes];
  return first.map((a, index) => {
    const b = second[index] ?? 0;
    const c = third[index] ?? 0;
    return (a & b) | (a & c) | (b & c);
  });
}

/**
 * Copies as far from each other as random bytes are (128 bits of 256, and
 * 64 or fewer by chance less than once in 10^13) are what a wipe writes first.
 */
const strangersFrom = 64;

/** True when no two copies are akin: a wipe began here and did not come to its end. Nothing can be opened any more. */
export function isWipeUnfinished(head: Uint8Array, layout: Layout): boolean {
  const [first, second, third] = copiesIn(head, layout) as [Bytes, Bytes, Bytes];
  return Math.min(distance(first, second), distance(first, third), distance(second, third)) > strangersFrom;
}

/** All copies of one salt, ready to be written. */
export function saltPatches(salt: Bytes, layout: Layout): readonly Patch[] {
  return Array.from({ length: saltCopies }, (_, copy) => ({ offset: saltOffset(layout, copy), bytes: salt }));
}

/** Three different ones: after this no passphrase opens anything, and the wipe is known to be unfinished. */
export function strangerPatches(layout: Layout, random: Random): readonly Patch[] {
  return Array.from({ length: saltCopies }, (_, copy) => ({ offset: saltOffset(layout, copy), bytes: randomBytes(saltBytes, random) }));
}

/** The copies that differ from the majority, put right. */
export function saltRepairs(head: Uint8Array, layout: Layout): readonly Patch[] {
  const salt = readSalt(head, layout);
  return copiesIn(head, layout).flatMap((copy, index) => (distance(copy, salt) === 0 ? [] : [{ offset: saltOffset(layout, index), bytes: salt }]));
}
