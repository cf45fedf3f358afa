import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostSamples } from '../../../src/media/sound.ts';
import { newWav, readWav } from '../../../src/media/wav.ts';

const seed = 20_261_128;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the file of a recording', () => {
  it('has a head that players know, and no place for anything else', () => {
    // 506 samples: two blocks, 512 bytes.
    expect(hex(newWav(506).bytes.subarray(0, 60))).toBe([
      '52494646 34020000 57415645', // RIFF, 564 bytes follow, WAVE
      '666d7420 14000000 1100 0100 401f0000 d70f0000 0001 0400 0200 f901', // fmt: 0x11, one channel, 8,000 Hz, 4,055 bytes a second, blocks of 256, 4 bits, 505 samples a block
      '66616374 04000000 fa010000', // fact: 506
      '64617461 00020000', // data: 512
    ].join('').replaceAll(' ', ''));
  });

  it('reads back around each edge of a block', () => {
    for (const samples of [1, 504, 505, 506, 1010, 1011]) {
      const { bytes, blocks } = newWav(samples);
      blocks.fill(7);
      const wav = readWav(bytes);
      expect(wav?.samples).toBe(samples);
      expect(hex(wav?.blocks ?? new Uint8Array(0))).toBe(hex(blocks));
    }
  });

  it('holds the most that fits in 300,000 bytes, and one sample more would not', () => {
    expect(newWav(mostSamples).bytes.length).toBeLessThanOrEqual(300_000);
    expect(newWav(mostSamples + 1).bytes.length).toBeGreaterThan(300_000);
    expect(Math.floor(mostSamples / 8_000)).toBe(73);
  });

  it('is none when it is cut short, has more behind it, or a bit of its head is turned', () => {
    const { bytes } = newWav(506);
    for (let length = 0; length < bytes.length; length += 1) expect(readWav(bytes.subarray(0, length)), String(length)).toBeNull();
    expect(readWav(Uint8Array.from([...bytes, 0]))).toBeNull();
    for (let bit = 0; bit < 60 * 8; bit += 1) {
      const hurt = bytes.slice();
      hurt[bit >> 3]! ^= 1 << (bit & 7);
      // Only the count of samples may differ, within what its blocks hold.
      const isStillOne = bit >> 3 >= 48 && bit >> 3 < 52 && new DataView(hurt.buffer).getUint32(48, true) > 505 && new DataView(hurt.buffer).getUint32(48, true) <= 1010;
      expect(readWav(hurt) !== null, String(bit)).toBe(isStillOne);
    }
    expect(readWav(newWav(0).bytes)).toBeNull();
  });

  it('can be looked for in any bytes', () => {
    const start = newWav(506).bytes.subarray(0, 60);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 700 }), fc.nat(60), (bytes, from) => {
      expect(readWav(bytes)).toBeNull();
      expect(() => readWav(Uint8Array.from([...start.subarray(0, from), ...bytes]))).not.toThrow();
    }), { seed, numRuns: 1_000 });
  });
});
