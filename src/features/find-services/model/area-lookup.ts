import { outcodeShares, sectorShares, type AreaOrOutside, type AreaShare } from '#content/areas';
import type { AreaId } from '#content/service';
import { longestText } from './fold.ts';
import { findPlace, suggestPlaces, type Place } from './places.ts';
import { nationsOfPostcodeArea, type Elsewhere } from './postcode-nations.ts';
import { findPostcode, isOutcode, readPostcode, type TypedPostcode } from './postcode.ts';

/** What of the typed text the answer rests on. Nothing else of it is kept. */
export type AnswerSource =
  | {
      readonly by: 'sector' | 'outcode';
      /** 'ME14 1' or 'ME14', as it is usually written. */
      readonly code: string;
      /** True: more was typed than we use, and it has been dropped. Say so. */
      readonly trimmed: boolean;
      /** True: a sector was typed that is not in our counts, so the answer is for its whole outcode. Say so. */
      readonly sectorUnknown: boolean;
    }
  | {
      readonly by: 'name';
      readonly name: string;
      /** True: one letter was put right. */
      readonly corrected: boolean;
    };

/**
 * - `area`: one council. `others` are councils with so few homes there (together 1 % at most)
 *   that no question is asked; they are named so that the reader can say otherwise.
 * - `split`: ask which, in this order.
 * - `choose`: the text may mean any of these places.
 * - `elsewhere`: outside Kent and Medway, in one of these nations.
 * - `incomplete`: the first letters of a postcode; `places` begin with the same letters.
 * - `unknown`: `too-wide` is "Kent"; `no-such-postcode` looks like one and is none.
 */
export type AreaAnswer =
  | { readonly kind: 'empty' }
  | { readonly kind: 'area'; readonly area: AreaId; readonly others: readonly AreaShare[]; readonly from: AnswerSource }
  | { readonly kind: 'split'; readonly choices: readonly AreaShare[]; readonly from: AnswerSource }
  | { readonly kind: 'choose'; readonly places: readonly Place[] }
  | { readonly kind: 'elsewhere'; readonly nations: readonly Elsewhere[]; readonly from: AnswerSource }
  | { readonly kind: 'incomplete'; readonly letters: string; readonly places: readonly Place[] }
  | { readonly kind: 'unknown'; readonly reason: 'not-a-place' | 'no-such-postcode' | 'too-wide' | 'too-long'; readonly places: readonly Place[] };

export type { AreaOrOutside, AreaShare, Elsewhere, Place };

/** With this share or more in one council, the question would bother a hundred people to help one. */
const settledShare = 0.99;

function fromShares(shares: readonly AreaShare[], from: AnswerSource): AreaAnswer {
  const [first, ...others] = shares;
  // Someone just inside the border must be able to say so: `outside` alone never settles it.
  if (first !== undefined && first.area !== 'outside' && first.share >= settledShare) {
    return { kind: 'area', area: first.area, others, from };
  }
  return { kind: 'split', choices: shares, from };
}

function fromPostcode(postcode: Exclude<TypedPostcode, { kind: 'letters' }>): AreaAnswer {
  const { outcode, trimmed } = postcode;
  const digit = postcode.kind === 'sector' ? postcode.digit : null;
  if (digit !== null) {
    const shares = sectorShares(outcode, digit);
    if (shares !== null) return fromShares(shares, { by: 'sector', code: `${outcode} ${digit}`, trimmed, sectorUnknown: false });
  }
  const shares = outcodeShares(outcode);
  if (shares !== null) return fromShares(shares, { by: 'outcode', code: outcode, trimmed, sectorUnknown: digit !== null });
  const letters = outcode.replace(/[0-9].*$/, '');
  const nations = nationsOfPostcodeArea(letters);
  if (nations.length === 0 || !isOutcode(outcode)) return { kind: 'unknown', reason: 'no-such-postcode', places: [] };
  return { kind: 'elsewhere', nations, from: { by: 'outcode', code: outcode, trimmed, sectorUnknown: false } };
}

function fromPlaces(places: readonly Place[], corrected: boolean): AreaAnswer {
  const [first] = places;
  const areas = new Set(places.map((place) => place.area));
  if (first === undefined || areas.size !== 1) return { kind: 'choose', places };
  return { kind: 'area', area: first.area, others: [], from: { by: 'name', name: first.name, corrected } };
}

/**
 * Says which council someone means by whatever they typed into one box: a postcode or part of
 * one, a town or a council. Everything happens here, on the device, and of a full postcode
 * only the sector is kept. Any text at all gets an answer; nothing throws.
 */
export function lookUpArea(typed: string): AreaAnswer {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (text.length > longestText) return { kind: 'unknown', reason: 'too-long', places: [] };
  const postcode = readPostcode(text);
  if (postcode !== null && postcode.kind !== 'letters') return fromPostcode(postcode);
  if (postcode !== null && nationsOfPostcodeArea(postcode.letters).length > 0) {
    return { kind: 'incomplete', letters: postcode.letters, places: suggestPlaces(text) };
  }
  const within = postcode === null ? findPostcode(text) : null;
  if (within !== null && within.kind !== 'letters') return fromPostcode(within);
  const name = findPlace(text);
  switch (name.kind) {
    case 'exact':
      return fromPlaces(name.places, false);
    case 'slip':
      return fromPlaces(name.places, true);
    case 'suggest':
      return { kind: 'choose', places: name.places };
    case 'elsewhere':
      return { kind: 'elsewhere', nations: [name.nation], from: { by: 'name', name: text, corrected: false } };
    case 'too-wide':
      return { kind: 'unknown', reason: 'too-wide', places: [] };
    case 'none':
      return { kind: 'unknown', reason: 'not-a-place', places: [] };
  }
}
