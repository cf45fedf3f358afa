import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '#kernel/result';
import type { Holder } from '#features/safety-plan/holder.ts';
import { adderOf } from '#features/safety-plan/ui/adding.ts';

/** What the media answers, one after the other, when it is let. */
const shrinking: ((answer: Result<object, string>) => void)[] = [];
let stopped = 0;
vi.mock('#media/index', () => ({
  shrinkPicture: (_: Blob, signal: AbortSignal) => new Promise((done) => {
    shrinking.push(done);
    signal.addEventListener('abort', () => (stopped += 1));
  }),
  shrinkSound: () => Promise.resolve(ok({ bytes: new Uint8Array(1), seconds: 60, fullSeconds: 90 })),
}));

const small = ok({ bytes: new Uint8Array(1), width: 4, height: 3 });
const photo = new File([], 'a.jpg');
let closing: AbortController;
let attached: string[];
let answers: Result<void, string>[];
let holder: Holder;
/** How many the plan was told are on their way. */
let expected: number;

beforeEach(() => {
  shrinking.length = 0;
  stopped = 0;
  closing = new AbortController();
  attached = [];
  answers = [];
  const attach = async (id: string): Promise<Result<void, string>> => {
    attached.push(id);
    return answers.shift() ?? ok(undefined);
  };
  expected = 0;
  const expect = (): (() => void) => {
    expected += 1;
    return () => (expected -= 1);
  };
  holder = { closed: closing.signal, attach, expect } as unknown as Holder;
});

const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

describe('pictures on their way into an entry', () => {
  it('are taken one after the other: a second one picked meanwhile is not lost', async () => {
    const adder = adderOf(holder);
    adder.add('a', 'picture', photo);
    adder.add('a', 'picture', photo);
    expect(adder.of('a')).toMatchObject({ busy: 2, kept: null });
    expect(expected).toBe(2);
    await turn();
    expect(shrinking).toHaveLength(1);
    shrinking[0]?.(small);
    await turn();
    expect([adder.of('a').busy, attached]).toEqual([1, ['a']]);
    shrinking[1]?.(small);
    await turn();
    expect([adder.of('a'), attached]).toEqual([{ busy: 0, kept: { cutToSeconds: null }, fault: null }, ['a', 'a']]);
    expect(expected).toBe(0);
  });

  it('go on when the entry is left, and tell what became of them there', async () => {
    const adder = adderOf(holder);
    adder.add('a', 'picture', photo);
    await turn();
    adder.settle('a');
    expect(adder.of('a').busy).toBe(1);
    shrinking[0]?.(fail('not-a-picture'));
    await turn();
    expect(adder.of('a')).toEqual({ busy: 0, kept: null, fault: 'not-a-picture' });
    expect(expected).toBe(0);
    adder.settle('a');
    expect(adder.of('a').fault).toBeNull();
  });

  it('do not hide what went wrong with one behind one that went well', async () => {
    const adder = adderOf(holder);
    adder.add('a', 'sound', photo);
    adder.add('a', 'sound', photo);
    answers = [fail('no-place'), ok(undefined)];
    await turn();
    expect(adder.of('a')).toEqual({ busy: 0, kept: { cutToSeconds: 60 }, fault: 'no-place' });
  });

  it('end with the lock, and are told as lost by then', async () => {
    const adder = adderOf(holder);
    adder.add('a', 'picture', photo);
    await turn();
    closing.abort();
    expect([stopped, expected]).toEqual([1, 1]);
    shrinking[0]?.(small);
    await turn();
    expect([attached, expected]).toEqual([[], 1]);
  });

  it('belong to one plan', () => {
    expect(adderOf(holder)).toBe(adderOf(holder));
    expect(adderOf({ ...holder })).not.toBe(adderOf(holder));
  });
});
