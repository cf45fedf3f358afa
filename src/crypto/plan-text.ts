/**
 * What stands inside a sealed slot, version 1, always of one length:
 *
 *   version 1 | counter 8 | cell key 32 | length 4 | JSON in UTF-8 | random bytes to the end
 */
import { assert } from '#kernel/assert';
import { fail, ok, type Result } from '#kernel/result';
import { copyOf, type Bytes, type Random } from './bytes.ts';
import { formatVersion } from './slot.ts';

export const cellKeyBytes = 32;
const counterAt = 1;
const cellKeyAt = counterAt + 8;
const lengthAt = cellKeyAt + cellKeyBytes;
const textAt = lengthAt + 4;

export interface PlanText {
  /** Grows by one with each save. Order is kept by it and never by a clock. */
  readonly counter: number;
  /** Seals this plan's pictures; stays the same when the passphrase changes. */
  readonly cellKey: Bytes;
  readonly text: Bytes;
}

/** The longest text that fits a plaintext of this size. */
export function roomFor(plaintextBytes: number): number {
  return plaintextBytes - textAt;
}

export function encodePlanText({ counter, cellKey, text }: PlanText, plaintextBytes: number, random: Random): Result<Bytes, 'slot-full'> {
  assert(Number.isSafeInteger(counter) && counter >= 0, 'the counter is a whole number');
  assert(cellKey.length === cellKeyBytes, 'a cell key has 32 bytes');
  if (text.length > roomFor(plaintextBytes)) return fail('slot-full');
  const bytes = new Uint8Array(plaintextBytes);
  random(bytes);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, formatVersion);
  view.setBigUint64(counterAt, BigInt(counter));
  bytes.set(cellKey, cellKeyAt);
  view.setUint32(lengthAt, text.length);
  bytes.set(text, textAt);
  return ok(bytes);
}

/** `newer-version`: a later app wrote it. `damaged`: it was sealed by this key, yet is not a plan. */
export function decodePlanText(bytes: Bytes): Result<PlanText, 'newer-version' | 'damaged'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < textAt) return fail('damaged');
  const version = view.getUint8(0);
  if (version > formatVersion) return fail('newer-version');
  const counter = Number(view.getBigUint64(counterAt));
  const length = view.getUint32(lengthAt);
  if (version !== formatVersion || !Number.isSafeInteger(counter) || length > roomFor(bytes.length)) return fail('damaged');
  return ok({ counter, cellKey: copyOf(bytes, cellKeyAt, lengthAt), text: copyOf(bytes, textAt, textAt + length) });
}
