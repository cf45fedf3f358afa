import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  containerBytes, createContainer, headBytes, isWipeUnfinished, layoutV1, longestText, newSlot, openSlot, rekeySlot, saltBytes, saltOffset,
  saltPatches, sealSlot, slotOffset, strangerPatches, wipeSlot,
} from '../../../src/crypto/index.ts';
import { begin, open, random, save, seed, textUnder } from './box.ts';
import { applyAll, must, quick, quickRuns, small, textOf, utf8 } from './small.ts';

beforeEach(() => {
  seed(1);
  quickRuns.count = 0;
});

describe('the container', () => {
  it('has one size for everybody, small enough for a telephone', () => {
    expect(createContainer(random)).toHaveLength(containerBytes(layoutV1));
    expect(containerBytes(layoutV1)).toBe(9_973_760);
    expect(headBytes(layoutV1)).toBe(2_109_440);
    expect(longestText()).toBe(262_071);
  });

  it('gives each thing pages of its own, with nothing on top of another', () => {
    const starts = [0, 1, 2, 3].flatMap((slot) => [slotOffset(layoutV1, slot, 0), slotOffset(layoutV1, slot, 1)]);
    const salts = [0, 1, 2].map((copy) => saltOffset(layoutV1, copy));
    for (const at of [...starts, ...salts]) expect(at % 4096).toBe(0);
    const taken = [...starts.map((at) => [at, at + layoutV1.slotBytes]), ...salts.map((at) => [at, at + layoutV1.pageBytes])].sort(([a = 0], [b = 0]) => a - b);
    taken.forEach(([, end], index) => expect(end).toBe(taken[index + 1]?.[0] ?? headBytes(layoutV1)));
  });

  it('opens nothing when nobody has written in it', async () => {
    expect(await open(createContainer(random, small), 'anything')).toEqual({ ok: true, value: null });
  });

  it('gives back what was written, with its passphrase and no other', async () => {
    const container = createContainer(random, small);
    await begin(container, 'first words', 'a plan');
    expect(await textUnder(container, 'first words')).toBe('a plan');
    expect(await textUnder(container, 'first wordz')).toBeNull();
  });

  it('gives back any text that fits, after any number of saves', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1, maxLength: 6 }), async (texts) => {
      const container = createContainer(random, small);
      let opened = await begin(container, 'p', '');
      for (const text of texts) opened = await save(container, opened, text);
      expect(await textUnder(container, 'p')).toBe(textOf(utf8(texts.at(-1) ?? '')));
    }), { numRuns: 20 });
  });

  it('takes the longest text and refuses one byte more', async () => {
    const container = createContainer(random, small);
    const opened = await begin(container, 'p', '');
    const longest = 'x'.repeat(longestText(small));
    await save(container, opened, longest);
    expect(await textUnder(container, 'p')).toBe(longest);
    expect(await sealSlot(opened, utf8(`${longest}x`), random, small)).toEqual({ ok: false, fault: 'slot-full' });
    expect(await newSlot(container, 'q', utf8(`${longest}x`), [], quick, random, small)).toEqual({ ok: false, fault: 'slot-full' });
  });

  it('is written to in turns, so that one text is whole while the other is written', async () => {
    const container = createContainer(random, small);
    let opened = await begin(container, 'p', 'one');
    const seen: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const counter = opened.counter;
      opened = await save(container, opened, `text ${turn}`);
      expect(opened.counter).toBe(counter + 1);
      seen.push(opened.generation);
    }
    expect([seen[0], seen[1]]).toEqual([seen[2], seen[3]]);
    expect(seen[0]).not.toBe(seen[1]);
  });

  it('never uses a nonce twice', async () => {
    const container = createContainer(undefined, small);
    let opened = must(await newSlot(container, 'p', utf8(''), [], quick, undefined, small))[1].opened;
    const nonces = new Set<string>();
    for (let turn = 0; turn < 500; turn += 1) {
      const sealed = must(await sealSlot(opened, utf8('same'), undefined, small));
      nonces.add(String(sealed.patch.bytes.subarray(0, 12)));
      opened = sealed.opened;
    }
    expect(nonces.size).toBe(500);
  });
});

describe('opening', () => {
  it('does the same work for a right, a wrong and a second passphrase, and where nobody ever wrote', async () => {
    const container = createContainer(random, small);
    const { slot } = await begin(container, 'right', 'a');
    await begin(container, 'second', 'b', [slot]);
    const { subtle } = crypto;
    const counts: Record<string, readonly number[]> = {};
    for (const [passphrase, bytes] of [['right', container], ['second', container], ['wrong', container], ['none', createContainer(random, small)]] as const) {
      quickRuns.count = 0;
      const tries = vi.spyOn(subtle, 'decrypt');
      const keys = vi.spyOn(subtle, 'deriveKey');
      await open(bytes, passphrase);
      const tried = tries.mock.calls.reduce((sum, [, , sealed]) => sum + sealed.byteLength, 0);
      counts[passphrase] = [quickRuns.count, keys.mock.calls.length, tries.mock.calls.length, tried];
      tries.mockRestore();
      keys.mockRestore();
    }
    // One derivation, a key for each slot, both generations of each, and all of their bytes.
    const same = [1, 4, 8, 8 * (small.slotBytes - 12)];
    expect(counts).toEqual({ right: same, second: same, wrong: same, none: same });
  });

  it.each([
    ['an empty passphrase', '', 'empty'], ['nothing but spaces', '  \n', 'empty'], ['10,000 characters', 'x'.repeat(10_000), 'too-long'],
  ])('tells of %s before any work', async (_, passphrase, fault) => {
    expect(await open(createContainer(random, small), passphrase)).toEqual({ ok: false, fault });
    expect(quickRuns.count).toBe(0);
  });

  it('does not look into a container that is cut short', async () => {
    const container = createContainer(random, small);
    await begin(container, 'p', 'a');
    expect(await open(container.slice(0, headBytes(small) - 1), 'p')).toEqual({ ok: false, fault: 'wrong-size' });
    expect(must(await open(container.slice(0, headBytes(small)), 'p'))).not.toBeNull();
  });

  it('passes on that the device had no memory', async () => {
    const without = () => Promise.resolve({ ok: false, fault: 'no-memory' } as const);
    const container = createContainer(random, small);
    expect(await openSlot(container, 'p', without, small)).toEqual({ ok: false, fault: 'no-memory' });
    expect(await newSlot(container, 'p', utf8(''), [], without, random, small)).toEqual({ ok: false, fault: 'no-memory' });
    const opened = await begin(container, 'p', 'a');
    expect(await rekeySlot(container, opened, 'q', without, random, small)).toEqual({ ok: false, fault: 'no-memory' });
  });

  it('keeps a key that cannot be read out', async () => {
    const { key } = await begin(createContainer(random, small), 'p', 'a');
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});

describe('more than one plan', () => {
  it('holds four, each with its own words, and no fifth', async () => {
    const container = createContainer(random, small);
    const keep: number[] = [];
    for (const name of ['a', 'b', 'c', 'd']) keep.push((await begin(container, name, `plan ${name}`, keep)).slot);
    expect([...keep].sort()).toEqual([0, 1, 2, 3]);
    for (const name of ['a', 'b', 'c', 'd']) expect(await textUnder(container, name)).toBe(`plan ${name}`);
    expect(await newSlot(container, 'e', utf8(''), keep, quick, random, small)).toEqual({ ok: false, fault: 'no-slot-left' });
  });

  it('never begins two under one passphrase', async () => {
    const container = createContainer(random, small);
    const opened = await begin(container, 'a', 'x');
    expect(await newSlot(container, ' a ', utf8(''), [], quick, random, small)).toEqual({ ok: false, fault: 'already-used' });
    await begin(container, 'b', 'y', [opened.slot]);
    expect(await rekeySlot(container, opened, 'b', quick, random, small)).toEqual({ ok: false, fault: 'already-used' });
  });

  it('never touches a plan that is to be kept', async () => {
    await fc.assert(fc.asyncProperty(fc.integer(), async (chance) => {
      seed(chance);
      const container = createContainer(random, small);
      const first = await begin(container, 'a', 'kept');
      await begin(container, 'b', 'other', [first.slot]);
      expect(await textUnder(container, 'a')).toBe('kept');
    }), { numRuns: 40 });
  });

  it('leaves nothing of a plan it overwrites', async () => {
    for (let chance = 0; chance < 20; chance += 1) {
      seed(chance);
      const container = createContainer(random, small);
      const first = await begin(container, 'a', 'old');
      const second = await begin(container, 'b', 'new', [0, 1, 2, 3].filter((slot) => slot !== first.slot));
      expect(second.slot).toBe(first.slot);
      expect(await textUnder(container, 'a')).toBeNull();
    }
  });

  it('draws every slot about as often as the others', async () => {
    const counts = [0, 0, 0, 0];
    const container = createContainer(random, small);
    for (let turn = 0; turn < 200; turn += 1) {
      const { slot } = must(await newSlot(container, 'p', utf8(''), [], quick, random, small))[1].opened;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 50)).toBeLessThan(30);
  });

  it('stands after the first of its two writes, should the second fail', async () => {
    const container = createContainer(random, small);
    const [first] = must(await newSlot(container, 'a', utf8('begun'), [], quick, random, small));
    applyAll(container, [first.patch]);
    expect(first.opened.otherLost).toBe(true);
    expect(await textUnder(container, 'a')).toBe('begun');
    await save(container, first.opened, 'went on');
    expect(must(await open(container, 'a'))?.otherLost).toBe(false);
    expect(await textUnder(container, 'a')).toBe('went on');
  });
});

describe('another passphrase for a plan', () => {
  it('takes the place of the old one, and the text stays', async () => {
    const container = createContainer(random, small);
    const opened = await begin(container, 'old', 'text');
    const steps = must(await rekeySlot(container, opened, 'new', quick, random, small));
    applyAll(container, steps.map(({ patch }) => patch));
    expect([await textUnder(container, 'old'), await textUnder(container, 'new')]).toEqual([null, 'text']);
    expect(steps[1].opened.cellKey).toEqual(opened.cellKey);
  });

  it('loses nothing when only the first of its two writes was made', async () => {
    const container = createContainer(random, small);
    const opened = await begin(container, 'old', 'text');
    const [first] = must(await rekeySlot(container, opened, 'new', quick, random, small));
    applyAll(container, [first.patch]);
    expect([await textUnder(container, 'old'), await textUnder(container, 'new')]).toEqual(['text', 'text']);
  });
});

describe('wiping', () => {
  it('of one plan leaves the others', async () => {
    const container = createContainer(random, small);
    const first = await begin(container, 'a', 'x');
    await begin(container, 'b', 'y', [first.slot]);
    applyAll(container, wipeSlot(first.slot, random, small));
    expect([await textUnder(container, 'a'), await textUnder(container, 'b')]).toEqual([null, 'y']);
  });

  it('is known to be unfinished from its first step until the new salt stands', async () => {
    const container = createContainer(random, small);
    await begin(container, 'a', 'x');
    expect(isWipeUnfinished(container, small)).toBe(false);
    applyAll(container, strangerPatches(small, random));
    expect(isWipeUnfinished(container, small)).toBe(true);
    expect(await textUnder(container, 'a')).toBeNull();
    applyAll(container, saltPatches(new Uint8Array(saltBytes).fill(5), small));
    expect(isWipeUnfinished(container, small)).toBe(false);
  });
});
