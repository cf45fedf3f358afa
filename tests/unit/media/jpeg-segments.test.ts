import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headSegments, withoutMetadata } from '../../../src/media/jpeg-segments.ts';
import { canaries, canary, withMetadata } from '../../helpers/media-files.ts';
import { data, end, frame, huffman, jfif, picture, progressive, scan, segment, start, tables } from './jpegs.ts';

const seed = 20_261_128;
const bare = (parts: readonly number[]): number[] | null => {
  const left = withoutMetadata(Uint8Array.from(parts));
  return left && [...left];
};

describe('what is left of a JPEG', () => {
  it('is the picture as it was, when there is nothing else', () => {
    expect(bare(picture)).toEqual(picture);
    expect(bare(progressive)).toEqual(progressive);
  });

  it('has none of the sixteen kinds of notes, nor comments, wherever they stand', () => {
    for (const marker of [0xe0, 0xe1, 0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xee, 0xef, 0xfe]) {
      const note = segment(marker, Buffer.from(canary));
      expect(bare([...start, ...note, ...jfif, ...tables, ...note, ...frame, ...huffman, ...note, ...scan, ...data, ...note, ...end])).toEqual(picture);
    }
  });

  it('has nothing of where, who and with what, and nothing that stood behind the end', () => {
    const full = withMetadata(Uint8Array.from(picture), 6);
    const left = Buffer.from(withoutMetadata(full) ?? full);
    for (const text of canaries) expect(left.includes(text), text).toBe(false);
    expect([...left]).toEqual(picture);
  });

  it('has a JFIF head without a small picture in it, whatever head there was', () => {
    const withSmall = segment(0xe0, [...Buffer.from('JFIF\0'), 1, 2, 1, 0, 72, 0, 72, 1, 1, 9, 9, 9]);
    const extended = segment(0xe0, [...Buffer.from('JFXX\0'), 0x10, 9, 9]);
    expect(bare([...start, ...withSmall, ...extended, ...tables, ...frame, ...huffman, ...scan, ...data, ...end])).toEqual(picture);
    expect(bare([...start, ...tables, ...frame, ...huffman, ...scan, ...data, ...end])).toEqual(picture);
  });

  it('keeps restarts, stuffed bytes and several scans, and drops filling before markers', () => {
    const many = [0x12, 0xff, 0x00, 0xff, 0xd0, 0x34, 0xff, 0xd7, 0x56];
    const whole = [...start, ...jfif, ...tables, ...frame, ...huffman, ...segment(0xdd, [0, 4]), ...scan, ...many, ...end];
    expect(bare(whole)).toEqual(whole);
    expect(bare([...start, 0xff, 0xff, ...jfif, 0xff, ...tables, ...frame, ...huffman, ...scan, ...data, ...end])).toEqual(picture);
  });

  it('is nothing when a table has more in it than it says', () => {
    for (const [at, part] of [tables, frame, huffman, scan].entries()) {
      const parts = [tables, frame, huffman, scan];
      const length = (part[3] ?? 0) + 1;
      parts[at] = [...part.slice(0, 3), length, ...part.slice(4), 0x41];
      expect(bare([...start, ...parts.flat(), ...data, ...end]), String(at)).toBeNull();
    }
    expect(bare([...start, ...tables, ...frame, ...huffman, ...segment(0xdd, [0, 4, 0x41]), ...scan, ...data, ...end])).toBeNull();
  });

  it('is nothing for kinds no browser draws, a second start, or no picture data at all', () => {
    for (const marker of [0xc3, 0xc5, 0xc8, 0xc9, 0xcc, 0xcf, 0xdc, 0xde, 0xf0]) expect(bare([...start, ...tables, ...segment(marker, [0, 0]), ...frame, ...huffman, ...scan, ...data, ...end])).toBeNull();
    expect(bare([...start, ...start, ...tables, ...frame, ...huffman, ...scan, ...data, ...end])).toBeNull();
    expect(bare([...start, ...tables, ...frame, ...huffman, ...end])).toBeNull();
    expect(bare([])).toBeNull();
    expect(bare([0x89, 0x50, 0x4e, 0x47])).toBeNull();
  });

  it('is nothing when it is cut short anywhere', () => {
    for (let length = 0; length < picture.length; length += 1) expect(bare(picture.slice(0, length)), String(length)).toBeNull();
  });

  it('never throws, never has notes, and stays as it is a second time, whatever is turned or thrown in', () => {
    const full = [...withMetadata(Uint8Array.from(picture), 3)];
    const change = fc.record({ at: fc.nat(full.length), out: fc.nat(3), in: fc.uint8Array({ maxLength: 8 }) });
    fc.assert(fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
      const bytes = [...full];
      for (const one of changes) bytes.splice(one.at, one.out, ...one.in);
      const left = withoutMetadata(Uint8Array.from(bytes));
      if (!left) return;
      const notes = [...headSegments(left)].filter(({ marker }) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe);
      expect(notes.map(({ marker, from }) => [marker, from])).toEqual([[0xe0, 6]]);
      expect(withoutMetadata(left)).toEqual(left);
    }), { seed, numRuns: 2_000 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      withoutMetadata(bytes);
      withoutMetadata(Uint8Array.from([...start, ...bytes]));
    }), { seed, numRuns: 2_000 });
  });
});
