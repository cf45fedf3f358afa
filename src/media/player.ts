import { fail, ok, type Result } from '#kernel/result';
import { decodeBlocks } from './ima-adpcm.ts';
import { readWav, samplesPerSecond, type Wav } from './wav.ts';

export interface PlayerState {
  readonly isPlaying: boolean;
  readonly atSeconds: number;
  readonly seconds: number;
}

export interface Player {
  /**
   * Plays from the beginning; nothing happens while it plays. Call it from a
   * press: browsers let no sound out unasked. `false`: this browser gives none;
   * where it does not say so, the player is at rest again after three seconds.
   */
  play(): boolean;
  /** Silent at once, and back at the beginning. */
  stop(): void;
  /** Calls back when it starts and ends, and four times a second between. The answer ends that. */
  subscribe(listener: () => void): () => void;
  /** The same object until something changes. */
  state(): PlayerState;
}

const tickMs = 250;
/** Three seconds without a sound moving on: no device for it, or a browser that lets none out and does not say so (Firefox). */
const stillTicks = 12;

/** What belongs to one time of playing; all of it goes at the end. */
interface Playing {
  readonly context: AudioContext;
  readonly tick: ReturnType<typeof setInterval>;
}

/**
 * Plays a kept recording without an element or an address, so the content
 * policy stays shut. Whoever shows it stops it when its screen goes or the plan
 * is locked.
 *
 * `not-a-sound`: not a file as `shrinkSound` makes it. Never throws.
 */
export function soundPlayer(bytes: Uint8Array): Result<Player, 'not-a-sound'> {
  const wav = readWav(bytes);
  return wav ? ok(playerOf(wav)) : fail('not-a-sound');
}

function playerOf(wav: Wav): Player {
  const seconds = wav.samples / samplesPerSecond;
  const atRest: PlayerState = { isPlaying: false, atSeconds: 0, seconds };
  const listeners = new Set<() => void>();
  let state = atRest;
  let playing: Playing | null = null;

  const change = (next: PlayerState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const stop = (): void => {
    if (!playing) return;
    clearInterval(playing.tick);
    playing.context.close().catch(() => undefined);
    playing = null;
    change(atRest);
  };

  const watch = (context: AudioContext): (() => void) => {
    let [atSeconds, still] = [0, 0];
    return () => {
      still = context.currentTime > atSeconds ? 0 : still + 1;
      atSeconds = context.currentTime;
      if (still >= stillTicks) stop();
      else change({ isPlaying: true, atSeconds: Math.min(seconds, atSeconds), seconds });
    };
  };

  return {
    play() {
      if (playing) return true;
      try {
        const context = new AudioContext();
        const tick = setInterval(watch(context), tickMs);
        const own: Playing = { context, tick };
        playing = own;
        // A late word from one that was stopped must not end the next.
        const endOwn = (): void => {
          if (playing === own) stop();
        };
        start(wav, context, endOwn);
        context.resume().catch(endOwn);
      } catch {
        stop();
        return false;
      }
      change({ ...atRest, isPlaying: true });
      return true;
    },
    stop,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    state: () => state,
  };
}

function start(wav: Wav, context: AudioContext, ended: () => void): void {
  const samples = decodeBlocks(wav.blocks, wav.samples);
  const buffer = context.createBuffer(1, samples.length, samplesPerSecond);
  buffer.copyToChannel(Float32Array.from(samples, (sample) => sample / 32768), 0);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.onended = ended;
  source.connect(context.destination);
  source.start();
}
