/** A container that is made, mended and wiped in several steps, as the real one is. */
import { beforeEach, describe, expect, it } from 'vitest';
import { containerBytes, createContainer, headBytes, isWipeUnfinished, saltOffset, type Bytes, type Layout, type Random } from '../../../src/crypto/index.ts';
import { fail } from '../../../src/kernel/result.ts';
import { ensureContainer, wipeContainer } from '../../../src/storage/slot-container.ts';
import { must, seeded } from '../crypto/small.ts';
import { newDisk, storeOn, type Disk } from './disk.ts';

/** A little over three steps of 256 KiB; the second and third salt lie in later steps. */
const layout: Layout = { slots: 2, slotBytes: 160_000, cellsPerSlot: 1, cellBytes: 80_000, pageBytes: 4_096 };
const stepBytes = 256 * 1024;
const total = containerBytes(layout);

let random: Random;
let disk: Disk;
let writes: { offset: number; length: number }[];
const store = () => {
  const inner = storeOn(disk);
  return { ...inner, write: (offset: number, bytes: Bytes) => {
    writes.push({ offset, length: bytes.length });
    return inner.write(offset, bytes);
  } };
};
beforeEach(() => {
  random = seeded(1);
  disk = newDisk();
  writes = [];
});

const salts = (): Set<string> => new Set([0, 1, 2].map((copy) => String(disk.bytes.subarray(saltOffset(layout, copy), saltOffset(layout, copy) + 32))));
const share = (one: Uint8Array, other: Uint8Array): number => one.filter((byte, index) => byte === other[index]).length / one.length;
/** No stretch of zeros, and no two steps alike. */
function expectRandom(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += 4_096) expect(new Set(bytes.subarray(at, at + 4_096)).size, `at ${at}`).toBeGreaterThan(Math.min(200, (bytes.length - at) / 4));
  expect(share(bytes.subarray(0, stepBytes), bytes.subarray(stepBytes, 2 * stepBytes))).toBeLessThan(0.01);
}

describe('a container larger than one step', () => {
  it('is made in steps without a gap, with the same salt in each of its places', async () => {
    expect(must(await ensureContainer(store(), random, layout))).toBe('made');
    expect(writes).toEqual([0, 1, 2, 3].map((step) => ({ offset: step * stepBytes, length: Math.min(stepBytes, total - step * stepBytes) })));
    expect(disk.bytes).toHaveLength(total);
    expect(salts().size).toBe(1);
    expectRandom(disk.bytes);
    expect(must(await ensureContainer(store(), random, layout))).toBe('whole');
  });

  it('is completed from where it was cut, and what is there stays', async () => {
    for (const cut of [32, stepBytes, saltOffset(layout, 1) + 7, saltOffset(layout, 2) + 31, headBytes(layout), total - 1]) {
      disk = newDisk(createContainer(seeded(9), layout).slice(0, cut));
      const kept = disk.bytes.slice();
      expect(must(await ensureContainer(store(), random, layout)), `cut at ${cut}`).toBe('mended');
      expect([disk.bytes.length, Buffer.compare(disk.bytes.subarray(0, cut), kept), salts().size]).toEqual([total, 0, 1]);
    }
  });

  it('with less than a salt in it is made anew', async () => {
    disk = newDisk(createContainer(seeded(9), layout).slice(0, 31));
    expect(must(await ensureContainer(store(), random, layout))).toBe('made');
    expect([disk.bytes.length, salts().size]).toEqual([total, 1]);
  });

  it('is wiped from end to end: the salts first, all of it, a new salt last', async () => {
    disk = newDisk(createContainer(seeded(9), layout));
    const before = disk.bytes.slice();
    const told: number[] = [];
    must(await wipeContainer(store(), random, layout, () => told.push(writes.length)));
    const three = [0, 1, 2].map((copy) => ({ offset: saltOffset(layout, copy), length: 32 }));
    const steps = [0, 1, 2, 3].map((step) => ({ offset: step * stepBytes, length: Math.min(stepBytes, total - step * stepBytes) }));
    expect(writes).toEqual([...three, ...steps, ...three]);
    expect(told).toEqual([3]);
    expect(share(before, disk.bytes)).toBeLessThan(0.01);
    expect([salts().size, isWipeUnfinished(disk.bytes, layout)]).toEqual([1, false]);
    expectRandom(disk.bytes);
  });

  it('that has no salts yet is wiped without looking for them, and the person is told', async () => {
    for (const length of [0, headBytes(layout) - 1]) {
      disk = newDisk(createContainer(seeded(9), layout).slice(0, length));
      writes = [];
      let told = 0;
      must(await wipeContainer(store(), random, layout, () => (told += 1)));
      expect([told, writes[0]?.length, disk.bytes.length]).toEqual([1, stepBytes, total]);
    }
    disk = newDisk(createContainer(seeded(9), layout).slice(0, headBytes(layout)));
    writes = [];
    must(await wipeContainer(store(), random, layout));
    expect(writes[0]?.length).toBe(32);
  });

  it('tells every fault of the storage as it is, at each of its calls', async () => {
    for (const start of [0, 1_000, total]) {
      for (let inCalls = 0; inCalls < 9; inCalls += 1) {
        disk = newDisk(createContainer(seeded(9), layout).slice(0, start));
        disk.mishap = { what: 'short-write', inCalls, share: 0 };
        const ensured = await ensureContainer(store(), random, layout);
        expect(ensured, `${start} bytes, call ${inCalls}`).toEqual(disk.mishap === null ? fail('short-write') : { ok: true, value: start === 0 ? 'made' : start === total ? 'whole' : 'mended' });
        disk = newDisk(createContainer(seeded(9), layout).slice(0, start));
        disk.mishap = { what: 'quota-full', inCalls, share: 0 };
        const wiped = await wipeContainer(store(), random, layout);
        expect(wiped.ok, `wipe of ${start} bytes, call ${inCalls}`).toBe(disk.mishap !== null);
      }
    }
  });

  it('is not said to be unreadable when the salts could not be overwritten', async () => {
    disk = newDisk(createContainer(seeded(9), layout));
    disk.mishap = { what: 'quota-full', inCalls: 3, share: 0 };
    let told = 0;
    expect(await wipeContainer(store(), random, layout, () => (told += 1))).toEqual(fail('quota-full'));
    expect(told).toBe(0);
  });

  it('ends a wipe that was begun, and tells when that fails', async () => {
    disk = newDisk(createContainer(seeded(9), layout));
    disk.mishap = { what: 'quota-full', inCalls: 5, share: 0 };
    expect((await wipeContainer(store(), random, layout)).ok).toBe(false);
    disk.mishap = { what: 'quota-full', inCalls: 8, share: 0 };
    expect(await ensureContainer(store(), random, layout)).toEqual(fail('quota-full'));
    expect(must(await ensureContainer(store(), random, layout))).toBe('wiped');
    expect(must(await ensureContainer(store(), random, layout))).toBe('whole');
  });

  it('with a damaged salt is mended there and nowhere else', async () => {
    disk = newDisk(createContainer(seeded(9), layout));
    const before = disk.bytes.slice();
    disk.bytes.fill(3, saltOffset(layout, 2), saltOffset(layout, 2) + 32);
    writes = [];
    expect(must(await ensureContainer(store(), random, layout))).toBe('mended');
    expect([writes, Buffer.compare(disk.bytes, before)]).toEqual([[{ offset: saltOffset(layout, 2), length: 32 }], 0]);
    disk.bytes.fill(3, saltOffset(layout, 2), saltOffset(layout, 2) + 32);
    disk.mishap = { what: 'short-write', inCalls: 2, share: 0 };
    expect(await ensureContainer(store(), random, layout)).toEqual(fail('short-write'));
  });
});
