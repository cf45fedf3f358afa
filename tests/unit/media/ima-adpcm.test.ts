import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockBytes, blockSamples, decodeBlocks, encodeBlock } from '../../../src/media/ima-adpcm.ts';
import { blocksFor } from '../../../src/media/wav.ts';
import { babble, decibelsOver, sine } from './sounds.ts';

const seed = 20_261_128;

function encode(samples: Int16Array): Uint8Array {
  const blocks = new Uint8Array(blocksFor(samples.length) * blockBytes);
  let onScale = 0;
  for (let block = 0; block * blockBytes < blocks.length; block += 1) {
    onScale = encodeBlock(samples.subarray(block * blockSamples, (block + 1) * blockSamples), onScale, blocks.subarray(block * blockBytes));
  }
  return blocks;
}

describe('two blocks written out', () => {
  /**
   * The head is 100 and place 0. From 100 to 100 is code 0 and to 110 code 6 (7/8 + 7 + 3 = 10: exactly), low half first;
   * then on to 130 the same way, and back. Made with Python's audioop, whose halves stand the other way round, 2026-11-28.
   */
  const first = Buffer.alloc(blockBytes);
  first.write('6400000060f6ffffffef37c0080808080808080808080808080888008800880088008800880088008880008800888080808000080808080809', 'hex');
  first.write('7077', blockBytes - 2, 'hex');
  /** Minus two, and place 24, where the block before ended. */
  const second = Buffer.alloc(blockBytes);
  second.write('feff1800d2b3b4c38080808080008880808000080808', 'hex');
  const sound = Int16Array.from([
    100, 100, 110, 130, 90, -40, -300, -1000, -3000, -9000, -20000, -32768, -32768, 0, 32767, 32767, ...new Array<number>(486).fill(0), 500, 1000, 2000,
    -2, 40, -40, 40, -40, 40, -40, 40, -40,
  ]);

  it('are what the sound becomes', () => {
    const blocks = encode(sound);
    expect(Buffer.from(blocks).toString('hex')).toBe(Buffer.concat([first, second]).toString('hex'));
  });

  it('become the sound again, as other players hear it', () => {
    const heard = decodeBlocks(Buffer.concat([first, second]), 514);
    expect([...heard.subarray(0, 12)]).toEqual([100, 100, 110, 130, 89, -4, -203, -633, -1558, -3545, -7805, -16936]);
    expect(heard[504]).toBe(104);
    expect(heard[505]).toBe(-2);
    expect(heard).toHaveLength(514);
  });
});

describe('a sound that was encoded', () => {
  it.each([
    ['a tone', sine(8_000, 440), 26],
    ['a quiet tone', sine(8_000, 440, 500), 26],
    ['what is like speech', babble(40_000), 20],
  ])('comes back, %s', (_, sound, decibels) => {
    expect(decibelsOver(sound, decodeBlocks(encode(sound), sound.length))).toBeGreaterThan(decibels);
  });

  it('may be of any length, around each edge of a block', () => {
    for (const length of [1, 2, 503, 504, 505, 506, 1009, 1010, 1011]) {
      const sound = sine(length, 300);
      const blocks = encode(sound);
      expect(blocks).toHaveLength(Math.ceil(length / 505) * 256);
      const heard = decodeBlocks(blocks, length);
      expect(heard).toHaveLength(length);
      expect(heard[0]).toBe(0);
      // The first sample of a block stands in it whole.
      if (length > 505) expect(heard[505]).toBe(sound[505]);
    }
    expect(encode(new Int16Array(0))).toHaveLength(0);
  });

  it('never runs over, however loud', () => {
    const loudest = Int16Array.from({ length: 1_000 }, (_, at) => (at % 40 < 20 ? 32_767 : -32_768));
    const heard = decodeBlocks(encode(loudest), 1_000);
    // Were the sum to run over, the sign would turn round.
    for (let at = 100; at < 1_000; at += 1) if (at % 20 > 5) expect(Math.sign(heard[at] ?? 0), String(at)).toBe(Math.sign(loudest[at] ?? 0));
  });

  it('that lost bits has lost only the blocks they stood in', () => {
    const sound = babble(2_020);
    const blocks = encode(sound);
    const whole = decodeBlocks(blocks, 2_020);
    fc.assert(fc.property(fc.nat(256 * 8 - 1), (bit) => {
      const hurt = blocks.slice();
      hurt[256 + (bit >> 3)]! ^= 1 << (bit & 7);
      const heard = decodeBlocks(hurt, 2_020);
      expect(heard.subarray(0, 505)).toEqual(whole.subarray(0, 505));
      expect(heard.subarray(1_010)).toEqual(whole.subarray(1_010));
    }), { seed, numRuns: 200 });
  });
});

describe('bytes from anywhere', () => {
  it('give some sound of the length asked for, or what there are whole blocks for', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 1_500 }), fc.nat(2_000), (bytes, most) => {
      expect(decodeBlocks(bytes, most)).toHaveLength(Math.min(most, Math.floor(bytes.length / 256) * 505));
    }), { seed, numRuns: 1_000 });
  });

  it('may say a place beyond the scale', () => {
    const beyond = new Uint8Array(256).fill(255);
    const last = beyond.slice();
    last[2] = 88;
    expect(decodeBlocks(beyond, 505)).toEqual(decodeBlocks(last, 505));
  });

  it('may be any samples and any place on the scale', () => {
    fc.assert(fc.property(fc.int16Array({ maxLength: 600 }), fc.integer(), (samples, onScale) => {
      const next = encodeBlock(samples, onScale, new Uint8Array(256));
      expect(next).toBeGreaterThanOrEqual(0);
      expect(next).toBeLessThanOrEqual(88);
    }), { seed, numRuns: 500 });
  });
});
