/** Any history of tabs, saves, kills, failing storage, full disks and clocks that jump, against a model of a few lines. */
import fc from 'fast-check';
import { expect, vi } from 'vitest';
import type { Bytes } from '../../../src/crypto/index.ts';
import type { Keeper } from '../../../src/storage/keeper.ts';
import type { StoreFault } from '../../../src/storage/slot-store.ts';
import { seeded, textOf } from '../crypto/small.ts';
import type { Mishap } from './disk.ts';
import { checkNamed, contentOf, everyPlace, filesOf, look, namesIn, textNaming, type Known, type KnownPlan, type Names } from './history-plans.ts';
import { newWorld, type World, type WorldName } from './worlds.ts';

/** `drop` saves a text that names one file less; `keep` then overwrites what is not named. `put` is followed by a save that names it, now or later. */
type Act = 'ensure' | 'open' | 'create' | 'second' | 'save' | 'drop' | 'put' | 'keep' | 'get' | 'change' | 'remove' | 'wipe' | 'close' | 'upgrade';

interface Step {
  readonly tab: number;
  readonly act: Act;
  readonly passphrase: string;
  readonly place: number;
  readonly takeOver: boolean;
  readonly mishap: Mishap | null;
  readonly isFull: boolean;
  /** How far off the clock is while this happens. */
  readonly clockYears: number;
}

const passphrases = ['a', 'b', 'c'];

const stepOf = (act: fc.Arbitrary<Act>): fc.Arbitrary<Step> => fc.record({
  tab: fc.constantFrom(0, 0, 1, 1, 2),
  act,
  passphrase: fc.constantFrom('a', 'a', 'a', 'a', 'a', 'a', ...passphrases),
  place: fc.constantFrom(...everyPlace),
  takeOver: fc.constantFrom(true, true, true, false),
  mishap: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.record({
    inCalls: fc.nat(6),
    what: fc.constantFrom<StoreFault | 'kill'>('kill', 'kill', 'quota-full', 'short-write', 'gone', 'cut-short'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }) }),
  isFull: fc.oneof({ weight: 14, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  clockYears: fc.constantFrom(0, 0, 0, -10, 10),
});

const anyStep = stepOf(fc.oneof(
  ...([['save', 20], ['open', 14], ['create', 6], ['close', 8], ['second', 4], ['change', 4], ['put', 4], ['keep', 4], ['get', 8], ['ensure', 2], ['remove', 2], ['wipe', 2], ['upgrade', 1]] as const)
    .map(([act, weight]) => ({ weight, arbitrary: fc.constant<Act>(act) })),
));

/** The two in one tab, as the page does it; a mishap of its own for each. */
const pairOf = (one: Act, two: Act): fc.Arbitrary<Step[]> =>
  fc.tuple(stepOf(fc.constant(one)), stepOf(fc.constant(two))).map(([first, second]) => [first, { ...second, tab: first.tab }]);

const anySteps: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 16, arbitrary: anyStep.map((step) => [step]) }, { weight: 3, arbitrary: pairOf('put', 'save') }, { weight: 2, arbitrary: pairOf('drop', 'keep') }, { weight: 2, arbitrary: pairOf('open', 'keep') },
);

export interface History {
  readonly steps: readonly Step[];
  readonly seed: number;
  /** For so many calls at the beginning an older connection holds the database and never lets go. */
  readonly blockedFor: number;
}

const begun: Step = { tab: 0, act: 'create', passphrase: 'a', place: 0, takeOver: true, mishap: null, isFull: false, clockYears: 0 };

export const anyHistory: fc.Arbitrary<History> = fc.record({
  steps: fc.array(anySteps, { minLength: 28, maxLength: 36 }).map((more) => [begun, ...more.flat()]),
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
  /** Put, and named by no saved text yet. */
  readonly pending: Names;
  /** Nothing went wrong since it was opened or saved. */
  readonly isCalm: boolean;
}

interface Play {
  readonly world: World;
  readonly tabs: Keeper[];
  /** The passphrase each tab went by last, and the text it last saw. */
  readonly seen: (Seen | null)[];
  known: Known;
  /** Keys of plans whose removal was cut short. */
  readonly halfRemoved: Set<string>;
}

type Answer = Awaited<ReturnType<Keeper[keyof Keeper]>> | 'killed';

function checkOthers(act: Act, slotTouched: number | null, known: Known, after: Known): void {
  for (const [name, was] of known) {
    if (act === 'wipe' || was.slot === slotTouched) continue;
    expect(after.get(name), `${act} left ${name} alone`).toEqual(was);
  }
}

const ofOpenPlan: readonly Act[] = ['save', 'drop', 'put', 'keep', 'get', 'change', 'remove'];
const writesText = (act: Act): boolean => act === 'save' || act === 'drop';

/** A step as it is played: what is written, and what is named. */
interface Turn extends Step {
  readonly text: string;
  readonly named: Names;
  readonly file: string;
}

/** The page puts a file only where the saved plan names none, and names what it put at the next save. */
function turnOf(step: Step, index: number, mine: Seen | null): Turn {
  const saved = namesIn(mine?.text ?? '');
  const named = new Map([...saved, ...(mine?.pending ?? [])]);
  const free = [step.place, ...everyPlace].find((place) => !saved.has(place));
  const act = step.act === 'put' && free === undefined ? 'save' : step.act;
  const place = act === 'put' ? free ?? 0 : step.place;
  if (act === 'drop') named.delete(place);
  return { ...step, act, place, named, file: `file ${index}`, text: textNaming(`text ${index}`, writesText(act) ? named : new Map()) };
}

function checkFiles({ act, place, named, file }: Turn, mine: Seen, answer: Answer, before: KnownPlan, after: KnownPlan | undefined): void {
  const done = answer !== 'killed' && answer.ok;
  expect(after?.text, `${act} changes no text`).toBe(before.text);
  const others = (files: readonly (string | null)[] = []): unknown => files.filter((_, at) => act === 'keep' ? named.has(at) : at !== place);
  expect(others(after?.files), `${act} leaves the others alone`).toEqual(others(before.files));
  if (act === 'put' && done) expect(after?.files[place]).toBe(textOf(contentOf(file)));
  if (act === 'get' && done) expect(answer.value && textOf(answer.value as Bytes)).toBe(before.files[place]);
  if (act !== 'keep' || !done) return;
  const gone = before.files.filter((was, at) => was !== null && after?.files[at] === null).length;
  expect(answer.value, 'as many as were overwritten').toBe(gone);
  if (before.mayMissLast) expect(gone, 'nothing while a newer text may name it').toBe(0);
  else if (mine.isCalm) expect(after?.files.filter((found, at) => found !== null && !named.has(at))).toEqual([]);
}

function checkOwn(turn: Turn, mine: Seen | null, answer: Answer, { world, known, halfRemoved }: Play, after: Known): void {
  const { act, passphrase, mishap, isFull, text } = turn;
  const done = answer !== 'killed' && answer.ok;
  const before = mine ? known.get(mine.passphrase) : undefined;
  if (mine && before && ofOpenPlan.includes(act) && act !== 'change' && act !== 'remove') {
    if (world.locks && mishap === null && !isFull) expect(answer, `nothing stood in the way of ${act}`).toMatchObject({ ok: true });
    if (!writesText(act)) checkFiles(turn, mine, answer, before, after.get(mine.passphrase));
  }
  if (writesText(act) && mine && before) {
    const now = after.get(mine.passphrase)?.text;
    // Never torn, never an old one: the new text if it was acknowledged, else the new or the one before.
    expect(done ? [text] : [text, before.text]).toContain(now);
    if (done && !halfRemoved.has(before.key)) expect(before.text, 'a save rests on the text it saw').toBe(mine.text);
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

function remember({ tab, act, passphrase, place, text, file, mishap, isFull }: Turn, mine: Seen | null, answer: Answer, { seen }: Play, after: Known): void {
  if (answer === 'killed') return;
  const none: Names = new Map();
  const isCalm = mishap === null && !isFull;
  if (mine) seen[tab] = { ...mine, isCalm: mine.isCalm && isCalm };
  // What lay there is written over, whole or not.
  const pending = new Map([...(mine?.pending ?? none)].filter(([at]) => act !== 'put' || at !== place));
  if (mine && act === 'put') seen[tab] = { ...mine, isCalm: mine.isCalm && isCalm, pending: answer.ok ? pending.set(place, file) : pending };
  if (answer.ok) {
    const opened = act === 'open' && answer.value !== null;
    if (act === 'create' || opened) seen[tab] = { passphrase, text: after.get(passphrase)?.text ?? '', pending: none, isCalm };
    if (writesText(act) && mine) seen[tab] = { ...mine, text, pending: none, isCalm };
    if (act === 'change' && mine) seen[tab] = { ...mine, passphrase, isCalm };
    if (['remove', 'wipe', 'close'].includes(act) || (act === 'open' && !opened)) seen[tab] = null;
    return;
  }
  if (act === 'change' && answer.fault === 'old-still-opens' && mine) seen[tab] = { ...mine, passphrase, isCalm: false };
  if (act === 'wipe' || act === 'open') seen[tab] = null;
  // A fault was told and yet every byte had arrived: the next save of this tab may go over it.
  if (writesText(act) && mine && after.get(mine.passphrase)?.text === text) seen[tab] = { ...mine, text, pending: none, isCalm: false };
}

async function playStep(step: Step, index: number, play: Play, start: (tab: number) => Keeper): Promise<Act | null> {
  const { world, tabs, seen, halfRemoved } = play;
  const mine = seen[step.tab] ?? null;
  const turn = turnOf(step, index, mine);
  const { tab, act, passphrase, place, named, text, takeOver, mishap } = turn;
  if (act === 'upgrade') {
    await settled('upgrade', world.upgrade());
    return null;
  }
  const keeper = tabs[tab] as Keeper;
  const keep = [...play.known.keys()];
  vi.setSystemTime(dayOne + step.clockYears * yearMs);
  world.fill(step.isFull);
  world.arm(mishap);
  const calls: Record<Exclude<Act, 'upgrade'>, () => Promise<Exclude<Answer, 'killed'>>> = {
    ensure: () => keeper.ensure(), open: () => keeper.open(passphrase, takeOver), create: () => keeper.create(passphrase, text, keep, takeOver),
    second: () => keeper.addSecond(passphrase, text, keep), save: () => keeper.save(text), drop: () => keeper.save(text), put: () => keeper.putFile(place, contentOf(turn.file)),
    keep: () => keeper.keepFiles([...named.keys()]), get: () => keeper.getFile(place), change: () => keeper.changePassphrase(passphrase),
    remove: () => keeper.removePlan(), wipe: () => keeper.wipe(), close: () => keeper.close(),
  };
  const answer = await settled(`${act} of tab ${tab}, ${text}`, calls[act]());
  world.arm(null);
  world.fill(false);
  if (answer === 'killed') {
    // The whole browser went: every tab begins anew.
    world.died();
    tabs.forEach((_, at) => (tabs[at] = start(at)));
    seen.fill(null);
  }
  const bytes = (await settled('reading', world.bytes())) as Bytes;
  const after = await look(bytes, passphrases);
  const done = answer !== 'killed' && answer.ok;
  const before = mine && ofOpenPlan.includes(act) ? play.known.get(mine.passphrase) : undefined;
  if (before && act === 'remove') {
    if (!done) halfRemoved.add(before.key);
    else if (mishap === null && !step.isFull) expect(await filesOf(bytes, before), 'nothing of its files stays').toEqual(everyPlace.map(() => null));
  }
  checkOthers(act, before?.slot ?? null, play.known, after);
  checkOwn(turn, mine, answer, play, after);
  checkNamed(act, after, halfRemoved);
  remember(turn, mine, answer, play, after);
  play.known = after;
  return done ? act : null;
}

/** How many calls of each kind were acknowledged. */
export type Tally = Partial<Record<Act, number>>;

export const allIn = (tally: Tally): number => Object.values(tally).reduce((sum, count) => sum + count, 0);

/** Plays a history on a device of this kind, and adds what was acknowledged to the tally. */
export async function playHistory(name: WorldName, { steps: history, seed, blockedFor }: History, tally: Tally): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: dayOne });
  try {
    const world = newWorld(name, seeded(seed));
    const start = (tab: number): Keeper => world.tab(() => {
      // The worker of that tab ends, and its page is locked.
      play.tabs[tab] = start(tab);
      play.seen[tab] = null;
    });
    const play: Play = { world, tabs: [], seen: [null, null, null], known: new Map(), halfRemoved: new Set() };
    for (const tab of [0, 1, 2]) play.tabs.push(start(tab));
    const release = blockedFor > 0 ? await world.block() : () => undefined;
    for (const [index, step] of history.entries()) {
      if (index === blockedFor) release();
      const act = await playStep(step, index, play, start);
      if (act) tally[act] = (tally[act] ?? 0) + 1;
    }
  } finally {
    vi.useRealTimers();
  }
}

/** So many histories, as fast-check makes them from a seed and shrinks them. */
export async function playHistories(name: WorldName, count: number, seed: number): Promise<Tally> {
  const tally: Tally = {};
  await fc.assert(fc.asyncProperty(anyHistory, (history) => playHistory(name, history, tally)), { numRuns: count, seed });
  return tally;
}
