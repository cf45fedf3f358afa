import { beforeEach, describe, expect, it } from 'vitest';
import { argonInWasm, containerBytes, createContainer, headBytes, longestText, saltOffset, slotOffset, type Argon, type Random } from '../../../src/crypto/index.ts';
import { createKeeper, type Keeper } from '../../../src/storage/keeper.ts';
import { ensureContainer } from '../../../src/storage/slot-container.ts';
import { must, quick, seeded, small } from '../crypto/small.ts';
import { newDisk, storeOn, tabOn, type Disk, type Mishap } from './disk.ts';

let random: Random;
let disk: Disk;
let keeper: Keeper;
beforeEach(() => {
  random = seeded(1);
  disk = newDisk();
  keeper = tabOn(disk, random);
});

const mishap = (what: Mishap['what'], inCalls = 0, share = 0): void => {
  disk.mishap = { what, inCalls, share };
};
/** What another visit later finds. */
const later = async (passphrase: string): Promise<string | null> => must(await tabOn({ ...disk, mishap: null, holder: null }, random).open(passphrase, false))?.text ?? null;
/** The calls of a save: read two marks, then write the slot. */
const saveWrite = 2;

describe('the container on a device', () => {
  it('is made at the first visit and found whole at the next', async () => {
    expect(await keeper.ensure()).toEqual({ ok: true, value: 'made' });
    expect(disk.bytes).toHaveLength(containerBytes(small));
    const before = disk.bytes.slice();
    expect(await keeper.ensure()).toEqual({ ok: true, value: 'whole' });
    expect(disk.bytes).toEqual(before);
  });

  it('is completed after a visit that was killed while making it, wherever that was', async () => {
    for (let cut = 0; cut < containerBytes(small); cut += 37) {
      disk = newDisk(createContainer(random, small).slice(0, cut));
      const kept = disk.bytes.slice();
      expect(must(await tabOn(disk, random).ensure())).toBe(cut < 32 ? 'made' : 'mended');
      expect(disk.bytes).toHaveLength(containerBytes(small));
      if (cut >= 32) expect(disk.bytes.subarray(0, cut)).toEqual(kept);
      expect(must(await ensureContainer(storeOn(disk), random, small))).toBe('whole');
    }
  });

  it('that was cut short keeps the plans that are still in it', async () => {
    await keeper.create('p', 'a plan', [], false);
    disk.bytes = disk.bytes.slice(0, headBytes(small) - small.pageBytes);
    expect(await later('p')).toBe('a plan');
  });

  it('that is longer than it can be is left alone and told', async () => {
    disk.bytes = new Uint8Array(containerBytes(small) + 1);
    expect(await keeper.open('p', false)).toEqual({ ok: false, fault: 'wrong-size' });
    expect(await keeper.create('p', '', [], false)).toEqual({ ok: false, fault: 'wrong-size' });
    expect(disk.writes).toBe(0);
  });

  it('says so when there is no space for it, and is completed when there is', async () => {
    mishap('quota-full', 1);
    expect(await keeper.ensure()).toEqual({ ok: false, fault: 'quota-full' });
    expect(must(await keeper.ensure())).toBe('made');
  });

  it('has its salt mended on the way', async () => {
    await keeper.create('p', 'a plan', [], false);
    disk.bytes.fill(0, saltOffset(small, 1), saltOffset(small, 1) + 32);
    expect(must(await keeper.ensure())).toBe('mended');
    expect(must(await keeper.ensure())).toBe('whole');
    expect(await later('p')).toBe('a plan');
  });
});

describe('keeping a plan', () => {
  it('opens what was saved, and nothing with other words', async () => {
    expect(must(await keeper.create('p', 'one', [], false))).toEqual({ text: 'one', mayMissLastChange: false, room: 'file' });
    expect(await keeper.save('two')).toEqual({ ok: true, value: undefined });
    await keeper.close();
    expect(must(await keeper.open('q', false))).toBeNull();
    expect(must(await keeper.open('p', false))).toEqual({ text: 'two', mayMissLastChange: false, room: 'file' });
  });

  it.each(['quota-full', 'short-write', 'cut-short'] as const)('keeps the last good text when saving ends in %s, and saves again after it', async (fault) => {
    await keeper.create('p', 'good', [], false);
    for (const share of [0, 0.5, 0.99]) {
      mishap(fault, saveWrite, share);
      expect(await keeper.save('lost')).toEqual({ ok: false, fault });
      expect(await later('p')).toBe('good');
    }
    expect((await keeper.save('better')).ok).toBe(true);
    expect(await later('p')).toBe('better');
  });

  it('opens storage again that the telephone closed in the background', async () => {
    await keeper.create('p', 'good', [], false);
    mishap('gone', 0);
    expect((await keeper.save('one')).ok).toBe(true);
    mishap('gone', saveWrite, 0.3);
    expect((await keeper.save('two')).ok).toBe(true);
    expect(await later('p')).toBe('two');
  });

  it('keeps a text of the longest size and refuses a longer one without touching what is there', async () => {
    await keeper.create('p', 'good', [], false);
    expect(await keeper.save('é'.repeat(longestText(small)))).toEqual({ ok: false, fault: 'slot-full' });
    expect(await later('p')).toBe('good');
    expect((await keeper.save('x'.repeat(longestText(small)))).ok).toBe(true);
  });

  it('loses no acknowledged save to a kill at any moment of the next', async () => {
    for (let share = 0; share <= 1; share += 0.02) {
      disk = newDisk();
      keeper = tabOn(disk, random);
      await keeper.create('p', 'acknowledged', [], false);
      mishap('kill', saveWrite, share);
      await expect(keeper.save('never acknowledged')).rejects.toThrow();
      expect(['acknowledged', ...(share > 0.99 ? ['never acknowledged'] : [])]).toContain(await later('p'));
    }
  });

  it('takes one call after the other', async () => {
    await keeper.create('p', '0', [], false);
    await Promise.all(['1', '2', '3', '4'].map((text) => keeper.save(text)));
    expect(await later('p')).toBe('4');
  });

  it('does nothing before something is open', async () => {
    const notOpen = { ok: false, fault: 'not-open' };
    expect(await keeper.save('x')).toEqual(notOpen);
    expect(await keeper.addSecond('q', 'x', [])).toEqual(notOpen);
    expect(await keeper.changePassphrase('q')).toEqual(notOpen);
    expect(await keeper.removePlan()).toEqual(notOpen);
    expect(await keeper.exportBackup('q')).toEqual(notOpen);
    expect(disk.bytes).toHaveLength(0);
  });

  it('tells that the last change may be missing when one of the two copies is damaged, until the next save', async () => {
    await keeper.create('p', 'one', [], false);
    await keeper.save('two');
    // All slots of one generation.
    disk.bytes.fill(1, slotOffset(small, 0, 0), slotOffset(small, 0, 0) + small.slots * small.slotBytes);
    await keeper.close();
    expect(must(await keeper.open('p', false))?.mayMissLastChange).toBe(true);
    await keeper.save('three');
    expect(must(await keeper.open('p', false))).toEqual({ text: 'three', mayMissLastChange: false, room: 'file' });
  });
});

describe('more than one plan', () => {
  it('opens each with its own words and shows each the same way', async () => {
    await keeper.create('p', 'mine', [], false);
    expect((await keeper.addSecond('q', 'other', [])).ok).toBe(true);
    expect((await keeper.save('mine, longer')).ok).toBe(true);
    const first = must(await keeper.open('p', false));
    const second = must(await keeper.open('q', false));
    expect([first?.text, second?.text]).toEqual(['mine, longer', 'other']);
    expect(Object.keys(first ?? {})).toEqual(Object.keys(second ?? {}));
  });

  it('asks the storage the same whether a passphrase is right, wrong or a second one', async () => {
    await keeper.create('p', 'mine', [], false);
    await keeper.addSecond('q', 'other', []);
    await keeper.close();
    const asked: Record<string, unknown> = {};
    for (const passphrase of ['p', 'q', 'wrong']) {
      const calls: unknown[] = [];
      const watched = createKeeper({ openStore: async () => {
        const store = storeOn(disk);
        return { ok: true, value: { ...store, size: () => {
          calls.push('size');
          return store.size();
        }, read: (...given) => {
          calls.push(['read', ...given]);
          return store.read(...given);
        }, write: (...given) => {
          calls.push('write');
          return store.write(...given);
        } } };
      }, derive: quick, random, layout: small });
      await watched.open(passphrase, false);
      await watched.close();
      asked[passphrase] = calls;
    }
    const same = ['size', ['read', 0, headBytes(small)], ['read', 0, headBytes(small)]];
    expect(asked).toEqual({ p: same, q: same, wrong: same });
  });

  it('can be begun from inside any of them until there is no place, and keeps those that are named', async () => {
    await keeper.create('p', '1', [], false);
    await keeper.addSecond('q', '2', []);
    must(await keeper.open('q', false));
    expect((await keeper.addSecond('r', '3', ['p'])).ok).toBe(true);
    expect((await keeper.addSecond('s', '4', ['p', 'r'])).ok).toBe(true);
    expect(await keeper.addSecond('t', '5', ['p', 'r', 's'])).toEqual({ ok: false, fault: 'no-slot-left' });
    expect(await keeper.addSecond('t', '5', ['unknown'])).toEqual({ ok: false, fault: 'keep-unknown' });
    expect(await keeper.addSecond('q', '5', [])).toEqual({ ok: false, fault: 'already-used' });
    for (const [passphrase, text] of [['p', '1'], ['q', '2'], ['r', '3'], ['s', '4']] as const) expect(await later(passphrase)).toBe(text);
  });

  it('can have another passphrase, and the old one opens nothing', async () => {
    await keeper.create('p', 'text', [], false);
    expect((await keeper.changePassphrase('new')).ok).toBe(true);
    expect([await later('p'), await later('new')]).toEqual([null, 'text']);
    expect((await keeper.save('after')).ok).toBe(true);
    expect(await later('new')).toBe('after');
  });

  it('says that the old passphrase still opens when the second write of a change fails, until the next save', async () => {
    await keeper.create('p', 'text', [], false);
    // Two marks, the size, the head twice, the first write.
    mishap('quota-full', 6, 0);
    expect(await keeper.changePassphrase('new')).toEqual({ ok: false, fault: 'old-still-opens' });
    expect([await later('p'), await later('new')]).toEqual(['text', 'text']);
    expect((await keeper.save('after')).ok).toBe(true);
    expect([await later('p'), await later('new')]).toEqual([null, 'after']);
  });

  it('can be removed alone', async () => {
    await keeper.create('p', 'mine', [], false);
    await keeper.addSecond('q', 'other', []);
    expect((await keeper.removePlan()).ok).toBe(true);
    expect([await later('p'), await later('q')]).toEqual([null, 'other']);
    expect(await keeper.save('x')).toEqual({ ok: false, fault: 'not-open' });
  });
});

describe('several tabs', () => {
  it('open the notes one at a time; another can take over, and the first overwrites nothing', async () => {
    const [first, second, third] = [keeper, tabOn(disk, random), tabOn(disk, random)];
    await first.create('p', 'one', [], false);
    for (const tab of [second, third]) expect(await tab.open('p', false)).toEqual({ ok: false, fault: 'in-other-tab' });
    expect(must(await second.open('p', true))?.text).toBe('one');
    expect((await second.save('two')).ok).toBe(true);
    expect(await first.save('stale')).toEqual({ ok: false, fault: 'in-other-tab' });
    await second.close();
    expect(await first.save('stale')).toEqual({ ok: false, fault: 'changed-elsewhere' });
    expect(await first.changePassphrase('stale')).toEqual({ ok: false, fault: 'changed-elsewhere' });
    await first.close();
    expect(must(await third.open('p', false))?.text).toBe('two');
  });
});

describe('wiping everything', () => {
  it('leaves a container nobody has used, also when another tab holds it', async () => {
    await keeper.create('p', 'mine', [], false);
    const before = disk.bytes.slice();
    let toldAfterWrites = -1;
    const other = tabOn(disk, random, { onUnreadable: () => (toldAfterWrites = disk.writes) });
    const writesBefore = disk.writes;
    expect((await other.wipe()).ok).toBe(true);
    expect(toldAfterWrites - writesBefore).toBe(3);
    expect(disk.bytes).toHaveLength(before.length);
    const same = before.filter((byte, index) => disk.bytes[index] === byte).length;
    expect(same / before.length).toBeLessThan(0.02);
    await other.close();
    expect(await later('p')).toBeNull();
    expect(must(await ensureContainer(storeOn(disk), random, small))).toBe('whole');
  });

  it.each([
    // Calls of a wipe: 0 asks the size, 1 to 3 make the salts strangers, 4 overwrites all of it, 5 to 7 lay the new salt.
    ['the second', 2, 1, 'wiped'], ['the third', 3, 1, 'wiped'], ['half the great', 4, 0.5, 'wiped'], ['the first salt', 5, 1, 'wiped'], ['the last', 7, 1, 'whole'],
  ] as const)('that was killed after %s write opens nothing, and the next visit ends it', async (_, inCalls, share, found) => {
    await keeper.create('p', 'mine', [], false);
    const before = disk.bytes.slice();
    mishap('kill', inCalls, share);
    await expect(keeper.wipe()).rejects.toThrow();
    disk.holder = null;
    expect(must(await tabOn(disk, random).ensure())).toBe(found);
    expect(before.filter((byte, index) => disk.bytes[index] === byte).length / before.length).toBeLessThan(0.02);
  });

  it('makes the container where there was none', async () => {
    expect((await keeper.wipe()).ok).toBe(true);
    expect(disk.bytes).toHaveLength(containerBytes(small));
    expect(must(await keeper.ensure())).toBe('whole');
  });
});

describe('a backup of the open plan', () => {
  const argon: Argon = (secret, salt, cost) => argonInWasm(secret, salt, { ...cost, memoryKiB: 64, passes: 1 });

  it('can be made of a text that is kept nowhere here, with nothing open and nothing written', async () => {
    const untouched = newDisk();
    const file = must(await tabOn(untouched, random, { argon }).sealFile('only on paper', 'file words'));
    expect(untouched).toEqual(newDisk());
    expect(await tabOn(disk, random, { argon }).readBackup(file, 'file words')).toEqual({ ok: true, value: { text: 'only on paper', files: [] } });
    expect(await tabOn(disk, random, { argon }).sealFile('x', ' ')).toEqual({ ok: false, fault: 'empty' });
  });

  it('gives the text back on another device, with its own passphrase', async () => {
    const here = tabOn(disk, random, { argon });
    await here.create('p', 'mine', [], false);
    const file = must(await here.exportBackup('file words'));
    const there = tabOn(newDisk(), random, { argon });
    expect(await there.readBackup(file, 'file words')).toEqual({ ok: true, value: { text: 'mine', files: [] } });
    expect(await there.readBackup(file, 'p')).toEqual({ ok: false, fault: 'wrong-passphrase' });
    expect(await there.readBackup(file.slice(1), 'file words')).toEqual({ ok: false, fault: 'not-a-backup' });
  });
});
