import { fail, ok, type Result } from '#kernel/result';
import { blockBytes, blockSamples, encodeBlock } from './ima-adpcm.ts';
import { largestFileBytes, largestSoundFileBytes, largestWavFileBytes, type SmallSound, type SoundFault } from './limits.ts';
import { monoAt8k, type MonoSound } from './mono.ts';
import { untilStopped } from './stopping.ts';
import { headBytes, newWav, samplesPerSecond } from './wav.ts';

type Answer = Result<SmallSound, SoundFault>;

/** The most that fits: 73.9 seconds. */
export const mostSamples = Math.floor((largestFileBytes - headBytes) / blockBytes) * blockSamples;

/** Two seconds of sound at a time, then whoever types has a turn. */
const blocksAtOnce = 32;
const aTurn = (): Promise<void> => new Promise((done) => setTimeout(done));

/**
 * Makes a recording small and bare: one channel at 8 kHz, as a telephone sounds,
 * at most 300,000 bytes, no name or date in it. Of a longer one the beginning is
 * kept, and `seconds` is less than `fullSeconds`. The browser decodes beside the
 * page; the rest is done in turns. Nothing is stored or sent; the file itself
 * stays as it is.
 *
 * `not-a-sound`: this browser cannot read it (damaged, another kind, silent for
 * want of samples, or gone meanwhile). `too-large`: over 12 MB, or 60 MB for a
 * WAV file; it was not decoded. `no-memory`: may work with fewer things open.
 * `not-here`: this browser does not decode sound. `stopped`: by the signal; a
 * decoder that has begun cannot be ended, and its answer is dropped. Never
 * rejects.
 */
export function shrinkSound(file: Blob, signal?: AbortSignal): Promise<Answer> {
  return untilStopped(shrink(file, signal), signal);
}

async function shrink(file: Blob, signal: AbortSignal | undefined): Promise<Answer> {
  if (typeof OfflineAudioContext !== 'function') return fail('not-here');
  if (file.size > largestWavFileBytes) return fail('too-large');
  try {
    const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    const isWav = String.fromCharCode(...start) === 'RIFF';
    if (!isWav && file.size > largestSoundFileBytes) return fail('too-large');
    const heard = await newDecoder().decodeAudioData(await file.arrayBuffer());
    const channels = Array.from({ length: heard.numberOfChannels }, (_, channel) => heard.getChannelData(channel));
    return await encode(monoAt8k(channels, heard.sampleRate), signal);
  } catch (error) {
    return fail(error instanceof RangeError ? 'no-memory' : 'not-a-sound');
  }
}

/** It decodes to its own rate. Some older browsers refuse one as low as ours. */
function newDecoder(): OfflineAudioContext {
  try {
    return new OfflineAudioContext(1, 1, samplesPerSecond);
  } catch {
    return new OfflineAudioContext(1, 1, 44_100);
  }
}

async function encode(sound: MonoSound, signal: AbortSignal | undefined): Promise<Answer> {
  const samples = Math.min(sound.length, mostSamples);
  if (samples === 0) return fail('not-a-sound');
  const { bytes, blocks } = newWav(samples);
  let onScale = 0;
  for (let block = 0; block * blockBytes < blocks.length; block += 1) {
    if (block % blocksAtOnce === blocksAtOnce - 1) await aTurn();
    if (signal?.aborted) return fail('stopped');
    const from = block * blockSamples;
    onScale = encodeBlock(sound.read(from, Math.min(blockSamples, samples - from)), onScale, blocks.subarray(block * blockBytes, (block + 1) * blockBytes));
  }
  return ok({ bytes, type: 'audio/wav', seconds: samples / samplesPerSecond, fullSeconds: sound.length / samplesPerSecond });
}
