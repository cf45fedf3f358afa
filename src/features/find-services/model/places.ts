import { areaName, otherAreaNames } from '#content/areas';
import { areaIds, type AreaId } from '#content/service';
import { towns } from '#content/towns';
import { fold, longestText } from './fold.ts';
import { isOneSlipApart, isOneSlipFromStart } from './one-slip.ts';
import type { Elsewhere } from './postcode-nations.ts';

/** A town, village or council by its proper name. */
export interface Place {
  readonly name: string;
  readonly area: AreaId;
}

/** Words that make no difference to which place is meant. */
const smallWords = new Set(['and', 'the', 'of', 'council', 'borough', 'district', 'city', 'town', 'kent', 'uk', 'england']);

function nameWords(text: string): readonly string[] {
  // Cut again: one sign may unfold into eighteen letters.
  return fold(text.slice(0, longestText))
    .slice(0, longestText)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word === 'saint' ? 'st' : word));
}

function nameKey(words: readonly string[]): string {
  return words.filter((word) => !smallWords.has(word)).join('');
}

interface KeyedPlace extends Place {
  readonly key: string;
}

function keyed(place: Place): KeyedPlace {
  return { name: place.name, area: place.area, key: nameKey(nameWords(place.name)) };
}

const places: readonly KeyedPlace[] = [
  ...areaIds.map((area) => ({ name: areaName(area), area })),
  ...otherAreaNames,
  ...towns,
].map(keyed);

const tooWide = new Set(['kent', 'kentandmedway', 'kentmedway', 'countyofkent']);
const elsewhereNames: Readonly<Record<string, Elsewhere>> = {
  england: 'england', london: 'england', surrey: 'england', essex: 'england', sussex: 'england', eastsussex: 'england',
  westsussex: 'england', bexley: 'england', bromley: 'england', greenwich: 'england', hastings: 'england',
  crowborough: 'england', orpington: 'england', sidcup: 'england', bigginhill: 'england',
  scotland: 'scotland', wales: 'wales', cymru: 'wales', northernireland: 'northern-ireland',
  jersey: 'crown-dependency', guernsey: 'crown-dependency', isleofman: 'crown-dependency',
};

/** Slips are forgiven in names this long; in shorter ones ("Deal", "Lydd") a slip is another word. */
const shortestSlip = 5;
const mostSuggestions = 8;

/** One line for each place: "Dover" the town and "Dover" the district are the same answer. */
function distinct(found: readonly KeyedPlace[]): readonly Place[] {
  const seen = new Map<string, Place>();
  for (const { name, area, key } of found) {
    const mark = `${key} ${area}`;
    if (!seen.has(mark)) seen.set(mark, { name, area });
  }
  return [...seen.values()];
}

/** What a name comes to. `exact` and `slip` hold every place it may mean. */
export type NameAnswer =
  | { readonly kind: 'exact' | 'slip' | 'suggest'; readonly places: readonly Place[] }
  | { readonly kind: 'elsewhere'; readonly nation: Elsewhere }
  | { readonly kind: 'too-wide' }
  | { readonly kind: 'none' };

function elsewhere(words: readonly string[]): NameAnswer | null {
  const plain = words.join('');
  if (tooWide.has(plain)) return { kind: 'too-wide' };
  const nation = Object.hasOwn(elsewhereNames, plain) ? elsewhereNames[plain] : undefined;
  return nation === undefined ? null : { kind: 'elsewhere', nation };
}

function placesWithin(words: readonly string[]): readonly Place[] {
  const keys = new Set<string>();
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + 4); to += 1) keys.add(nameKey(words.slice(from, to)));
  }
  keys.delete('');
  return distinct(places.filter((place) => keys.has(place.key)));
}

/** Finds a place by what someone typed: exactly, but for one slip, by its beginning, or inside a longer text. */
export function findPlace(typed: string): NameAnswer {
  const words = nameWords(typed);
  const outside = elsewhere(words);
  if (outside !== null) return outside;
  const key = nameKey(words);
  if (key === '') return { kind: 'none' };
  const exact = distinct(places.filter((place) => place.key === key));
  if (exact.length > 0) return { kind: 'exact', places: exact };
  if (key.length >= shortestSlip) {
    const slips = distinct(places.filter((place) => place.key.length >= shortestSlip && isOneSlipApart(key, place.key)));
    if (slips.length > 0) return { kind: 'slip', places: slips };
  }
  const suggestions = suggestPlaces(typed);
  if (suggestions.length > 0) return { kind: 'suggest', places: suggestions };
  const within = placesWithin(words);
  return within.length > 0 ? { kind: 'suggest', places: within.slice(0, mostSuggestions) } : { kind: 'none' };
}

/** Places whose name begins like this (from two letters; with one slip from five), for a list under the box. */
export function suggestPlaces(typed: string, limit = mostSuggestions): readonly Place[] {
  const key = nameKey(nameWords(typed));
  if (key.length < 2) return [];
  const starts = distinct(places.filter((place) => place.key.startsWith(key)));
  if (starts.length > 0 || key.length < shortestSlip) return starts.slice(0, limit);
  return distinct(places.filter((place) => isOneSlipFromStart(key, place.key))).slice(0, limit);
}
