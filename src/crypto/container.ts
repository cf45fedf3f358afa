import { assert } from '#kernel/assert';
import { fail, ok, type Result } from '#kernel/result';
import type { Derive, DeriveFault } from './argon.ts';
import { copyOf, fillRandom, randomBelow, randomBytes, type Bytes, type Random } from './bytes.ts';
import { containerBytes, generations, headBytes, layoutV1, saltBytes, slotOffset, type Generation, type Layout } from './layout.ts';
import { passphraseBytes, type PassphraseFault } from './passphrase.ts';
import { cellKeyBytes, decodePlanText, encodePlanText, roomFor, type PlanText } from './plan-text.ts';
import { readSalt, saltPatches, type Patch } from './salt.ts';
import { formatVersion, keyFor, numbers, rootKey, seal, sealBytes, unseal } from './slot.ts';

/** A plan that is open. The key cannot be read out of it. */
export interface OpenedSlot extends PlanText {
  readonly slot: number;
  /** Where the newest text stands; the next save goes to the other one. */
  readonly generation: Generation;
  readonly key: CryptoKey;
  /** The other generation did not open: a save may have been cut short, or the disk failed there. The next save mends it. */
  readonly otherLost: boolean;
}

export type OpenFault = PassphraseFault | DeriveFault | 'wrong-size' | 'newer-version' | 'damaged';

/** Random bytes from end to end, three equal salts among them: what every visitor gets, and what a wipe leaves. */
export function createContainer(random: Random = fillRandom, layout: Layout = layoutV1): Bytes {
  const bytes = randomBytes(containerBytes(layout), random);
  for (const patch of saltPatches(randomBytes(saltBytes, random), layout)) bytes.set(patch.bytes, patch.offset);
  return bytes;
}

/** The longest text a slot takes, in bytes of UTF-8. */
export function longestText(layout: Layout = layoutV1): number {
  return roomFor(layout.slotBytes - sealBytes);
}

const other = (generation: Generation): Generation => (generation === 0 ? 1 : 0);

const placeOf = (layout: Layout, slot: number, generation: Generation): Bytes =>
  numbers(formatVersion, layout.slotBytes, slot, generation);

async function keysOf(head: Uint8Array, passphrase: string, derive: Derive, layout: Layout): Promise<Result<readonly CryptoKey[], OpenFault>> {
  if (head.length < headBytes(layout)) return fail('wrong-size');
  const secret = passphraseBytes(passphrase);
  if (!secret.ok) return secret;
  const root = await derive(secret.value, readSalt(head, layout));
  secret.value.fill(0);
  if (!root.ok) return root;
  const source = await rootKey(root.value);
  return ok(await Promise.all(Array.from({ length: layout.slots }, (_, slot) => keyFor(source, `plan ${formatVersion} ${slot}`))));
}

interface Found {
  readonly slot: number;
  readonly generation: Generation;
  readonly key: CryptoKey;
  readonly bytes: Bytes;
}

/** Tries every generation of every slot, whatever has opened before: the work says nothing about what is there. */
async function tryAll(head: Uint8Array, keys: readonly CryptoKey[], layout: Layout): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const [slot, key] of keys.entries()) {
    for (const generation of [0, 1] as const) {
      const at = slotOffset(layout, slot, generation);
      const bytes = await unseal(key, placeOf(layout, slot, generation), head.subarray(at, at + layout.slotBytes));
      if (bytes) found.push({ slot, generation, key, bytes });
    }
  }
  return found;
}

function newestOf(found: readonly Found[]): Result<OpenedSlot | null, 'newer-version' | 'damaged'> {
  let newest: OpenedSlot | null = null;
  let fault: 'newer-version' | 'damaged' | null = null;
  for (const { slot, generation, key, bytes } of found) {
    const text = decodePlanText(bytes);
    bytes.fill(0);
    if (!text.ok) fault = fault === 'newer-version' ? fault : text.fault;
    else if (newest === null || text.value.counter > newest.counter) newest = { ...text.value, slot, generation, key, otherLost: false };
  }
  // A newer app's text must not be overwritten by an older app that can read only the generation before it.
  if (fault === 'newer-version' || (fault !== null && newest === null)) return fail(fault);
  return ok(newest && { ...newest, otherLost: found.length < generations || fault !== null });
}

/**
 * Opens what a passphrase opens. `head` is the container, or its first
 * `headBytes`. One Argon2id run, then every slot, for any passphrase.
 *
 * `null`: nothing opens with this passphrase. That is all anybody can know: a
 * slot of which both generations are damaged looks exactly like an unused one.
 * `wrong-size`: the container is cut short. `damaged`, `newer-version`: it
 * opened, but is no plan this app can read.
 */
export async function openSlot(head: Uint8Array, passphrase: string, derive: Derive, layout: Layout = layoutV1): Promise<Result<OpenedSlot | null, OpenFault>> {
  const keys = await keysOf(head, passphrase, derive, layout);
  return keys.ok ? newestOf(await tryAll(head, keys.value, layout)) : keys;
}

export interface SealedSlot {
  readonly patch: Patch;
  /** The plan as it stands once the patch is written. Until then the old one still holds. */
  readonly opened: OpenedSlot;
}

/** Seals a new text for the older generation. `slot-full`: over `longestText`; nothing changes. */
export async function sealSlot(opened: OpenedSlot, text: Bytes, random: Random = fillRandom, layout: Layout = layoutV1): Promise<Result<SealedSlot, 'slot-full'>> {
  const generation = other(opened.generation);
  const next = { ...opened, text, generation, counter: opened.counter + 1, otherLost: false };
  const plain = encodePlanText(next, layout.slotBytes - sealBytes, random);
  if (!plain.ok) return plain;
  const bytes = await seal(opened.key, placeOf(layout, opened.slot, generation), plain.value, random);
  plain.value.fill(0);
  return ok({ patch: { offset: slotOffset(layout, opened.slot, generation), bytes }, opened: next });
}

/**
 * To be written in this order, the first flushed before the second. Both
 * generations, or what the slot held before would open again; and the plan
 * stands from the first step on, should the second fail.
 */
export type NewSlot = readonly [SealedSlot, SealedSlot];

async function sealBoth(first: OpenedSlot, text: Bytes, random: Random, layout: Layout): Promise<Result<NewSlot, 'slot-full'>> {
  const one = await sealSlot(first, text, random, layout);
  if (!one.ok) return one;
  const two = await sealSlot(one.value.opened, text, random, layout);
  return two.ok ? ok([{ ...one.value, opened: { ...one.value.opened, otherLost: true } }, two.value]) : two;
}

/**
 * Begins a plan under a new passphrase, in a slot drawn from those not in
 * `keep`. The caller hands in the slots of every plan that must stay: a plan
 * nobody names here cannot be seen, and may be the one overwritten.
 *
 * `already-used`: this passphrase opens a plan. `no-slot-left`: `keep` holds all.
 */
export async function newSlot(
  head: Uint8Array, passphrase: string, text: Bytes, keep: readonly number[], derive: Derive, random: Random = fillRandom, layout: Layout = layoutV1,
): Promise<Result<NewSlot, OpenFault | 'already-used' | 'no-slot-left' | 'slot-full'>> {
  const free = Array.from({ length: layout.slots }, (_, slot) => slot).filter((slot) => !keep.includes(slot));
  if (free.length === 0) return fail('no-slot-left');
  const keys = await keysOf(head, passphrase, derive, layout);
  if (!keys.ok) return keys;
  if ((await tryAll(head, keys.value, layout)).length > 0) return fail('already-used');
  const slot = free[randomBelow(free.length, random)];
  const key = slot === undefined ? undefined : keys.value[slot];
  assert(slot !== undefined && key !== undefined, 'a slot was drawn');
  const nothing: OpenedSlot = { slot, key, generation: 1, counter: 0, cellKey: randomBytes(cellKeyBytes, random), text, otherLost: true };
  return sealBoth(nothing, text, random, layout);
}

/**
 * The same plan under another passphrase, in the same slot. Both generations
 * are sealed anew, so that the old passphrase opens nothing once both are
 * written; between the two writes either passphrase opens the plan.
 */
export async function rekeySlot(
  head: Uint8Array, opened: OpenedSlot, passphrase: string, derive: Derive, random: Random = fillRandom, layout: Layout = layoutV1,
): Promise<Result<NewSlot, OpenFault | 'already-used' | 'slot-full'>> {
  const keys = await keysOf(head, passphrase, derive, layout);
  if (!keys.ok) return keys;
  if ((await tryAll(head, keys.value, layout)).length > 0) return fail('already-used');
  const key = keys.value[opened.slot];
  assert(key !== undefined, 'the plan has a slot');
  return sealBoth({ ...opened, key }, copyOf(opened.text), random, layout);
}

/** Random bytes over both generations of a slot: as if never used. Its pictures cannot be opened without it. */
export function wipeSlot(slot: number, random: Random = fillRandom, layout: Layout = layoutV1): readonly [Patch, Patch] {
  const wiped = (generation: Generation): Patch => ({ offset: slotOffset(layout, slot, generation), bytes: randomBytes(layout.slotBytes, random) });
  return [wiped(0), wiped(1)];
}
