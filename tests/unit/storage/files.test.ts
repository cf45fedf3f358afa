/** Pictures and recordings of a plan: what is put, found, kept and removed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { cellOffset, largestPicture, slotOffset } from '../../../src/crypto/index.ts';
import type { Keeper } from '../../../src/storage/keeper.ts';
import { filePlaces } from '../../../src/storage/passphrases.ts';
import { must, textOf } from '../crypto/small.ts';
import { cellOf, cellsChanged, everyPlace, held, laterTab, picture, six, slotChanged, tab, traces } from './cells.ts';
import { newDisk, type Disk } from './disk.ts';

let disk: Disk;
let keeper: Keeper;
let slot: number;
beforeEach(async () => {
  disk = newDisk();
  keeper = tab(disk);
  must(await keeper.ensure());
  const before = disk.bytes.slice();
  must(await keeper.create('p', 'a plan', [], false));
  slot = slotChanged(before, disk.bytes);
});

describe('a file of the open plan', () => {
  it('comes back as it was put, of every size up to the largest, and only from its place', async () => {
    for (const [place, length] of [[0, 0], [3, 1], [5, largestPicture(six)]] as const) must(await keeper.putFile(place, new Uint8Array(length).fill(place + 1)));
    for (const place of everyPlace) {
      const length = { 0: 0, 3: 1, 5: largestPicture(six) }[place as 0 | 3 | 5];
      expect(must(await keeper.getFile(place)), `place ${place}`).toEqual(length === undefined ? null : new Uint8Array(length).fill(place + 1));
    }
    expect(filePlaces).toBe(6);
  });

  it('is refused one byte over the largest, and nothing is written', async () => {
    const before = disk.bytes.slice();
    expect(await keeper.putFile(0, new Uint8Array(largestPicture(six) + 1))).toEqual({ ok: false, fault: 'too-large' });
    expect(disk.bytes).toEqual(before);
  });

  it('is there at the next visit, after saves, and under another passphrase', async () => {
    must(await keeper.putFile(2, picture('one')));
    must(await keeper.save('names place 2'));
    must(await keeper.changePassphrase('q'));
    must(await keeper.save('names it still'));
    expect(textOf(must(await keeper.getFile(2)) ?? new Uint8Array(0))).toBe(textOf(picture('one')));
    const later = laterTab(disk);
    expect(must(await later.open('p', false))).toBeNull();
    expect(must(await later.open('q', false))?.text).toBe('names it still');
    expect(must(await later.getFile(2))).toEqual(picture('one'));
  });

  it('leaves the bytes it was made of to the caller, as they were', async () => {
    const mine = picture('mine');
    must(await keeper.putFile(1, mine));
    expect(mine).toEqual(picture('mine'));
  });

  it('is written to one place of its own plan and nowhere else', async () => {
    const before = disk.bytes.slice();
    must(await keeper.putFile(4, picture('one')));
    expect(cellsChanged(before, disk.bytes)).toEqual([`${slot} 4`]);
    expect(slotChanged(before, disk.bytes)).toBe(-1);
  });

  it('that is damaged is not there, and the others are', async () => {
    must(await keeper.putFile(0, picture('one')));
    must(await keeper.putFile(1, picture('two')));
    const at = cellOffset(six, slot, 0) + 100;
    disk.bytes[at] = (disk.bytes[at] ?? 0) ^ 1;
    expect(must(await keeper.getFile(0))).toBeNull();
    expect(must(await keeper.getFile(1))).toEqual(picture('two'));
  });

  it('cannot be had, put or overwritten while nothing is open', async () => {
    await keeper.close();
    const before = disk.bytes.slice();
    const answers = [await keeper.putFile(0, picture('one')), await keeper.getFile(0), await keeper.keepFiles([]), await keeper.exportBackup('x', [0]), await keeper.sealFile('x', 'x', [0])];
    for (const answer of answers) expect(answer).toEqual({ ok: false, fault: 'not-open' });
    expect(disk.bytes).toEqual(before);
  });

  it.each([-1, 6, 0.5, Number.NaN])('in place %f is a mistake of ours', async (place) => {
    const mistakes = [
      () => keeper.putFile(place, picture('one')), () => keeper.getFile(place), () => keeper.keepFiles([0, place]), () => keeper.exportBackup('x', [place]), () => keeper.sealFile('x', 'x', [place]),
    ];
    for (const mistake of mistakes) await expect(mistake()).rejects.toThrow('no such place');
    await expect(keeper.exportBackup('x', [1, 1])).rejects.toThrow('a place is named once');
    must(await keeper.save('goes on'));
  });
});

describe('another plan of the same container', () => {
  beforeEach(async () => {
    must(await keeper.putFile(1, picture('of the first')));
    must(await keeper.save('names place 1'));
    must(await keeper.addSecond('q', 'second', []));
    must(await keeper.open('q', false));
  });

  it('finds none of these files, and its own do not disturb them', async () => {
    expect(await held(keeper)).toEqual([null, null, null, null, null, null]);
    must(await keeper.putFile(1, picture('of the second')));
    must(await keeper.save('names place 1 too'));
    expect(textOf(must(await keeper.getFile(1)) ?? new Uint8Array(0))).toBe(textOf(picture('of the second')));
    must(await keeper.open('p', false));
    expect(must(await keeper.getFile(1))).toEqual(picture('of the first'));
  });

  it('touches none of them when it keeps none of its own, nor when it is removed', async () => {
    must(await keeper.putFile(0, picture('of the second')));
    const before = disk.bytes.slice();
    expect(must(await keeper.keepFiles([]))).toBe(1);
    expect(cellsChanged(before, disk.bytes).map((name) => name.at(-1))).toEqual(['0']);
    must(await keeper.removePlan());
    must(await keeper.open('p', false));
    expect(must(await keeper.getFile(1))).toEqual(picture('of the first'));
  });
});

describe('keeping the files that are named', () => {
  beforeEach(async () => {
    for (const place of [0, 2, 5]) must(await keeper.putFile(place, picture(`${place}`)));
    must(await keeper.save('names 0, 2 and 5'));
  });

  it('overwrites the others, and of their bytes nothing is left on the disk', async () => {
    const before = disk.bytes.slice();
    must(await keeper.save('names 2'));
    expect(must(await keeper.keepFiles([2]))).toBe(2);
    expect(await held(keeper)).toEqual([null, null, textOf(picture('2')), null, null, null]);
    for (const place of [0, 5]) expect(traces(cellOf(before, slot, place), disk.bytes), `place ${place}`).toBe(0);
    expect(traces(cellOf(before, slot, 2), disk.bytes)).toBe(six.cellBytes / 8);
  });

  it('touches no place that was never used, and writes nothing when there is nothing to do', async () => {
    const before = disk.bytes.slice();
    const { writes } = disk;
    expect(must(await keeper.keepFiles([0, 2, 5]))).toBe(0);
    expect([disk.writes, disk.bytes]).toEqual([writes, before]);
    expect(must(await keeper.keepFiles([]))).toBe(3);
    expect(cellsChanged(before, disk.bytes)).toEqual([`${slot} 0`, `${slot} 2`, `${slot} 5`]);
    const { writes: after } = disk;
    expect(must(await keeper.keepFiles([]))).toBe(0);
    expect(disk.writes).toBe(after);
  });

  it('overwrites nothing while the last change may be missing, and does after the next save', async () => {
    must(await keeper.save('the newest'));
    // One generation of all slots.
    const lost = slotOffset(six, 0, 1);
    disk.bytes.fill(1, lost, lost + six.slots * six.slotBytes);
    expect(must(await keeper.open('p', false))?.mayMissLastChange).toBe(true);
    const before = disk.bytes.slice();
    expect(must(await keeper.keepFiles([]))).toBe(0);
    expect(disk.bytes).toEqual(before);
    must(await keeper.save('names none'));
    expect(must(await keeper.keepFiles([]))).toBe(3);
  });

  it('overwrites nothing after a save that ended in a fault: its text may have arrived and name more', async () => {
    must(await keeper.putFile(1, picture('new')));
    // Six marks, then the write, which arrives whole.
    disk.mishap = { what: 'short-write', inCalls: 6, share: 1 };
    expect(await keeper.save('names 0, 1, 2 and 5')).toEqual({ ok: false, fault: 'short-write' });
    expect(must(await keeper.keepFiles([0, 2, 5]))).toBe(0);
    const later = laterTab(disk);
    expect(must(await later.open('p', false))?.text).toBe('names 0, 1, 2 and 5');
    expect(must(await later.getFile(1))).toEqual(picture('new'));
    must(await keeper.save('names 0, 2 and 5'));
    expect(must(await keeper.keepFiles([0, 2, 5]))).toBe(1);
  });
});

describe('removing a plan', () => {
  beforeEach(async () => {
    for (const place of [0, 5]) must(await keeper.putFile(place, picture(`${place}`)));
    must(await keeper.save('names 0 and 5'));
  });

  it('overwrites its files too, and no place that was never used', async () => {
    const before = disk.bytes.slice();
    must(await keeper.removePlan());
    expect(cellsChanged(before, disk.bytes)).toEqual([`${slot} 0`, `${slot} 5`]);
    for (const place of [0, 5]) expect(traces(cellOf(before, slot, place), disk.bytes), `place ${place}`).toBe(0);
  });

  it.each(['quota-full', 'short-write', 'cut-short'] as const)('is done also when %s stops it at a file: nothing can open that any more', async (what) => {
    // Two marks, both generations, then each place is read; the first and the last are written.
    for (const inCalls of [4, 5, 10, 11]) {
      const other = { ...disk, bytes: disk.bytes.slice(), holder: null, mishap: null } as Disk;
      const visit = tab(other);
      must(await visit.open('p', false));
      other.mishap = { what, inCalls, share: 0.5 };
      expect(await visit.removePlan()).toEqual({ ok: true, value: undefined });
      expect(other.mishap, `call ${inCalls} came`).toBeNull();
      expect(must(await laterTab(other).open('p', false))).toBeNull();
    }
  });

  it('that fails itself leaves the files where they are, and can be done again', async () => {
    const before = disk.bytes.slice();
    // Four marks, then the second generation.
    disk.mishap = { what: 'quota-full', inCalls: 5, share: 0 };
    expect(await keeper.removePlan()).toEqual({ ok: false, fault: 'quota-full' });
    expect(cellsChanged(before, disk.bytes)).toEqual([]);
    must(await keeper.removePlan());
    expect(cellsChanged(before, disk.bytes)).toEqual([`${slot} 0`, `${slot} 5`]);
  });
});
