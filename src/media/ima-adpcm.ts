/**
 * IMA ADPCM, one channel, as it stands in a WAV file: each sample is four bits
 * that say how far it lies from the one before, on a scale that follows the
 * sound. A block begins with its first sample in full (16 bits, low byte
 * first), the place on the scale, and a zero; then two samples a byte, the low
 * half first. Source: IMA Recommended Practices, 1992, and Microsoft's
 * "Multimedia Data Standards Update", 1994.
 */

export const blockBytes = 256;
const headBytes = 4;
export const blockSamples = 1 + 2 * (blockBytes - headBytes);

const scale = [
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118, 130, 143,
  157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552,
  1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487,
  12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
] as const;
const moves = [-1, -1, -1, -1, 2, 4, 6, 8] as const;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The last sample and the place on the scale: what both sides know. */
interface Place {
  sample: number;
  onScale: number;
}

/** Goes on by one four-bit code, as every player does it. */
function follow(place: Place, code: number): void {
  const step = scale[place.onScale] ?? 7;
  let difference = step >> 3;
  if (code & 4) difference += step;
  if (code & 2) difference += step >> 1;
  if (code & 1) difference += step >> 2;
  place.sample = within(place.sample + (code & 8 ? -difference : difference), -32768, 32767);
  place.onScale = within(place.onScale + (moves[code & 7] ?? 0), 0, scale.length - 1);
}

/** The code that comes nearest to the sample from here. */
function codeFor(sample: number, { sample: before, onScale }: Place): number {
  let rest = Math.abs(sample - before);
  let step = scale[onScale] ?? 7;
  let code = sample < before ? 8 : 0;
  for (const bit of [4, 2, 1]) {
    if (rest >= step) {
      code |= bit;
      rest -= step;
    }
    step >>= 1;
  }
  return code;
}

/**
 * Writes one block from at most `blockSamples` samples; what is missing is the
 * last one again. `onScale` is 0 for the first block and what the block before
 * answered for each other one.
 */
export function encodeBlock(samples: Int16Array, onScale: number, block: Uint8Array): number {
  const last = samples[samples.length - 1] ?? 0;
  const at = (index: number): number => samples[index] ?? last;
  const place: Place = { sample: at(0), onScale: within(onScale, 0, scale.length - 1) };
  block.set([place.sample & 0xff, (place.sample >> 8) & 0xff, place.onScale, 0]);
  const next = (index: number): number => {
    const code = codeFor(at(index), place);
    follow(place, code);
    return code;
  };
  for (let byte = 0; byte < blockBytes - headBytes; byte += 1) {
    block[headBytes + byte] = next(1 + 2 * byte) | (next(2 + 2 * byte) << 4);
  }
  return place.onScale;
}

/** The samples of every whole block, at most so many. Any bytes at all give some sound; never throws. */
export function decodeBlocks(blocks: Uint8Array, most: number): Int16Array<ArrayBuffer> {
  const samples = new Int16Array(Math.min(most, Math.floor(blocks.length / blockBytes) * blockSamples));
  for (let start = 0, written = 0; written < samples.length; start += blockBytes) {
    const first = (blocks[start] ?? 0) | ((blocks[start + 1] ?? 0) << 8);
    const place: Place = { sample: (first << 16) >> 16, onScale: within(blocks[start + 2] ?? 0, 0, scale.length - 1) };
    const end = Math.min(samples.length, written + blockSamples);
    samples[written] = place.sample;
    for (let index = 1; written + index < end; index += 1) {
      const byte = blocks[start + headBytes + ((index - 1) >> 1)] ?? 0;
      follow(place, index % 2 === 1 ? byte & 15 : byte >> 4);
      samples[written + index] = place.sample;
    }
    written = end;
  }
  return samples;
}
