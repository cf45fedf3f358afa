/**
 * The life of the container in a store: made for every visitor, mended when
 * damaged, overwritten when wiped. Everything here may be killed at any moment
 * and is taken up where it stopped the next time.
 */
import { fail, ok, type Result } from '#kernel/result';
import {
  containerBytes, headBytes, isWipeUnfinished, randomBytes, saltBytes, saltOffset, saltPatches, saltRepairs, strangerPatches, type Bytes, type Layout, type Patch, type Random,
} from '../crypto/index.ts';
import type { SlotStore, StoreFault } from './slot-store.ts';

/** Small enough that the worker can be stopped between two, large enough not to slow the writing. */
const stepBytes = 256 * 1024;

/** `wrong-size`: longer than any container this app knows. It is left alone. */
export type ContainerFault = StoreFault | 'wrong-size';

async function writeAll(store: SlotStore, patches: readonly Patch[]): Promise<Result<void, StoreFault>> {
  for (const { offset, bytes } of patches) {
    const written = await store.write(offset, bytes);
    if (!written.ok) return written;
  }
  return ok(undefined);
}

/** Lays the salt copies that fall into this stretch over it. */
function laySalt(stretch: Bytes, start: number, salt: Bytes, layout: Layout): void {
  for (const { offset, bytes } of saltPatches(salt, layout)) {
    for (let index = 0; index < bytes.length; index += 1) {
      const at = offset + index - start;
      if (at >= 0 && at < stretch.length) stretch[at] = bytes[index] ?? 0;
    }
  }
}

/** Random bytes from a place to the end of the container. */
async function fillFrom(store: SlotStore, from: number, salt: Bytes | null, random: Random, layout: Layout): Promise<Result<void, StoreFault>> {
  const total = containerBytes(layout);
  for (let at = from; at < total; at += stepBytes) {
    const stretch = randomBytes(Math.min(stepBytes, total - at), random);
    if (salt) laySalt(stretch, at, salt, layout);
    const written = await store.write(at, stretch);
    if (!written.ok) return written;
  }
  return ok(undefined);
}

/**
 * Sees to it that the container is there and whole. `made`: there was none.
 * `mended`: it was cut short, or a copy of its salt was damaged; what was there
 * is kept. `wiped`: a wipe was taken up and ended. Nothing that could hold a
 * plan is overwritten, except by ending a wipe.
 */
export async function ensureContainer(store: SlotStore, random: Random, layout: Layout): Promise<Result<'made' | 'whole' | 'mended' | 'wiped', ContainerFault>> {
  const size = await store.size();
  if (!size.ok) return size;
  if (size.value > containerBytes(layout)) return fail('wrong-size');
  if (size.value < containerBytes(layout)) return completeFrom(store, size.value, random, layout);
  const head = await store.read(0, headBytes(layout));
  if (!head.ok) return head;
  if (isWipeUnfinished(head.value, layout)) {
    const wiped = await wipeContainer(store, random, layout);
    return wiped.ok ? ok('wiped') : wiped;
  }
  const repairs = saltRepairs(head.value, layout);
  const mended = await writeAll(store, repairs);
  return mended.ok ? ok(repairs.length > 0 ? 'mended' : 'whole') : mended;
}

/** A making that was cut short and a container that was cut short look the same, and are treated the same: what is there stays. */
async function completeFrom(store: SlotStore, size: number, random: Random, layout: Layout): Promise<Result<'made' | 'mended', ContainerFault>> {
  const start = saltOffset(layout, 0);
  const keepsSalt = size >= start + saltBytes;
  const first = keepsSalt ? await store.read(start, saltBytes) : ok(randomBytes(saltBytes, random));
  if (!first.ok) return first;
  const filled = await fillFrom(store, keepsSalt ? size : 0, first.value, random, layout);
  return filled.ok ? ok(keepsSalt ? 'mended' : 'made') : filled;
}

/**
 * Random bytes over everything, from the salts on: after the first three small
 * writes no passphrase opens anything, and `onUnreadable` is called. Ends with a
 * new salt, so that the result is a container nobody has used.
 */
export async function wipeContainer(store: SlotStore, random: Random, layout: Layout, onUnreadable: () => void = () => undefined): Promise<Result<void, StoreFault>> {
  const size = await store.size();
  if (!size.ok) return size;
  if (size.value >= headBytes(layout)) {
    const unreadable = await writeAll(store, strangerPatches(layout, random));
    if (!unreadable.ok) return unreadable;
  }
  onUnreadable();
  const filled = await fillFrom(store, 0, null, random, layout);
  return filled.ok ? writeAll(store, saltPatches(randomBytes(saltBytes, random), layout)) : filled;
}
