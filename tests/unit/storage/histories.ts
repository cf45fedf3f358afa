/** Any history of tabs, saves, kills, failing storage, full disks and clocks that jump, against a model of a few lines. */
import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { openSlot, type Bytes } from '../../../src/crypto/index.ts';
import { isWipeUnfinished } from '../../../src/crypto/salt.ts';
import type { Keeper } from '../../../src/storage/keeper.ts';
import type { StoreFault } from '../../../src/storage/slot-store.ts';
import { quick, seeded, small, textOf } from '../crypto/small.ts';
import type { Mishap } from './disk.ts';
import { newWorld, type World, type WorldName } from './worlds.ts';

type Act = 'ensure' | 'open' | 'create' | 'second' | 'save' | 'change' | 'remove' | 'wipe' | 'close' | 'upgrade';

interface Step {
  readonly tab: number;
  readonly act: Act;
  readonly passphrase: string;
  readonly takeOver: boolean;
  readonly mishap: Mishap | null;
  readonly isFull: boolean;
  /** How far off the clock is while this happens. */
  readonly clockYears: number;
}

/** What must be found under a passphrase. Two passphrases of one slot: a change that was cut short. */
type Known = Map<string, { readonly text: string; readonly slot: number }>;

const passphrases = ['a', 'b', 'c'];

async function look(bytes: Bytes): Promise<Known> {
  const found: Known = new Map();
  if (bytes.length < small.pageBytes || isWipeUnfinished(bytes, small)) return found;
  for (const passphrase of passphrases) {
    const opened = await openSlot(bytes, passphrase, quick, small);
    if (opened.ok && opened.value) found.set(passphrase, { text: textOf(opened.value.text), slot: opened.value.slot });
  }
  return found;
}

const steps: fc.Arbitrary<Step> = fc.record({
  tab: fc.constantFrom(0, 0, 1, 1, 2),
  act: fc.oneof(
    ...([['save', 24], ['open', 14], ['create', 6], ['close', 8], ['second', 4], ['change', 4], ['ensure', 2], ['remove', 2], ['wipe', 2], ['upgrade', 1]] as const)
      .map(([act, weight]) => ({ weight, arbitrary: fc.constant<Act>(act) })),
  ),
  passphrase: fc.constantFrom('a', 'a', 'a', 'a', 'a', 'a', ...passphrases),
  takeOver: fc.constantFrom(true, true, true, false),
  mishap: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.record({
    inCalls: fc.nat(6),
    what: fc.constantFrom<StoreFault | 'kill'>('kill', 'kill', 'quota-full', 'short-write', 'gone', 'cut-short'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }) }),
  isFull: fc.oneof({ weight: 14, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  clockYears: fc.constantFrom(0, 0, 0, -10, 10),
});

export interface History {
  readonly steps: readonly Step[];
  readonly seed: number;
  /** For so many calls at the beginning an older connection holds the database and never lets go. */
  readonly blockedFor: number;
}

const begun: Step = { tab: 0, act: 'create', passphrase: 'a', takeOver: true, mishap: null, isFull: false, clockYears: 0 };

export const anyHistory: fc.Arbitrary<History> = fc.record({
  steps: fc.array(steps, { minLength: 30, maxLength: 40 }).map((more) => [begun, ...more]),
  seed: fc.integer(),
  blockedFor: fc.constantFrom(0, 0, 0, 0, 0, 1, 2),
});

const dayOne = Date.UTC(2026, 10, 22);
const yearMs = 31_557_600_000;

/**
 * No call may take longer, in the time of the page (the longest wait of our own
 * is five seconds) and in real time, which ciphers on a busy machine need.
 */
const settlesWithinMs = 8_000;

/** Lets the time of the page pass until the call is answered: a wait of ours costs nothing, and one without end is found. */
async function settled<T>(what: string, work: Promise<T>): Promise<T | 'killed'> {
  let answer: { value: T | 'killed' } | null = null;
  void work.then((value) => (answer = { value }), () => (answer = { value: 'killed' }));
  const end = performance.now() + settlesWithinMs;
  for (let ms = 0; ms < settlesWithinMs || performance.now() < end; ms += 1) {
    await new Promise((done) => setImmediate(done));
    if (answer) return (answer as { value: T | 'killed' }).value;
    await vi.advanceTimersByTimeAsync(1);
  }
  throw new Error(`never answered: ${what}`);
}

interface Seen {
  readonly passphrase: string;
  readonly text: string;
}

interface Play {
  readonly world: World;
  readonly tabs: Keeper[];
  /** The passphrase each tab went by last, and the text it last saw. */
  readonly seen: (Seen | null)[];
  known: Known;
}

type Answer = Awaited<ReturnType<Keeper[keyof Keeper]>> | 'killed';

function checkOthers(act: Act, slotTouched: number | null, known: Known, after: Known): void {
  for (const [name, was] of known) {
    if (act === 'wipe' || was.slot === slotTouched) continue;
    expect(after.get(name), `${act} left ${name} alone`).toEqual(was);
  }
}

function checkOwn({ act, passphrase, mishap, isFull }: Step, text: string, mine: Seen | null, answer: Answer, { world, known }: Play, after: Known): void {
  const done = answer !== 'killed' && answer.ok;
  const before = mine ? known.get(mine.passphrase) : undefined;
  if (act === 'save' && mine && before) {
    const now = after.get(mine.passphrase)?.text;
    // Never torn, never an old one: the new text if it was acknowledged, else the new or the one before.
    expect(done ? [text] : [text, before.text]).toContain(now);
    if (done) expect(before.text, 'a save rests on the text it saw').toBe(mine.text);
    if (world.locks && mishap === null && !isFull) expect(answer, 'nothing stood in the way of saving').toMatchObject({ ok: true });
  }
  if (act === 'change' && mine && before) {
    expect([after.get(mine.passphrase)?.text, after.get(passphrase)?.text], 'a change loses nothing').toContain(before.text);
    if (done) expect(after.has(mine.passphrase)).toBe(false);
  }
  if ((act === 'create' || act === 'second') && done) expect(after.get(passphrase)?.text).toBe(text);
  if (act === 'remove' && done && before && mine) expect(after.has(mine.passphrase)).toBe(false);
  if (act === 'wipe' && done) expect(after.size).toBe(0);
  if (act === 'open' && done) {
    const found = answer.value as { text: string } | null;
    expect(found?.text, 'opens what is there').toBe(known.get(passphrase)?.text);
  }
}

function remember({ tab, act, passphrase }: Step, text: string, mine: Seen | null, answer: Answer, play: Play, after: Known): void {
  const { seen } = play;
  if (answer === 'killed') return;
  if (answer.ok) {
    const opened = act === 'open' && answer.value !== null;
    if (act === 'create' || opened) seen[tab] = { passphrase, text: after.get(passphrase)?.text ?? '' };
    if (act === 'save' && mine) seen[tab] = { ...mine, text };
    if (act === 'change' && mine) seen[tab] = { ...mine, passphrase };
    if (['remove', 'wipe', 'close'].includes(act) || (act === 'open' && !opened)) seen[tab] = null;
    return;
  }
  if (act === 'change' && answer.fault === 'old-still-opens' && mine) seen[tab] = { ...mine, passphrase };
  if (act === 'wipe' || act === 'open') seen[tab] = null;
  // A fault was told and yet every byte had arrived: the next save of this tab may go over it.
  if (act === 'save' && mine && after.get(mine.passphrase)?.text === text) seen[tab] = { ...mine, text };
}

async function playStep(step: Step, text: string, play: Play, start: (tab: number) => Keeper): Promise<boolean> {
  const { world, tabs, seen } = play;
  const { tab, act, passphrase, takeOver, mishap } = step;
  if (act === 'upgrade') {
    await settled('upgrade', world.upgrade());
    return false;
  }
  const keeper = tabs[tab] as Keeper;
  const mine = seen[tab] ?? null;
  const keep = [...play.known.keys()];
  vi.setSystemTime(dayOne + step.clockYears * yearMs);
  world.fill(step.isFull);
  world.arm(mishap);
  const calls: Record<Exclude<Act, 'upgrade'>, () => Promise<Exclude<Answer, 'killed'>>> = {
    ensure: () => keeper.ensure(), open: () => keeper.open(passphrase, takeOver), create: () => keeper.create(passphrase, text, keep, takeOver),
    second: () => keeper.addSecond(passphrase, text, keep), save: () => keeper.save(text), change: () => keeper.changePassphrase(passphrase),
    remove: () => keeper.removePlan(), wipe: () => keeper.wipe(), close: () => keeper.close(),
  };
  const answer = await settled(`${act} of tab ${tab}, ${text}`, calls[act]());
  world.arm(null);
  world.fill(false);
  if (answer === 'killed') {
    // The whole browser went: every tab begins anew.
    world.died();
    tabs.forEach((_, index) => (tabs[index] = start(index)));
    seen.fill(null);
  }
  const after = await look((await settled('reading', world.bytes())) as Bytes);
  const isOfOpenPlan = mine !== null && ['save', 'change', 'remove'].includes(act);
  checkOthers(act, isOfOpenPlan ? play.known.get(mine.passphrase)?.slot ?? null : null, play.known, after);
  checkOwn(step, text, mine, answer, play, after);
  remember(step, text, mine, answer, play, after);
  play.known = after;
  return answer !== 'killed' && answer.ok;
}

/** Plays a history on a device of this kind. The answer: how many calls were acknowledged. */
export async function playHistory(name: WorldName, { steps: history, seed, blockedFor }: History): Promise<number> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: dayOne });
  try {
    const world = newWorld(name, seeded(seed));
    const start = (tab: number): Keeper => world.tab(() => {
      // The worker of that tab ends, and its page is locked.
      play.tabs[tab] = start(tab);
      play.seen[tab] = null;
    });
    const play: Play = { world, tabs: [], seen: [null, null, null], known: new Map() };
    for (const tab of [0, 1, 2]) play.tabs.push(start(tab));
    const release = blockedFor > 0 ? await world.block() : () => undefined;
    let acknowledged = 0;
    for (const [index, step] of history.entries()) {
      if (index === blockedFor) release();
      if (await playStep(step, `text ${index}`, play, start)) acknowledged += 1;
    }
    return acknowledged;
  } finally {
    vi.useRealTimers();
  }
}

/** So many histories, as fast-check makes them from a seed and shrinks them. */
export async function playHistories(name: WorldName, count: number, seed: number): Promise<number> {
  let acknowledged = 0;
  await fc.assert(fc.asyncProperty(anyHistory, async (history) => {
    acknowledged += await playHistory(name, history);
  }), { numRuns: count, seed });
  return acknowledged;
}
