/** The player with sound that comes from the test. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { soundPlayer, type Player } from '../../../src/media/player.ts';
import { newWav } from '../../../src/media/wav.ts';

class FakeContext {
  static readonly all: FakeContext[] = [];
  currentTime = 0;
  isClosed = false;
  samples: Float32Array | null = null;
  readonly source: { buffer: unknown; onended: (() => void) | null; connect(): void; start(): void } = { buffer: null, onended: null, connect: () => undefined, start: () => undefined };
  resume = (): Promise<void> => Promise.resolve();
  constructor() {
    FakeContext.all.push(this);
  }
  createBuffer = (channels: number, length: number, rate: number): object => {
    expect([channels, length, rate]).toEqual([1, 16_000, 8_000]);
    return { copyToChannel: (samples: Float32Array) => (this.samples = samples) };
  };
  createBufferSource = (): FakeContext['source'] => this.source;
  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

const latest = (): FakeContext => FakeContext.all.at(-1) as FakeContext;
function newPlayer(): { player: Player; calls: () => number } {
  const found = soundPlayer(newWav(16_000).bytes);
  if (!found.ok) throw new Error('not read');
  let calls = 0;
  found.value.subscribe(() => (calls += 1));
  return { player: found.value, calls: () => calls };
}
const atRest = { isPlaying: false, atSeconds: 0, seconds: 2 };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('AudioContext', FakeContext);
  FakeContext.all.length = 0;
});
afterEach(() => {
  expect(FakeContext.all.filter(({ isClosed }) => !isClosed)).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a player', () => {
  it('tells where it is while it plays, and is at rest again at the end', () => {
    const { player, calls } = newPlayer();
    expect(player.state()).toEqual(atRest);
    expect(player.play()).toBe(true);
    expect(player.state()).toEqual({ ...atRest, isPlaying: true });
    expect(latest().samples).toHaveLength(16_000);
    latest().currentTime = 1.5;
    vi.advanceTimersByTime(250);
    expect(player.state()).toEqual({ isPlaying: true, atSeconds: 1.5, seconds: 2 });
    expect(player.state()).toBe(player.state());
    latest().currentTime = 2.1;
    vi.advanceTimersByTime(250);
    expect(player.state().atSeconds).toBe(2);
    latest().source.onended?.();
    expect(player.state()).toEqual(atRest);
    expect(calls()).toBe(4);
  });

  it('plays once when it is asked twice, and a late end of the first does not end the second', () => {
    const { player, calls } = newPlayer();
    player.play();
    player.play();
    expect(FakeContext.all).toHaveLength(1);
    const first = latest();
    player.stop();
    player.stop();
    expect(first.isClosed).toBe(true);
    expect(calls()).toBe(2);
    player.play();
    first.source.onended?.();
    expect(player.state().isPlaying).toBe(true);
    player.stop();
  });

  it('that gets no sound says so and holds nothing', async () => {
    const { player } = newPlayer();
    vi.stubGlobal('AudioContext', undefined);
    expect(player.play()).toBe(false);
    vi.stubGlobal('AudioContext', class extends FakeContext {
      override createBuffer = (): object => {
        throw new RangeError('no room');
      };
    });
    expect(player.play()).toBe(false);
    expect(player.state()).toEqual(atRest);
    vi.stubGlobal('AudioContext', class extends FakeContext {
      override resume = (): Promise<void> => Promise.reject(new Error('not allowed'));
    });
    expect(player.play()).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(player.state()).toEqual(atRest);
  });

  it('that never moves on is at rest again after three seconds', () => {
    const { player } = newPlayer();
    player.play();
    vi.advanceTimersByTime(2_750);
    expect(player.state().isPlaying).toBe(true);
    vi.advanceTimersByTime(250);
    expect(player.state()).toEqual(atRest);
    player.play();
    for (let quarter = 1; quarter <= 20; quarter += 1) {
      latest().currentTime += 0.05;
      vi.advanceTimersByTime(250);
    }
    expect(player.state().isPlaying).toBe(true);
    player.stop();
  });

  it('calls nobody back who has ended that', () => {
    const { player } = newPlayer();
    const heard = vi.fn();
    player.subscribe(heard)();
    player.play();
    player.stop();
    expect(heard).not.toHaveBeenCalled();
  });

  it('is not made of other bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(soundPlayer(bytes)).toEqual({ ok: false, fault: 'not-a-sound' });
    }), { seed: 20_261_128, numRuns: 500 });
  });
});
