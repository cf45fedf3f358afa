/**
 * The record of what a person chose to keep of the settings. Every visitor has
 * one of the same size, with the same bytes until they ask to keep something.
 *
 * It is written twice, first copy first. So the first copy is the newer one
 * wherever both are whole, and no count of changes has to be kept: a record
 * that was used and undone has the bytes of one that was never used.
 *
 * One copy: version 1 | 1 when kept | six numbers | zeros | CRC-32 of all before
 * it, low byte first.
 */
import { copyBytes, isKeptAt, recordBytes } from './choices-file.ts';

const version = 1;
const sumAt = copyBytes - 4;

/**
 * Numbers whose meaning is not known here. Zero is how the app comes, for each.
 * The order is that of the bytes and stays.
 */
const highest = { size: 3, look: 2, contrast: 1, exit: 4, shortcut: 1, idleMinutes: 60 } as const;

export type Choices = Readonly<Record<keyof typeof highest, number>>;

const names = Object.keys(highest) as (keyof Choices)[];

/** CRC-32 as in gzip and PNG: it tells a torn write, not a forger. */
function sumOf(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xed_b8_83_20 & -(sum & 1));
  }
  return ~sum >>> 0;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** One copy of the record; `null`: nothing is kept. */
export function copyOfChoices(choices: Choices | null): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(copyBytes);
  bytes[0] = version;
  if (choices) bytes.set([1, ...names.map((name) => choices[name])], isKeptAt);
  viewOf(bytes).setUint32(sumAt, sumOf(bytes.subarray(0, sumAt)), true);
  return bytes;
}

/** The copy that counts: the first if it is whole, or the second; `null` when neither is. */
export function wholeCopy(record: Uint8Array): Uint8Array | null {
  const copies = [record.subarray(0, copyBytes), record.subarray(copyBytes, recordBytes)];
  return copies.find((copy) => copy.length === copyBytes && viewOf(copy).getUint32(sumAt, true) === sumOf(copy.subarray(0, sumAt))) ?? null;
}

/**
 * What is kept; `null`: nothing, or nothing that can be read. Takes any bytes
 * and never throws. A record of a newer version, or with a number this version
 * does not know, counts as nothing and is not touched by reading.
 */
export function choicesIn(record: Uint8Array): Choices | null {
  const [its, isKept, ...numbers] = wholeCopy(record) ?? [];
  if (its !== version || isKept !== 1) return null;
  const known = names.every((name, index) => (numbers[index] ?? 0) <= highest[name]);
  return known ? (Object.fromEntries(names.map((name, index) => [name, numbers[index] ?? 0])) as Choices) : null;
}
