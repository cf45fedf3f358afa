/**
 * Pictures and recordings of the open plan, one sealed into each place. What a
 * place is for stands in the plan's text, which the page alone can read: so the
 * page says which places are named. Order of writing: README.md, decision 14.
 */
import { assert } from '#kernel/assert';
import { fail, ok, type Result } from '#kernel/result';
import { cellOffset, openCell, randomBytes, sealCell, type Bytes, type Layout, type OpenedSlot, type Random } from '../crypto/index.ts';
import { filePart } from './backup-files.ts';
import type { HeldStore, HomeFault } from './held-store.ts';
import { isUnchanged, sessionAfter, withoutMark, type HeldSession } from './slot-session.ts';
import type { StoreFault } from './slot-store.ts';

/** `too-large`: over what one place takes. `file-lost`: a named place holds no file of this plan, or a damaged one. */
export type FileFault = StoreFault | HomeFault | 'not-open' | 'changed-elsewhere' | 'too-large' | 'file-lost';

type Answer<T> = Promise<Result<T, FileFault>>;

export interface KeptFiles {
  put(place: number, bytes: Bytes): Answer<void>;
  get(place: number): Answer<Bytes | null>;
  keep(named: readonly number[]): Answer<number>;
  /** As parts of a backup, in this order. */
  parts(places: readonly number[]): Answer<readonly Bytes[]>;
  /** Random bytes over every place that opens with the key of this plan; how many. Ends at the first fault: storage that went away is not asked for six times. */
  overwrite(opened: OpenedSlot, spared?: readonly number[]): Answer<number>;
}

export interface FileMeans {
  readonly held: HeldSession;
  readonly store: HeldStore;
  readonly random: Random;
  readonly layout: Layout;
}

export function createFiles({ held, store, random, layout }: FileMeans): KeptFiles {
  const places = Array.from({ length: layout.cellsPerSlot }, (_, place) => place);
  const mustBePlaces = (named: readonly number[]): void => assert(named.every((place) => places.includes(place)), 'no such place');

  async function open(opened: OpenedSlot, place: number): Answer<Bytes | null> {
    const sealed = await store.read(cellOffset(layout, opened.slot, place), layout.cellBytes);
    return sealed.ok ? ok(await openCell(opened, place, sealed.value, layout)) : sealed;
  }

  /** Until a write is whole, what lies there must not look like another tab's. */
  async function write(offset: number, bytes: Bytes): Answer<void> {
    if (held.now) held.now = withoutMark(held.now, offset);
    return store.write({ offset, bytes });
  }

  const files: KeptFiles = {
    async put(place, bytes) {
      mustBePlaces([place]);
      if (!held.now) return fail('not-open');
      const sealed = await sealCell(held.now.opened, place, bytes, random, layout);
      if (!sealed.ok) return sealed;
      const unchanged = await isUnchanged(store, held.now);
      if (!unchanged.ok) return unchanged;
      const written = await write(sealed.value.offset, sealed.value.bytes);
      // The text that will name it rests on this write: another tab's in its place must be noticed before that is saved.
      if (written.ok) held.now = sessionAfter(held.now, sealed.value);
      return written;
    },
    async get(place) {
      mustBePlaces([place]);
      if (!held.now) return fail('not-open');
      const unchanged = await isUnchanged(store, held.now);
      return unchanged.ok ? open(held.now.opened, place) : unchanged;
    },
    async keep(named) {
      mustBePlaces(named);
      if (!held.now) return fail('not-open');
      // A newer text that cannot be read now may name what this one does not.
      if (held.now.opened.otherLost) return ok(0);
      const unchanged = await isUnchanged(store, held.now);
      return unchanged.ok ? files.overwrite(held.now.opened, named) : unchanged;
    },
    async parts(named) {
      mustBePlaces(named);
      assert(new Set(named).size === named.length, 'a place is named once');
      if (named.length === 0) return ok([]);
      if (!held.now) return fail('not-open');
      const unchanged = await isUnchanged(store, held.now);
      if (!unchanged.ok) return unchanged;
      const parts: Bytes[] = [];
      for (const place of named) {
        const found = await open(held.now.opened, place);
        if (!found.ok) return found;
        if (!found.value) return fail('file-lost');
        parts.push(filePart({ place, bytes: found.value }));
        found.value.fill(0);
      }
      return ok(parts);
    },
    async overwrite(opened, spared = []) {
      let count = 0;
      for (const place of places.filter((one) => !spared.includes(one))) {
        const found = await open(opened, place);
        if (!found.ok) return found;
        if (!found.value) continue;
        found.value.fill(0);
        const written = await write(cellOffset(layout, opened.slot, place), randomBytes(layout.cellBytes, random));
        if (!written.ok) return written;
        count += 1;
      }
      return ok(count);
    },
  };
  return files;
}
