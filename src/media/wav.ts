/**
 * The file a recording is kept in: WAV with IMA ADPCM, one channel, 8,000
 * samples a second. Its head is the same for every recording but for three
 * lengths; there is no place for a name, a date or a device.
 */
import { blockBytes, blockSamples } from './ima-adpcm.ts';

export const samplesPerSecond = 8_000;

/** RIFF, `fmt `, `fact` and the head of `data`. */
export const headBytes = 60;
const lengthAt = 48;

const imaAdpcm = 0x11;

/** How many blocks so many samples fill. */
export const blocksFor = (samples: number): number => Math.ceil(samples / blockSamples);

function headFor(samples: number): Uint8Array<ArrayBuffer> {
  const dataBytes = blocksFor(samples) * blockBytes;
  const head = new Uint8Array(headBytes);
  const view = new DataView(head.buffer);
  const word = (at: number, letters: string): void => head.set([...letters].map((letter) => letter.charCodeAt(0)), at);
  word(0, 'RIFF');
  view.setUint32(4, headBytes - 8 + dataBytes, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 20, true);
  view.setUint16(20, imaAdpcm, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, samplesPerSecond, true);
  view.setUint32(28, Math.floor((samplesPerSecond * blockBytes) / blockSamples), true);
  view.setUint16(32, blockBytes, true);
  view.setUint16(34, 4, true);
  view.setUint16(36, 2, true);
  view.setUint16(38, blockSamples, true);
  word(40, 'fact');
  view.setUint32(44, 4, true);
  view.setUint32(lengthAt, samples, true);
  word(52, 'data');
  view.setUint32(56, dataBytes, true);
  return head;
}

/** A file for so many samples, and the part of it the blocks are to be written to. */
export function newWav(samples: number): { readonly bytes: Uint8Array<ArrayBuffer>; readonly blocks: Uint8Array<ArrayBuffer> } {
  const bytes = new Uint8Array(headBytes + blocksFor(samples) * blockBytes);
  bytes.set(headFor(samples));
  return { bytes, blocks: bytes.subarray(headBytes) };
}

export interface Wav {
  readonly samples: number;
  readonly blocks: Uint8Array;
}

/** `null`: not a file as `newWav` makes it, to the byte. Others' WAV files are not read here. Never throws. */
export function readWav(bytes: Uint8Array): Wav | null {
  if (bytes.length <= headBytes) return null;
  const samples = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(lengthAt, true);
  if (samples === 0 || bytes.length !== headBytes + blocksFor(samples) * blockBytes) return null;
  const isOurs = headFor(samples).every((byte, at) => byte === bytes[at]);
  return isOurs ? { samples, blocks: bytes.subarray(headBytes) } : null;
}
