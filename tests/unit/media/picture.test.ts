/** The page's side of the worker, with a worker that does what the test says. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MediaLetter } from '../../../src/media/media-worker.ts';
import { shrinkPicture } from '../../../src/media/picture.ts';

// The address of the script is the build's; here there is none.
vi.mock('../../../src/kernel/script-address.ts', () => ({ trustedScript: (address: string) => address }));

class FakeWorker {
  static readonly started: FakeWorker[] = [];
  onmessage: ((event: { data: MediaLetter }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly asked: unknown[] = [];
  isEnded = false;
  constructor() {
    FakeWorker.started.push(this);
  }
  postMessage(file: unknown): void {
    this.asked.push(file);
  }
  terminate(): void {
    this.isEnded = true;
  }
  say(letter: MediaLetter): void {
    this.onmessage?.({ data: letter });
  }
}

const small = { ok: true, value: { bytes: new Uint8Array(1), type: 'image/jpeg', width: 1, height: 1 } } as const;
const here = { is: 'here' } as const;
/** Time for what waits for a promise, not for a clock. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const latest = async (): Promise<FakeWorker> => {
  await settle();
  return FakeWorker.started.at(-1) as FakeWorker;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
  FakeWorker.started.length = 0;
});
afterEach(() => {
  expect(FakeWorker.started.filter(({ isEnded }) => !isEnded)).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the worker of a picture', () => {
  it('is ended after its answer', async () => {
    const file = new Blob(['x']);
    const answer = shrinkPicture(file);
    const worker = await latest();
    expect(worker.asked).toEqual([file]);
    worker.say(here);
    worker.say({ is: 'answer', answer: small });
    expect(worker.isEnded).toBe(true);
    expect(await answer).toEqual(small);
  });

  // In this test the page has no canvas: "not-here" is what says that it was asked to do it.
  it.each([
    ['does not start', async (worker: FakeWorker) => worker.onerror?.()],
    ['is not heard of in ten seconds', async () => vi.advanceTimersByTimeAsync(10_000)],
    ['has no canvas', async (worker: FakeWorker) => worker.say({ is: 'answer', answer: { ok: false, fault: 'not-here' } })],
  ])('that %s leaves it to the page', async (_, happens) => {
    const answer = shrinkPicture(new Blob(['x']));
    await happens(await latest());
    expect(await answer).toEqual({ ok: false, fault: 'not-here' });
  });

  it.each([
    ['breaks', async (worker: FakeWorker) => worker.onerror?.()],
    ['says nothing more for a minute', async () => vi.advanceTimersByTimeAsync(60_000)],
  ])('that starts and then %s had not the memory, and the page does not try what broke it', async (_, happens) => {
    const answer = shrinkPicture(new Blob(['x']));
    const worker = await latest();
    worker.say(here);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(worker.isEnded).toBe(false);
    await happens(worker);
    expect(await answer).toEqual({ ok: false, fault: 'no-memory' });
  });

  it('makes one picture at a time', async () => {
    const answers = [shrinkPicture(new Blob(['a'])), shrinkPicture(new Blob(['b']))];
    const first = await latest();
    expect(FakeWorker.started).toHaveLength(1);
    first.say({ is: 'answer', answer: { ok: false, fault: 'not-a-picture' } });
    expect(await answers[0]).toEqual({ ok: false, fault: 'not-a-picture' });
    (await latest()).say({ is: 'answer', answer: small });
    expect(await answers[1]).toEqual(small);
    expect(FakeWorker.started).toHaveLength(2);
  });

  it('is ended in the moment of the signal, and never started when that came before', async () => {
    const stopper = new AbortController();
    const answers = [shrinkPicture(new Blob(['a']), stopper.signal), shrinkPicture(new Blob(['b']), stopper.signal)];
    const worker = await latest();
    worker.say(here);
    stopper.abort();
    expect(worker.isEnded).toBe(true);
    for (const answer of answers) expect(await answer).toEqual({ ok: false, fault: 'stopped' });
    expect(await shrinkPicture(new Blob(['c']), stopper.signal)).toEqual({ ok: false, fault: 'stopped' });
    await settle();
    expect(FakeWorker.started).toHaveLength(1);
  });

  it('is not asked about a file over 60 MB, and is about one of 60 MB', async () => {
    const sized = (size: number): Blob => Object.defineProperty(new Blob(['x']), 'size', { value: size });
    expect(await shrinkPicture(sized(60_000_001))).toEqual({ ok: false, fault: 'too-large' });
    expect(FakeWorker.started).toHaveLength(0);
    const answer = shrinkPicture(sized(60_000_000));
    (await latest()).say({ is: 'answer', answer: small });
    expect(await answer).toEqual(small);
  });
});
