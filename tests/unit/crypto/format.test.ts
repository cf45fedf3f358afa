/** The formats as src/crypto/README.md tells them, read by other code that knows nothing but that page. */
import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  argonInWasm, cellOffset, containerBytes, createContainer, exportBackup, largestPicture, layoutV1, leastCost, longestText, newSlot, saltOffset, sealCell, sealSlot, slotOffset,
  type Argon, type Bytes, type OpenedSlot,
} from '../../../src/crypto/index.ts';
import { open, random, seed } from './box.ts';
import { applyAll, must, quick, seeded, small, textOf, toHex, utf8 } from './small.ts';

beforeEach(() => seed(1));

const whole = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeUInt32BE(number, index * 4));
  return bytes;
};
const keyOf = (root: Uint8Array, info: string): Buffer => Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), info, 32));

/** nonce 12 | ciphertext | tag 16 */
function decipher(key: Uint8Array, place: Uint8Array, sealed: Uint8Array): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  cipher.setAAD(place);
  cipher.setAuthTag(sealed.subarray(sealed.length - 16));
  return Buffer.concat([cipher.update(sealed.subarray(12, sealed.length - 16)), cipher.final()]);
}

/** `quick`, as node says it. */
const rootOf = (passphrase: string, salt: Uint8Array): Buffer => createHash('sha256').update(passphrase).update(salt).digest();

const slotAt = (slot: number, generation: number): number => small.pageBytes + slot * small.slotBytes + generation * (small.pageBytes + small.slots * small.slotBytes);
const cellAt = (slot: number, cell: number): number => 3 * small.pageBytes + 2 * small.slots * small.slotBytes + (slot * small.cellsPerSlot + cell) * small.cellBytes;

async function written(): Promise<{ container: Bytes; opened: OpenedSlot }> {
  const container = createContainer(random, small);
  const steps = must(await newSlot(container, 'p', utf8('first'), [], quick, random, small));
  const saved = must(await sealSlot(steps[1].opened, utf8('a text with ł and 🌾'), random, small));
  applyAll(container, [...steps.map(({ patch }) => patch), saved.patch]);
  return { container, opened: saved.opened };
}

describe('the container of version 1', () => {
  it('is opened by the README alone', async () => {
    const { container, opened } = await written();
    expect(container).toHaveLength(containerBytes(small));
    const salt = container.subarray(0, 32);
    for (const copy of [1, 2]) expect(container.subarray(saltOffset(small, copy), saltOffset(small, copy) + 32)).toEqual(salt);
    const key = keyOf(rootOf('p', salt), `plan 1 ${opened.slot}`);
    const texts = [0, 1].map((generation) => {
      const at = slotAt(opened.slot, generation);
      const plain = decipher(key, whole(1, small.slotBytes, opened.slot, generation), container.subarray(at, at + small.slotBytes));
      expect(plain).toHaveLength(small.slotBytes - 28);
      expect(plain[0]).toBe(1);
      expect(toHex(plain.subarray(9, 41))).toBe(toHex(opened.cellKey));
      return { counter: Number(plain.readBigUInt64BE(1)), text: plain.subarray(45, 45 + plain.readUInt32BE(41)).toString('utf8') };
    });
    expect(texts).toEqual([{ counter: 3, text: 'a text with ł and 🌾' }, { counter: 2, text: 'first' }]);
  });

  it('holds a picture in a cell as the README says', async () => {
    const { container, opened } = await written();
    applyAll(container, [must(await sealCell(opened, 1, utf8('a picture'), random, small))]);
    const at = cellAt(opened.slot, 1);
    const plain = decipher(opened.cellKey, whole(1, small.cellBytes, opened.slot, 1, 0x63656c6c), container.subarray(at, at + small.cellBytes));
    expect(plain).toHaveLength(small.cellBytes - 28);
    expect([plain[0], plain.readUInt32BE(1), plain.subarray(5, 14).toString('utf8')]).toEqual([1, 9, 'a picture']);
  });

  it('has random bytes behind the text and the picture, never zeros', async () => {
    const { container, opened } = await written();
    applyAll(container, [must(await sealCell(opened, 0, utf8('a picture'), random, small))]);
    const key = keyOf(rootOf('p', container.subarray(0, 32)), `plan 1 ${opened.slot}`);
    const slot = decipher(key, whole(1, small.slotBytes, opened.slot, 0), container.subarray(slotAt(opened.slot, 0), slotAt(opened.slot, 0) + small.slotBytes)).subarray(120);
    const cell = decipher(opened.cellKey, whole(1, small.cellBytes, opened.slot, 0, 0x63656c6c), container.subarray(cellAt(opened.slot, 0), cellAt(opened.slot, 0) + small.cellBytes)).subarray(40);
    for (const rest of [slot, cell]) expect(new Set(rest).size).toBeGreaterThan(80);
  });

  it('has every byte of a fixed source where it had it on the day it was laid down', async () => {
    const { container } = await written();
    expect(createHash('sha256').update(container).digest('hex')).toBe('2acbcbe96356757286d4a0b8d791eb24bfc1c3677486b26b43af38dfab7036fe');
  });

  it('has everything in the places of the README\'s table', () => {
    expect([0, 1, 2].map((copy) => saltOffset(layoutV1, copy))).toEqual([0, 1_052_672, 2_105_344]);
    expect([0, 3].flatMap((slot) => [slotOffset(layoutV1, slot, 0), slotOffset(layoutV1, slot, 1)])).toEqual([4_096, 1_056_768, 790_528, 1_843_200]);
    expect([cellOffset(layoutV1, 0, 0), cellOffset(layoutV1, 3, 5)]).toEqual([2_109_440, 9_973_760 - 327_680]);
    expect([longestText(), largestPicture()]).toEqual([262_071, 327_647]);
  });

  it('has no place before its first or behind its last', () => {
    for (const wrong of [-1, 4, 0.5]) {
      expect(() => slotOffset(layoutV1, wrong, 0), `slot ${wrong}`).toThrow('no such slot');
      expect(() => cellOffset(layoutV1, wrong, 0), `slot ${wrong} of a cell`).toThrow('no such slot');
    }
    for (const wrong of [-1, 6, 0.5]) expect(() => cellOffset(layoutV1, 0, wrong), `cell ${wrong}`).toThrow('no such cell');
    for (const wrong of [-1, 3, 0.5]) expect(() => saltOffset(layoutV1, wrong), `copy ${wrong}`).toThrow('no such salt copy');
  });

  it('is opened by this app as by the README', async () => {
    const { container } = await written();
    const opened = must(await open(container, 'p'));
    expect(opened && [textOf(opened.text), opened.counter, opened.generation, opened.otherLost]).toEqual(['a text with ł and 🌾', 3, 0, false]);
  });
});

describe('the backup of version 1', () => {
  const argon: Argon = (secret, salt, cost) => argonInWasm(secret, salt, { ...cost, memoryKiB: 64, passes: 1 });

  it('is opened by the README alone', async () => {
    const file = must(await exportBackup([utf8('{"notes":[]}'), utf8('second')], ' file words ', { argon, random: seeded(5), cost: leastCost }));
    expect(Buffer.from(file.subarray(0, 7)).toString()).toBe('NOTEBOX');
    expect(toHex(file.subarray(7, 20))).toBe('01' + whole(19_456, 2, 1).toString('hex'));
    expect(toHex(file.subarray(file.length - 32))).toBe(createHash('sha256').update(file.subarray(0, file.length - 32)).digest('hex'));
    const root = await argon(utf8('file words'), file.slice(20, 52), leastCost);
    const sealed = file.subarray(52, file.length - 32);
    expect(sealed.length % 65_536).toBe(0);
    const plain = decipher(keyOf(root, 'backup 1'), file.subarray(0, 52), sealed);
    expect(plain.readUInt32BE(0)).toBe(2);
    expect(plain.subarray(8, 8 + plain.readUInt32BE(4)).toString()).toBe('{"notes":[]}');
    expect(plain.subarray(24, 24 + plain.readUInt32BE(20)).toString()).toBe('second');
    expect(new Set(plain.subarray(40)).size).toBe(256);
  });
});
