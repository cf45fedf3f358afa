/** Any history of tabs, saves, kills and failing storage, against a model of a few lines. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openSlot } from '../../../src/crypto/index.ts';
import { isWipeUnfinished } from '../../../src/crypto/salt.ts';
import type { Keeper } from '../../../src/storage/keeper.ts';
import type { StoreFault } from '../../../src/storage/slot-store.ts';
import { quick, seeded, small, textOf } from '../crypto/small.ts';
import { newDisk, tabOn, type Disk, type Mishap } from './disk.ts';

type Act = 'ensure' | 'open' | 'create' | 'second' | 'save' | 'change' | 'remove' | 'wipe' | 'close';

interface Step {
  readonly tab: number;
  readonly act: Act;
  readonly passphrase: string;
  readonly takeOver: boolean;
  readonly mishap: Mishap | null;
}

/** What must be found under a passphrase. Two passphrases of one slot: a change that was cut short. */
type Known = Map<string, { readonly text: string; readonly slot: number }>;

/** `npm run test:long` asks for a thousand and more. */
const histories = Number(process.env['HISTORIES'] ?? 60);

const passphrases = ['a', 'b', 'c'];

async function look(disk: Disk): Promise<Known> {
  const found: Known = new Map();
  if (disk.bytes.length < small.pageBytes || isWipeUnfinished(disk.bytes, small)) return found;
  for (const passphrase of passphrases) {
    const opened = await openSlot(disk.bytes, passphrase, quick, small);
    if (opened.ok && opened.value) found.set(passphrase, { text: textOf(opened.value.text), slot: opened.value.slot });
  }
  return found;
}

const steps: fc.Arbitrary<Step> = fc.record({
  tab: fc.constantFrom(0, 0, 1, 1, 2),
  act: fc.oneof(
    ...([['save', 12], ['open', 7], ['create', 3], ['close', 4], ['second', 2], ['change', 2], ['ensure', 1], ['remove', 1], ['wipe', 1]] as const)
      .map(([act, weight]) => ({ weight, arbitrary: fc.constant<Act>(act) })),
  ),
  passphrase: fc.constantFrom('a', 'a', 'a', 'a', 'a', 'a', ...passphrases),
  takeOver: fc.constantFrom(true, true, true, false),
  mishap: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.record({
    inCalls: fc.nat(6),
    what: fc.constantFrom<StoreFault | 'kill'>('kill', 'kill', 'quota-full', 'short-write', 'gone', 'cut-short'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }) }),
});

const begun: Step = { tab: 0, act: 'create', passphrase: 'a', takeOver: true, mishap: null };

async function play(history: readonly Step[], seed: number): Promise<number> {
  const disk = newDisk();
  const random = seeded(seed);
  const start = (): Keeper => tabOn(disk, random);
  let tabs = [start(), start(), start()];
  /** The passphrase each tab went by last, and the text it last saw. */
  let seen: ({ passphrase: string; text: string } | null)[] = [null, null, null];
  let known: Known = new Map();
  let acknowledged = 0;
  for (const [index, { tab, act, passphrase, takeOver, mishap }] of history.entries()) {
    const keeper = tabs[tab] as Keeper;
    const mine = seen[tab] ?? null;
    const text = `text ${index}`;
    const keep = [...known.keys()];
    disk.mishap = mishap;
    const run = {
      ensure: () => keeper.ensure(), open: () => keeper.open(passphrase, takeOver), create: () => keeper.create(passphrase, text, keep, takeOver),
      second: () => keeper.addSecond(passphrase, text, keep), save: () => keeper.save(text), change: () => keeper.changePassphrase(passphrase),
      remove: () => keeper.removePlan(), wipe: () => keeper.wipe(), close: () => keeper.close(),
    }[act];
    const answer = await run().catch(() => 'killed' as const);
    disk.mishap = null;
    const after = await look(disk);
    const done = answer !== 'killed' && answer.ok;
    const touched = act === 'wipe' || act === 'ensure' || act === 'open' || act === 'create' || act === 'second' ? null : mine?.passphrase ?? null;
    const slotTouched = touched === null ? null : known.get(touched)?.slot ?? null;
    // Whatever happened, a plan that was not meant is as it was.
    for (const [name, was] of known) {
      if (act === 'wipe' || was.slot === slotTouched) continue;
      expect(after.get(name), `${act} left ${name} alone`).toEqual(was);
    }
    if (act === 'save' && mine && slotTouched !== null) {
      const now = after.get(mine.passphrase)?.text;
      // Never torn, never an old one: the new text if it was acknowledged, else the new or the one before.
      expect(done ? [text] : [text, known.get(mine.passphrase)?.text]).toContain(now);
      if (done) expect(known.get(mine.passphrase)?.text, 'a save rests on the text it saw').toBe(mine.text);
    }
    if (act === 'change' && mine && slotTouched !== null) {
      const texts = [after.get(mine.passphrase)?.text, after.get(passphrase)?.text];
      expect(texts, 'a change loses nothing').toContain(known.get(mine.passphrase)?.text);
      if (done) expect(after.has(mine.passphrase)).toBe(false);
    }
    if ((act === 'create' || act === 'second') && done) expect(after.get(passphrase)?.text).toBe(text);
    if ((act === 'remove' || act === 'wipe') && done && slotTouched !== null) expect(after.has(touched ?? '')).toBe(false);
    if (act === 'wipe' && done) expect(after.size).toBe(0);
    if (act === 'open' && done && answer.value) expect(answer.value).toMatchObject({ text: known.get(passphrase)?.text });
    if (act === 'open' && done && !answer.value) expect(known.has(passphrase)).toBe(false);
    known = after;
    if (done) acknowledged += 1;
    if (answer === 'killed') {
      // The whole browser went: every tab begins anew.
      disk.holder = null;
      tabs = [start(), start(), start()];
      seen = [null, null, null];
    } else if (done) {
      if (act === 'create' || (act === 'open' && answer.value)) seen[tab] = { passphrase, text: after.get(passphrase)?.text ?? '' };
      if (act === 'save' && mine) seen[tab] = { ...mine, text };
      if (act === 'change' && mine) seen[tab] = { ...mine, passphrase };
      if (act === 'remove' || act === 'wipe' || act === 'close' || (act === 'open' && !answer.value)) seen[tab] = null;
    } else {
      if (act === 'change' && answer.fault === 'old-still-opens' && mine) seen[tab] = { ...mine, passphrase };
      if (act === 'wipe' || act === 'open') seen[tab] = null;
      // A fault was told and yet every byte had arrived: the next save of this tab may go over it.
      if (act === 'save' && mine && after.get(mine.passphrase)?.text === text) seen[tab] = { ...mine, text };
    }
  }
  return acknowledged;
}

it('keeps every acknowledged text and never a torn one, in any history of three tabs', async () => {
  let acknowledged = 0;
  await fc.assert(fc.asyncProperty(fc.array(steps, { minLength: 30, maxLength: 40 }), fc.integer(), async (history, seed) => {
    acknowledged += await play([begun, ...history], seed);
  }), { numRuns: histories });
  expect(acknowledged).toBeGreaterThan(histories * 5);
}, histories * 500);
