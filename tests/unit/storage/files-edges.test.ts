/** Files of a plan when storage fails, the browser is killed, or another tab comes in between. */
import { beforeEach, describe, expect, it } from 'vitest';
import { headBytes } from '../../../src/crypto/index.ts';
import type { Keeper } from '../../../src/storage/keeper.ts';
import { must, textOf } from '../crypto/small.ts';
import { cellOf, cellsChanged, held, laterTab, picture, six, slotChanged, tab, traces } from './cells.ts';
import { newDisk, type Disk, type Mishap } from './disk.ts';

let disk: Disk;
let keeper: Keeper;
let slot: number;
beforeEach(async () => {
  disk = newDisk();
  keeper = tab(disk);
  must(await keeper.ensure());
  const before = disk.bytes.slice();
  must(await keeper.create('p', 'names none', [], false));
  slot = slotChanged(before, disk.bytes);
  must(await keeper.putFile(0, picture('kept')));
  must(await keeper.save('names 0'));
  must(await keeper.open('p', false));
});

const mishap = (what: Mishap['what'], inCalls: number, share = 0): void => {
  disk.mishap = { what, inCalls, share };
};
const later = async (): Promise<[string | null, (string | null)[]]> => {
  const visit = laterTab(disk);
  return [must(await visit.open('p', false))?.text ?? null, await held(visit)];
};
const kept = textOf(picture('kept'));
const added = textOf(picture('added'));
/** Putting a file reads two marks, then writes; each file put in this visit is one more mark. */
const putWrite = 2;

describe('putting a file', () => {
  it.each(['quota-full', 'short-write', 'cut-short'] as const)('that ends in %s leaves the plan and its files as they were, and can be done again', async (fault) => {
    for (const [call, share] of [[0, 0], [1, 0], [2, 0], [2, 0.01], [2, 0.5], [2, 0.99]] as const) {
      mishap(fault, call, share);
      expect(await keeper.putFile(3, picture('added')), `call ${call}, ${share}`).toEqual({ ok: false, fault });
      expect(await later()).toEqual(['names 0', [kept, null, null, null, null, null]]);
    }
    must(await keeper.save('names 0 still'));
    must(await keeper.putFile(3, picture('added')));
    must(await keeper.save('names 0 and 3'));
    expect(await later()).toEqual(['names 0 and 3', [kept, null, null, added, null, null]]);
  });

  it('again where it was put before, and stopped half-way, is not taken for another tab\'s', async () => {
    must(await keeper.putFile(3, picture('first')));
    mishap('short-write', putWrite + 1, 0.5);
    expect(await keeper.putFile(3, picture('second'))).toEqual({ ok: false, fault: 'short-write' });
    must(await keeper.save('names 0 still'));
    expect((await later())[1]).toEqual([kept, null, null, null, null, null]);
  });

  it('is done on storage that the browser took away for a moment, at whichever call', async () => {
    for (const call of [0, 1, 2]) {
      mishap('gone', call, 0.4);
      must(await keeper.putFile(3, picture(`in call ${call}`)));
      expect((await later())[1][3]).toBe(textOf(picture(`in call ${call}`)));
      must(await keeper.open('p', false));
    }
  });

  it('and a kill at any moment of it leaves the plan whole', async () => {
    const before = { ...disk };
    for (let share = 0; share <= 1; share += 0.05) {
      disk = { ...before, bytes: before.bytes.slice(), holder: null };
      const visit = tab(disk);
      must(await visit.open('p', false));
      mishap('kill', putWrite, share);
      await expect(visit.putFile(3, picture('added'))).rejects.toThrow();
      const [text, files] = await later();
      expect([text, files[0]]).toEqual(['names 0', kept]);
      expect([null, ...(share > 0.99 ? [added] : [])]).toContain(files[3]);
    }
  });

  it('and a kill before the plan that names it is saved leaves a file nobody names, which the next visit overwrites', async () => {
    must(await keeper.putFile(3, picture('added')));
    mishap('kill', putWrite + 1, 0.5);
    await expect(keeper.save('names 0 and 3')).rejects.toThrow();
    disk.holder = null;
    const next = tab(disk);
    // The save was torn: what its text was, and what it named, nobody knows until the next one.
    expect(must(await next.open('p', false))).toMatchObject({ text: 'names 0', mayMissLastChange: true });
    const orphan = cellOf(disk.bytes, slot, 3);
    expect(must(await next.keepFiles([0]))).toBe(0);
    must(await next.save('names 0 still'));
    expect(must(await next.keepFiles([0]))).toBe(1);
    expect(traces(orphan, disk.bytes)).toBe(0);
    expect(await later()).toEqual(['names 0 still', [kept, null, null, null, null, null]]);
  });
});

describe('finding a file', () => {
  it('tells of a fault by its name and finds it again', async () => {
    for (const call of [0, 1, 2]) {
      mishap('cut-short', call);
      expect(await keeper.getFile(0), `call ${call}`).toEqual({ ok: false, fault: 'cut-short' });
      mishap('gone', call);
      expect(must(await keeper.getFile(0)), `call ${call}`).toEqual(picture('kept'));
    }
  });

  it('in a container that lost its end is not possible in this visit; the next opens without it', async () => {
    disk.bytes = disk.bytes.slice(0, headBytes(six));
    expect(await keeper.getFile(0)).toEqual({ ok: false, fault: 'cut-short' });
    expect(await later()).toEqual(['names 0', [null, null, null, null, null, null]]);
  });
});

describe('keeping the files that are named', () => {
  beforeEach(async () => {
    for (const place of [2, 4]) must(await keeper.putFile(place, picture(`${place}`)));
    must(await keeper.save('names 0, 2 and 4'));
    must(await keeper.open('p', false));
  });

  it('that is killed at any moment keeps those, and the next visit ends it', async () => {
    const before = { ...disk };
    const was = disk.bytes.slice();
    // Two marks; place 1 is read, 2 is read and written, 3 is read, 4 is read and written.
    for (const [call, share] of [[2, 0], [3, 0], [4, 0], [4, 0.1], [4, 0.9], [4, 1], [7, 0], [7, 0.5], [7, 1]] as const) {
      disk = { ...before, bytes: before.bytes.slice(), holder: null };
      const visit = tab(disk);
      must(await visit.open('p', false));
      must(await visit.save('names 0'));
      mishap('kill', call, share);
      await expect(visit.keepFiles([0])).rejects.toThrow();
      disk.holder = null;
      const next = tab(disk);
      must(await next.open('p', false));
      must(await next.keepFiles([0]));
      expect(await later()).toEqual(['names 0', [kept, null, null, null, null, null]]);
      // What was cut short has lost its nonce, and opens for nobody, but for its last bytes it is still there.
      for (const place of [2, 4]) if (share === 0 || share === 1) expect(traces(cellOf(was, slot, place), disk.bytes), `call ${call}, ${share}, place ${place}`).toBe(0);
    }
  });

  it('stops at a fault, tells it, and goes on the next time', async () => {
    mishap('short-write', 7, 0.2);
    expect(await keeper.keepFiles([0])).toEqual({ ok: false, fault: 'short-write' });
    expect((await later())[1]).toEqual([kept, null, null, null, null, null]);
    must(await keeper.save('names 0'));
    expect(must(await keeper.keepFiles([0]))).toBe(0);
    mishap('gone', 1);
    expect(must(await keeper.keepFiles([]))).toBe(1);
  });
});

describe('another tab', () => {
  const everyCall = (stale: Keeper): (() => Promise<unknown>)[] => [
    () => stale.putFile(3, picture('stale')), () => stale.getFile(0), () => stale.keepFiles([]), () => stale.exportBackup('x', [0]), () => stale.sealFile('x', 'x', [0]),
  ];

  it('that took over and saved keeps this one out of every file, now and later', async () => {
    const second = tab(disk);
    must(await second.open('p', true));
    for (const call of everyCall(keeper)) expect(await call()).toEqual({ ok: false, fault: 'in-other-tab' });
    must(await second.putFile(3, picture('theirs')));
    must(await second.save('names 0 and 3'));
    await second.close();
    const before = disk.bytes.slice();
    for (const call of everyCall(keeper)) expect(await call()).toEqual({ ok: false, fault: 'changed-elsewhere' });
    expect(disk.bytes).toEqual(before);
  });

  it('that removed the plan and began another in its place is left alone', async () => {
    const second = tab(disk);
    for (let begun = -1; begun !== slot;) {
      must(await second.open('p', true));
      must(await second.removePlan());
      const before = disk.bytes.slice();
      must(await second.create('p', 'another', [], false));
      begun = slotChanged(before, disk.bytes);
    }
    must(await second.putFile(3, picture('theirs')));
    await second.close();
    for (const call of everyCall(keeper)) expect(await call()).toEqual({ ok: false, fault: 'changed-elsewhere' });
    expect((await later())[1]).toEqual([null, null, null, textOf(picture('theirs')), null, null]);
  });

  it.each(['puts another file there', 'overwrites it as not named'])('that %s before it is named is noticed before it is saved', async (what) => {
    must(await keeper.putFile(3, picture('mine')));
    const before = disk.bytes.slice();
    const second = tab(disk);
    must(await second.open('p', true));
    expect((await (what.startsWith('puts') ? second.putFile(3, picture('theirs')) : second.keepFiles([0]))).ok).toBe(true);
    await second.close();
    expect(cellsChanged(before, disk.bytes)).toEqual([`${slot} 3`]);
    expect(await keeper.save('names 0 and 3')).toEqual({ ok: false, fault: 'changed-elsewhere' });
    expect((await later())[0]).toBe('names 0');
  });

  it.each(['the passphrase was changed', 'a save failed'])('is noticed also after %s', async (between) => {
    must(await keeper.putFile(3, picture('mine')));
    if (between === 'a save failed') {
      mishap('quota-full', putWrite + 1);
      expect(await keeper.save('lost')).toEqual({ ok: false, fault: 'quota-full' });
    } else must(await keeper.changePassphrase('q'));
    const second = tab(disk);
    must(await second.open(between === 'a save failed' ? 'p' : 'q', true));
    must(await second.putFile(3, picture('theirs')));
    await second.close();
    expect(await keeper.save('names 0 and 3')).toEqual({ ok: false, fault: 'changed-elsewhere' });
  });
});
