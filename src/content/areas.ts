/**
 * The thirteen council areas of Kent and Medway, and which postcodes lie in them.
 *
 * Shares are our own counts of live postcodes per council in OS Code-Point Open
 * (August 2014, Open Government Licence). Council boundaries have not moved since;
 * "Shepway" became Folkestone & Hythe. Postcodes made after 2014 are not counted, so a
 * sector may be missing here although its outcode is known. The licence asks for
 * `countsCredit` wherever the counts are used: `about` shows it.
 */
import counts from './area-shares.json';
import { areaIds, type AreaId } from './service.ts';

export { areaName, countsCredit } from './area-names.ts';

/** A council area, or `outside` Kent and Medway. */
export type AreaOrOutside = AreaId | 'outside';

/** One council's part of the postcodes of a sector or outcode; all parts of one come to about 1. */
export interface AreaShare {
  readonly area: AreaOrOutside;
  readonly share: number;
}

/** A council's earlier or longer names, as people still say them. */
export const otherAreaNames: readonly { readonly name: string; readonly area: AreaId }[] = [
  { name: 'Shepway', area: 'folkestone-hythe' },
  { name: 'Medway Towns', area: 'medway' },
  { name: 'Royal Tunbridge Wells', area: 'tunbridge-wells' },
  { name: 'Isle of Thanet', area: 'thanet' },
];

/** Tells whether a text is the id of one of the thirteen areas. */
export function isAreaId(text: string): text is AreaId {
  return (areaIds as readonly string[]).includes(text);
}

/** In the file: one id when every postcode is in one place, otherwise ten-thousandths by id. */
type Packed = string | Readonly<Record<string, number>>;
interface OutcodeCounts {
  readonly all: Packed;
  /** Keys are the sector digits that share one answer: '078' is sectors 0, 7 and 8. */
  readonly sectors: Readonly<Record<string, Packed>>;
}
const byOutcode = new Map<string, OutcodeCounts>(Object.entries(counts));

function unpack(packed: Packed): readonly AreaShare[] {
  const parts: readonly (readonly [string, number])[] = typeof packed === 'string' ? [[packed, 10_000]] : Object.entries(packed);
  return parts
    .map(([area, part]): AreaShare => ({ area: isAreaId(area) ? area : 'outside', share: part / 10_000 }))
    .sort((a, b) => b.share - a.share);
}

/**
 * The councils an outcode ('ME14') lies in, largest part first; `outside` where part of it
 * is beyond Kent and Medway. Null: no postcode of it was counted in Kent or Medway.
 */
export function outcodeShares(outcode: string): readonly AreaShare[] | null {
  const found = byOutcode.get(outcode);
  return found === undefined ? null : unpack(found.all);
}

/**
 * The councils a postcode sector lies in, as outcode ('ME14') and digit ('1'), largest part
 * first. Null: the sector was not counted (new since 2014, wholly outside, or not real).
 */
export function sectorShares(outcode: string, digit: string): readonly AreaShare[] | null {
  if (digit.length !== 1) return null;
  const sectors = byOutcode.get(outcode)?.sectors ?? {};
  for (const [digits, packed] of Object.entries(sectors)) {
    if (digits.includes(digit)) return unpack(packed);
  }
  return null;
}

/** Every outcode that was counted, in the order of the file. */
export function countedOutcodes(): readonly string[] {
  return [...byOutcode.keys()];
}
