import { fail, ok, type Result } from '#kernel/result';
import { copyOf, fillRandom, type Bytes, type Random } from './bytes.ts';
import type { OpenedSlot } from './container.ts';
import { cellOffset, layoutV1, type Layout } from './layout.ts';
import type { Patch } from './salt.ts';
import { formatVersion, keyFrom, numbers, seal, sealBytes, unseal } from './slot.ts';

/** Sealed in every cell: version 1 | length 4 | the picture | random bytes. */
const textAt = 5;

/** The largest picture one cell takes. */
export function largestPicture(layout: Layout = layoutV1): number {
  return layout.cellBytes - sealBytes - textAt;
}

/** The fourth number tells a cell from a slot: nothing of one opens as the other. */
const placeOf = (layout: Layout, slot: number, cell: number): Bytes =>
  numbers(formatVersion, layout.cellBytes, slot, cell, 0x63656c6c);

/**
 * Seals a picture for one cell of an open plan. A cell has one generation: the
 * caller writes only to a cell that the saved plan does not speak of, and then
 * saves the plan that does. `too-large`: over `largestPicture`.
 */
export async function sealCell(opened: OpenedSlot, cell: number, picture: Bytes, random: Random = fillRandom, layout: Layout = layoutV1): Promise<Result<Patch, 'too-large'>> {
  if (picture.length > largestPicture(layout)) return fail('too-large');
  const plain = new Uint8Array(layout.cellBytes - sealBytes);
  random(plain);
  const view = new DataView(plain.buffer);
  view.setUint8(0, formatVersion);
  view.setUint32(1, picture.length);
  plain.set(picture, textAt);
  const bytes = await seal(await keyFrom(opened.cellKey), placeOf(layout, opened.slot, cell), plain, random);
  plain.fill(0);
  return ok({ offset: cellOffset(layout, opened.slot, cell), bytes });
}

/** The picture, or `null`: this cell holds none of this plan's, or is damaged. */
export async function openCell(opened: OpenedSlot, cell: number, sealed: Uint8Array, layout: Layout = layoutV1): Promise<Bytes | null> {
  const plain = await unseal(await keyFrom(opened.cellKey), placeOf(layout, opened.slot, cell), sealed);
  if (!plain) return null;
  const view = new DataView(plain.buffer);
  const length = view.getUint32(1);
  const isPicture = view.getUint8(0) === formatVersion && length <= plain.length - textAt;
  const picture = isPicture ? copyOf(plain, textAt, textAt + length) : null;
  plain.fill(0);
  return picture;
}
