/** The keeper when storage fails between two of its steps. */
import { beforeEach, describe, expect, it } from 'vitest';
import { exportBackup, leastCost, argonInWasm, createContainer, slotOffset, type Argon, type Random } from '../../../src/crypto/index.ts';
import { fail, ok } from '../../../src/kernel/result.ts';
import { createKeeper, type Keeper } from '../../../src/storage/keeper.ts';
import type { SlotStore } from '../../../src/storage/slot-store.ts';
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

const mishap = (what: Mishap['what'], inCalls: number, share = 0): void => {
  disk.mishap = { what, inCalls, share };
};
const later = async (passphrase: string): Promise<string | null> => must(await tabOn({ ...disk, mishap: null, holder: null }, random).open(passphrase, false))?.text ?? null;

/** A keeper whose storage is opened so often; each time this decides what it gets. */
function keeperWith(openStore: (time: number, takeOver: boolean) => ReturnType<Parameters<typeof createKeeper>[0]['openStore']>): { keeper: Keeper; times: () => number } {
  let times = 0;
  return { times: () => times, keeper: createKeeper({ openStore: (takeOver) => {
    times += 1;
    return openStore(times, takeOver);
  }, derive: quick, random, layout: small }) };
}
const goneStore = (): SlotStore => ({ room: 'file', size: async () => fail('gone'), read: async () => fail('gone'), write: async () => fail('gone'), close: () => undefined });

describe('storage that the browser took away', () => {
  it('is opened again once and not for ever', async () => {
    const { keeper: tab, times } = keeperWith(async () => ok(goneStore()));
    expect(await tab.ensure()).toEqual({ ok: false, fault: 'gone' });
    expect(times()).toBe(2);
  });

  it('is not opened again for another fault', async () => {
    const { keeper: tab, times } = keeperWith(async () => ok({ ...goneStore(), size: async () => fail('quota-full') }));
    expect(await tab.ensure()).toEqual({ ok: false, fault: 'quota-full' });
    expect(times()).toBe(1);
  });

  it('and cannot be had again is told by what stood in the way the second time', async () => {
    const { keeper: tab } = keeperWith(async (time) => (time === 1 ? ok(goneStore()) : fail('in-other-tab')));
    expect(await tab.ensure()).toEqual({ ok: false, fault: 'in-other-tab' });
    const { keeper: other } = keeperWith(async () => fail('no-room'));
    for (const answer of [await other.ensure(), await other.open('p', false), await other.create('p', '', [], false), await other.wipe()]) expect(answer).toEqual({ ok: false, fault: 'no-room' });
  });

  it('is let go of before it is opened again, and at the end', async () => {
    let closed = 0;
    const { keeper: tab } = keeperWith(async (time) => ok({ ...(time === 1 ? goneStore() : storeOn(disk)), close: () => void (closed += 1) }));
    must(await tab.ensure());
    expect(closed).toBe(1);
    await tab.close();
    await tab.close();
    expect(closed).toBe(2);
  });

  it('is asked for as the person said: taken over by open, create and wipe only', async () => {
    const asked: boolean[] = [];
    const watched = (): Keeper => keeperWith(async (_, takeOver) => {
      asked.push(takeOver);
      return fail('in-other-tab');
    }).keeper;
    await watched().ensure();
    await watched().open('p', true);
    await watched().open('p', false);
    await watched().create('p', '', [], true);
    await watched().create('p', '', [], false);
    await watched().wipe();
    expect(asked).toEqual([false, true, false, true, false, true]);
  });

  it('says in which room the plan lies', async () => {
    const { keeper: tab } = keeperWith(async () => ok({ ...storeOn(disk), room: 'database' }));
    expect(must(await tab.create('p', 'one', [], false)).room).toBe('database');
    expect(must(await tab.open('p', false))?.room).toBe('database');
  });
});

describe('a plan whose second write fails', () => {
  /** Beginning asks the size, reads the head twice, and writes twice. */
  const secondWrite = 4;

  it('is begun all the same, is open, and the next save mends it', async () => {
    disk = newDisk(createContainer(random, small));
    keeper = tabOn(disk, random);
    mishap('quota-full', secondWrite);
    expect(must(await keeper.create('p', 'one', [], false))).toEqual({ text: 'one', mayMissLastChange: false, room: 'file' });
    expect(must(await tabOn({ ...disk, holder: null }, random).open('p', false))?.mayMissLastChange).toBe(true);
    must(await keeper.save('two'));
    expect(must(await tabOn({ ...disk, holder: null }, random).open('p', false))).toEqual({ text: 'two', mayMissLastChange: false, room: 'file' });
  });

  it.each([0, 0.1, 0.5, 1])('can be saved at once, also when %f of that write had reached the disk', async (share) => {
    disk = newDisk(createContainer(random, small));
    keeper = tabOn(disk, random);
    mishap('quota-full', secondWrite, share);
    must(await keeper.create('p', 'one', [], false));
    must(await keeper.save('two'));
    // Two marks, the size, the head twice, the first write.
    mishap('quota-full', 6, share);
    expect(await keeper.changePassphrase('q')).toEqual({ ok: false, fault: 'old-still-opens' });
    must(await keeper.save('three'));
    expect([await later('p'), await later('q')]).toEqual([null, 'three']);
  });

  it('is begun beside the open one, which stays open', async () => {
    must(await keeper.create('p', 'mine', [], false));
    mishap('short-write', secondWrite);
    must(await keeper.addSecond('q', 'other', []));
    must(await keeper.save('mine, longer'));
    expect([await later('p'), await later('q')]).toEqual(['mine, longer', 'other']);
  });

  it('is not begun when the first fails: nothing opens, and nothing is open', async () => {
    disk = newDisk(createContainer(random, small));
    keeper = tabOn(disk, random);
    mishap('quota-full', secondWrite - 1);
    expect(await keeper.create('p', 'one', [], false)).toEqual({ ok: false, fault: 'quota-full' });
    expect(await keeper.save('x')).toEqual({ ok: false, fault: 'not-open' });
    expect(await later('p')).toBeNull();
  });
});

describe('a removal', () => {
  /** Two marks, then one write for each generation. */
  it.each([[2, 'mine'], [3, 'mine']])('that stops at its call %i tells why, can be done again, and touches no other plan', async (inCalls) => {
    must(await keeper.create('p', 'mine', [], false));
    must(await keeper.addSecond('q', 'other', []));
    mishap('quota-full', inCalls, 0.5);
    expect(await keeper.removePlan()).toEqual({ ok: false, fault: 'quota-full' });
    must(await keeper.removePlan());
    expect([await later('p'), await later('q')]).toEqual([null, 'other']);
  });

  it('overwrites both generations from end to end', async () => {
    must(await keeper.create('p', 'mine', [], false));
    const before = disk.bytes.slice();
    must(await keeper.removePlan());
    const changed = [0, 1, 2, 3].flatMap((slot) => ([0, 1] as const).map((generation) => {
      const at = slotOffset(small, slot, generation);
      return before.subarray(at, at + small.slotBytes).filter((byte, index) => disk.bytes[at + index] !== byte).length;
    }));
    expect(changed.filter((bytes) => bytes === 0)).toHaveLength(6);
    for (const bytes of changed.filter((one) => one > 0)) expect(bytes).toBeGreaterThan(small.slotBytes * 0.95);
  });
});

describe('a session', () => {
  it('is over after a passphrase that opens nothing, after a wipe and after closing', async () => {
    for (const end of [() => keeper.open('wrong', false), () => keeper.wipe(), () => keeper.close()]) {
      disk = newDisk();
      keeper = tabOn(disk, random);
      must(await keeper.create('p', 'mine', [], false));
      await end();
      expect(await keeper.save('x')).toEqual({ ok: false, fault: 'not-open' });
    }
  });

  it('that another tab has changed tells so for every call that would write, whichever generation that tab wrote', async () => {
    for (const saves of [1, 2, 3]) {
      disk = newDisk();
      keeper = tabOn(disk, random);
      must(await keeper.create('p', 'mine', [], false));
      const other = tabOn(disk, random);
      must(await other.open('p', true));
      for (let save = 0; save < saves; save += 1) must(await other.save(`theirs ${save}`));
      await other.close();
      for (const call of [() => keeper.save('x'), () => keeper.changePassphrase('new'), () => keeper.removePlan()]) expect(await call(), `${saves} saves`).toEqual({ ok: false, fault: 'changed-elsewhere' });
      expect(await later('p')).toBe(`theirs ${saves - 1}`);
    }
  });

  it('does not take a save of its own that failed half-way for another tab\'s', async () => {
    must(await keeper.create('p', 'mine', [], false));
    for (const share of [0.01, 0.5, 1]) {
      mishap('short-write', 2, share);
      expect(await keeper.save('half')).toEqual({ ok: false, fault: 'short-write' });
      must(await keeper.save(`whole ${share}`));
      expect(await later('p')).toBe(`whole ${share}`);
    }
  });
});

describe('a backup without a plan in it', () => {
  it('is damaged', async () => {
    const argon: Argon = (secret, salt, cost) => argonInWasm(secret, salt, { ...cost, memoryKiB: 64, passes: 1 });
    const file = must(await exportBackup([], 'file words', { argon, random, cost: leastCost }));
    expect(await tabOn(disk, random, { argon }).readBackup(file, 'file words')).toEqual({ ok: false, fault: 'damaged' });
  });
});
