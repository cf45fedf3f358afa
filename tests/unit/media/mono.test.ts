import { describe, expect, it } from 'vitest';
import { monoAt8k } from '../../../src/media/mono.ts';
import { shareOfTone } from '../../helpers/media-files.ts';

const tone = (rate: number, hertz: number, seconds = 1): Float32Array => Float32Array.from({ length: rate * seconds }, (_, at) => 0.5 * Math.sin((2 * Math.PI * hertz * at) / rate));
const loudness = (samples: Int16Array): number => Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);

describe('one channel at 8 kHz', () => {
  it('is the mean of all channels', () => {
    const sound = monoAt8k([Float32Array.of(1, 0.5, -1), Float32Array.of(0, 0.5, -1)], 8_000);
    expect(sound.length).toBe(3);
    expect([...sound.read(0, 3)]).toEqual([16384, 16384, -32767]);
    expect([...sound.read(1, 1)]).toEqual([16384]);
  });

  it('never runs over, and is silent where there is no number', () => {
    expect([...monoAt8k([Float32Array.of(7, -7, NaN, Infinity, -Infinity)], 8_000).read(0, 6)]).toEqual([32767, -32767, 0, 32767, -32767, 0]);
    expect(monoAt8k([], 8_000).length).toBe(0);
    expect(monoAt8k([new Float32Array(0)], 44_100).length).toBe(0);
  });

  it.each([44_100, 48_000, 22_050, 96_000, 4_000])('from %s a second keeps what it can hold, as loud as it was', (rate) => {
    const sound = monoAt8k([tone(rate, 1_000)], rate);
    expect(sound.length).toBe(8_000);
    const samples = sound.read(0, 8_000);
    const middle = samples.subarray(400, -400);
    expect(shareOfTone(middle, 8_000, 1_000)).toBeGreaterThan(0.999);
    expect(loudness(middle) / (0.5 * 32767 * Math.SQRT1_2)).toBeCloseTo(1, 2);
    // Read in stretches it is the same.
    expect([...sound.read(300, 50)]).toEqual([...samples.subarray(300, 350)]);
  });

  it.each([5_000, 9_000, 15_000])('does not hear %s Hz as something else', (hertz) => {
    const middle = monoAt8k([tone(44_100, hertz)], 44_100).read(400, 7_200);
    expect(loudness(middle) / (0.5 * 32767 * Math.SQRT1_2)).toBeLessThan(0.01);
  });
});
