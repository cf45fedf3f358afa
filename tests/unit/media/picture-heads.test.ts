/** What a file says of itself: its size, which way up, and whether it is all there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnItsSide, orientationOf, turnOf } from '../../../src/media/jpeg-orientation.ts';
import { jpegSize, pictureSize } from '../../../src/media/picture-size.ts';
import { fitted } from '../../../src/media/picture-steps.ts';
import { isWhole } from '../../../src/media/whole-picture.ts';
import { exifSegment, withMetadata } from '../../helpers/media-files.ts';
import { picture, progressive, segment, start } from './jpegs.ts';

const seed = 20_261_128;
function padded(bytes: Iterable<number>): Uint8Array {
  const all = new Uint8Array(64);
  all.set([...bytes]);
  return all;
}

describe('the size of a picture', () => {
  it('is read from the heads of the common kinds', () => {
    expect(pictureSize(Uint8Array.from(picture))).toEqual({ width: 16, height: 8 });
    expect(pictureSize(Uint8Array.from(progressive))).toEqual({ width: 16, height: 8 });
    expect(pictureSize(withMetadata(Uint8Array.from(picture), 6))).toEqual({ width: 16, height: 8 });
    expect(pictureSize(padded(Buffer.from('89504e470d0a1a0a0000000d49484452000075300000ea60', 'hex')))).toEqual({ width: 30_000, height: 60_000 });
    expect(pictureSize(padded([...Buffer.from('GIF89a'), 0x34, 0x12, 0x78, 0x56]))).toEqual({ width: 0x1234, height: 0x5678 });
    const webp = (kind: string, ...rest: number[]): Uint8Array => padded([...Buffer.from(`RIFF....WEBP${kind}....`), ...rest]);
    expect(pictureSize(webp('VP8 ', 0, 0, 0, 0x9d, 1, 0x2a, 0xd0, 0x47, 0xe8, 3))).toEqual({ width: 2_000, height: 1_000 });
    // One less than the size each, in fourteen bits behind one another.
    expect(pictureSize(webp('VP8L', 0x2f, 0xcf, 0xc7, 0xf9, 0))).toEqual({ width: 2_000, height: 1_000 });
    expect(pictureSize(webp('VP8X', 0, 0, 0, 0, 0xcf, 7, 0, 0xe7, 3, 0))).toEqual({ width: 2_000, height: 1_000 });
  });

  it('is not guessed for anything else', () => {
    for (const bytes of [padded(Buffer.from('....ftypheic')), padded(Buffer.from('RIFF....WEBPNONE')), padded(Buffer.from('BM')), new Uint8Array(0), Uint8Array.from(picture.slice(0, 40))]) expect(pictureSize(bytes)).toBeNull();
    expect(jpegSize(padded(Buffer.from('89504e47', 'hex')))).toBeNull();
  });

  it('can be looked for in any bytes', () => {
    const begins = ['', 'ffd8', 'ffd8ffc0', '89504e47', '474946383961', '524946460000000057454250565038', '524946460000000057454250565038'].map((text) => [...Buffer.from(text, 'hex')]);
    fc.assert(fc.property(fc.constantFrom(...begins), fc.uint8Array({ maxLength: 80 }), (begin, bytes) => {
      pictureSize(Uint8Array.from([...begin, ...bytes]));
      isWhole(Uint8Array.from([...begin, ...bytes]));
      orientationOf(Uint8Array.from([...begin, ...bytes]));
    }), { seed, numRuns: 2_000 });
  });

  it('is brought within a square, never to nothing and never larger', () => {
    expect(fitted({ width: 4_000, height: 3_000 }, 1_600)).toEqual({ width: 1_600, height: 1_200 });
    expect(fitted({ width: 1_600, height: 1_601 }, 1_600)).toEqual({ width: 1_599, height: 1_600 });
    expect(fitted({ width: 1_600, height: 1_600 }, 1_600)).toEqual({ width: 1_600, height: 1_600 });
    expect(fitted({ width: 60_000, height: 1 }, 1_600)).toEqual({ width: 6_400, height: 1 });
    expect(fitted({ width: 3, height: 2 }, 1_600)).toEqual({ width: 3, height: 2 });
  });

  it('may be longer where a square would make writing too narrow to read: screens of messages that were rolled', () => {
    expect(fitted({ width: 1_080, height: 2_160 }, 1_600)).toEqual({ width: 800, height: 1_600 });
    for (const screens of [2, 3, 5, 8]) {
      const { width, height } = fitted({ width: 1_080, height: screens * 2_400 }, 1_600);
      expect(width, `${screens} screens`).toBeGreaterThan(240);
      expect(width * height).toBeLessThan(1_600 * 801);
      expect(Math.abs(height / width - (screens * 2_400) / 1_080)).toBeLessThan(0.1);
    }
  });
});

describe('a file that is all there', () => {
  const png = [...Buffer.from('89504e470d0a1a0a' + '0000000d49484452' + '00'.repeat(17) + '0000000149444154' + '0000000000' + '0000000049454e4400000000', 'hex')];
  const webp = [...Buffer.from('RIFF'), 12, 0, 0, 0, ...Buffer.from('WEBPVP8 '), 1, 2, 3, 4];

  it('is told from one that was cut anywhere', () => {
    for (const whole of [picture, progressive, png, webp]) {
      expect(isWhole(Uint8Array.from(whole))).toBe(true);
      expect(isWhole(Uint8Array.from([...whole, 1, 2, 3]))).toBe(true);
      // Too short to say what it is, it is not vouched for either way; the decoder refuses it.
      const needed = whole === png ? whole.length - 4 : whole.length;
      for (let length = 12; length < needed; length += 1) expect(isWhole(Uint8Array.from(whole.slice(0, length))), String(length)).toBe(false);
    }
  });

  it('is not one for the end of a small picture in its head', () => {
    expect(isWhole(Uint8Array.from([...start, ...segment(0xe1, picture), ...picture.slice(2, -2)]))).toBe(false);
  });

  it('is taken on trust when it is of another kind', () => {
    for (const bytes of [Buffer.from('GIF89a'), Buffer.from('....ftypheic'), Buffer.from('hello'), new Uint8Array(0)]) expect(isWhole(bytes)).toBe(true);
  });
});

describe('which way up a JPEG was taken', () => {
  const exifIn = (parts: Iterable<number>): Uint8Array => Uint8Array.from([...start, ...parts, ...picture.slice(2)]);
  /** The other order of bytes, with the mark second. */
  const little = (value: number): number[] => segment(0xe1, [
    ...Buffer.from('Exif\0\0II*\0'), 8, 0, 0, 0, 2, 0,
    0x0f, 1, 2, 0, 2, 0, 0, 0, 0x41, 0, 0, 0,
    0x12, 1, 3, 0, 1, 0, 0, 0, value, 0, 0, 0, 0, 0, 0, 0,
  ]);

  it('is found in either order of bytes, and can be set to upright', () => {
    for (const value of [2, 3, 4, 5, 6, 7, 8]) {
      for (const [part, upright] of [[exifSegment(value), [0, 1]], [little(value), [1, 0]]] as const) {
        const bytes = exifIn(part);
        const mark = orientationOf(bytes);
        expect(mark).toMatchObject({ value });
        expect([...(mark?.upright ?? [])]).toEqual(upright);
        bytes.set(mark?.upright ?? [], mark?.at ?? 0);
        expect(orientationOf(bytes)).toBeNull();
      }
    }
  });

  it('is upright where there is no mark or one that means nothing', () => {
    for (const value of [0, 1, 9, 255]) expect(orientationOf(exifIn(exifSegment(value)))).toBeNull();
    expect(orientationOf(Uint8Array.from(picture))).toBeNull();
    expect(orientationOf(new Uint8Array(0))).toBeNull();
  });

  it('is read without a fault from Exif that was cut or turned', () => {
    const whole = [...exifSegment(6)];
    for (let length = 4; length < whole.length; length += 1) orientationOf(exifIn(segment(0xe1, whole.slice(4, length))));
    fc.assert(fc.property(fc.integer({ min: 4, max: whole.length - 1 }), fc.nat(255), (at, value) => {
      orientationOf(exifIn(Object.assign([...whole], { [at]: value })));
    }), { seed, numRuns: 2_000 });
  });

  it('is set right by a turn that keeps every corner in sight', () => {
    // Where the first point and its neighbours go: as Exif 2.32 shows each of the eight.
    const topLeft: Readonly<Record<number, [number, number]>> = { 1: [0, 0], 2: [30, 0], 3: [30, 20], 4: [0, 20], 5: [0, 0], 6: [20, 0], 7: [20, 30], 8: [0, 30] };
    for (const value of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const [a, b, c, d, e, f] = turnOf(value, 30, 20);
      const [width, height] = isOnItsSide(value) ? [20, 30] : [30, 20];
      expect([e, f], String(value)).toEqual(topLeft[value]);
      const corners = [[0, 0], [30, 0], [0, 20], [30, 20]].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f].join());
      expect(corners.sort()).toEqual([[0, 0], [width, 0], [0, height], [width, height]].map((corner) => corner.join()).sort());
    }
  });
});
