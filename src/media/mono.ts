import { samplesPerSecond } from './wav.ts';

/** A decoded recording as one channel at 8 kHz, read a stretch at a time so that nobody waits for the whole. */
export interface MonoSound {
  /** In samples at 8 kHz. */
  readonly length: number;
  read(from: number, count: number): Int16Array;
}

/** Of the old rate that a telephone's can hold, with room for the filter's slope. */
const kept = 0.92;
/** How many swings of the filter on each side: enough to keep what cannot be held 40 dB down. */
const swings = 12;

interface Taps {
  readonly from: number;
  readonly weights: Float32Array;
}

/** A sinc under a Hann window, its middle at `middle` between two old samples; adds up to one, so that loudness stays. */
function tapsAt(middle: number, cutoff: number): Taps {
  const reach = swings / (2 * cutoff);
  const from = Math.ceil(middle - reach);
  const weights = new Float32Array(Math.floor(middle + reach) - from + 1);
  for (let index = 0; index < weights.length; index += 1) {
    const x = from + index - middle;
    const angle = 2 * Math.PI * cutoff * x;
    weights[index] = (angle === 0 ? 1 : Math.sin(angle) / angle) * (0.5 + 0.5 * Math.cos((Math.PI * x) / reach));
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { from, weights: weights.map((weight) => weight / sum) };
}

const toInt16 = (value: number): number => Math.round(Math.min(1, Math.max(-1, value)) * 32767) || 0;

/**
 * The mean of all channels. Where the browser gave another rate than 8 kHz (a
 * whole number a second), a filter takes what the new rate cannot hold and each
 * new sample is worked out from the old ones around it.
 */
export function monoAt8k(channels: readonly Float32Array[], rate: number): MonoSound {
  const oldLength = channels[0]?.length ?? 0;
  const mixed = (at: number): number => {
    let sum = 0;
    for (const channel of channels) sum += channel[at] ?? 0;
    return sum / channels.length;
  };
  if (rate === samplesPerSecond) {
    return { length: oldLength, read: (from, count) => Int16Array.from({ length: count }, (_, index) => toInt16(mixed(from + index))) };
  }
  const cutoff = 0.5 * kept * Math.min(1, samplesPerSecond / rate);
  // Where a new sample lies between two old ones comes round again: 80 places from 44.1 kHz, one from 48.
  const known = new Map<number, Taps>();
  const sampleAt = (index: number): number => {
    const phase = (index * rate) % samplesPerSecond;
    const taps = known.get(phase) ?? tapsAt(phase / samplesPerSecond, cutoff);
    known.set(phase, taps);
    const start = (index * rate - phase) / samplesPerSecond + taps.from;
    return taps.weights.reduce((sum, weight, tap) => sum + weight * mixed(start + tap), 0);
  };
  return {
    length: Math.floor((oldLength * samplesPerSecond) / rate),
    read: (from, count) => Int16Array.from({ length: count }, (_, index) => toInt16(sampleAt(from + index))),
  };
}
