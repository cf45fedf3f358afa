import { beforeEach, describe, expect, it } from 'vitest';
import {
  createContainer, isWipeUnfinished, newSlot, openSlot, readSalt, saltBytes, saltOffset, saltPatches, saltRepairs, slotOffset, type Bytes, type OpenedSlot,
} from '../../../src/crypto/index.ts';
import { begin, open, random, save, seed, textUnder } from './box.ts';
import { applyAll, must, quick, seeded, small, textOf, utf8 } from './small.ts';

beforeEach(() => seed(1));

describe('damage', () => {
  async function written(): Promise<{ container: Bytes; opened: OpenedSlot }> {
    const container = createContainer(random, small);
    const opened = await save(container, await begin(container, 'p', 'older'), 'newer');
    return { container, opened };
  }

  it('of any single bit of the newer text brings back the older one and is told', async () => {
    const tiny = { ...small, slots: 1, slotBytes: 96 };
    const container = createContainer(random, tiny);
    const [{ patch: older }, { patch: newer }] = must(await newSlot(container, 'p', utf8('text'), [], quick, random, tiny));
    applyAll(container, [older, newer]);
    for (let bit = 0; bit < tiny.slotBytes * 8; bit += 1) {
      const index = newer.offset + (bit >> 3);
      container[index] = (container[index] ?? 0) ^ (1 << (bit & 7));
      const found = must(await openSlot(container, 'p', quick, tiny));
      expect([found?.counter, found?.otherLost], `bit ${bit}`).toEqual([1, true]);
      container[index] = (container[index] ?? 0) ^ (1 << (bit & 7));
    }
    const whole = must(await openSlot(container, 'p', quick, tiny));
    expect([whole?.counter, whole?.otherLost]).toEqual([2, false]);
  });

  it('of the older text leaves the newer one, and the next save mends it', async () => {
    const { container, opened } = await written();
    container.fill(0, slotOffset(small, opened.slot, opened.generation === 0 ? 1 : 0), slotOffset(small, opened.slot, opened.generation === 0 ? 1 : 0) + 9);
    const found = must(await open(container, 'p'));
    expect([found && textOf(found.text), found?.otherLost]).toEqual(['newer', true]);
    if (found) await save(container, found, 'mended');
    const again = must(await open(container, 'p'));
    expect([again && textOf(again.text), again?.otherLost]).toEqual(['mended', false]);
  });

  it('of both texts opens nothing', async () => {
    const { container, opened } = await written();
    for (const generation of [0, 1] as const) container.fill(0, slotOffset(small, opened.slot, generation), slotOffset(small, opened.slot, generation) + 1);
    expect(await textUnder(container, 'p')).toBeNull();
  });

  it('by moving a text to another slot or generation opens nothing there', async () => {
    const { container, opened } = await written();
    const from = slotOffset(small, opened.slot, opened.generation);
    const piece = container.slice(from, from + small.slotBytes);
    for (let slot = 0; slot < small.slots; slot += 1) {
      for (const generation of [0, 1] as const) {
        const to = slotOffset(small, slot, generation);
        if (to === from) continue;
        const moved = createContainer(seeded(2), small);
        applyAll(moved, saltPatches(readSalt(container, small), small));
        moved.set(piece, to);
        expect(await textUnder(moved, 'p'), `${slot}/${generation}`).toBeNull();
      }
    }
  });

  it('by putting back an older copy of the whole file gives the older text and no error', async () => {
    const container = createContainer(random, small);
    const opened = await begin(container, 'p', 'older');
    const copy = container.slice();
    await save(container, opened, 'newer');
    expect(await textUnder(copy, 'p')).toBe('older');
  });

  it('of a whole salt copy, or of a bit in each, changes nothing and is mended', async () => {
    const { container } = await written();
    for (const copy of [0, 1, 2]) {
      const hurt = container.slice();
      hurt.fill(0xff, saltOffset(small, copy), saltOffset(small, copy) + saltBytes);
      expect(await textUnder(hurt, 'p')).toBe('newer');
      expect(isWipeUnfinished(hurt, small)).toBe(false);
      const repairs = saltRepairs(hurt, small);
      expect(repairs).toHaveLength(1);
      applyAll(hurt, repairs);
      expect(hurt).toEqual(container);
    }
    const scattered = container.slice();
    for (const copy of [0, 1, 2]) {
      const at = saltOffset(small, copy) + copy;
      scattered[at] = (scattered[at] ?? 0) ^ 0x10;
    }
    expect(await textUnder(scattered, 'p')).toBe('newer');
    expect(saltRepairs(scattered, small)).toHaveLength(3);
    expect(saltRepairs(container, small)).toEqual([]);
  });
});
