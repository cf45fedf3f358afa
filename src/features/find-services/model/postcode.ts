import { countedOutcodes, sectorShares } from '#content/areas';
import { longestText } from './fold.ts';

/** What can be kept of a postcode: never its last two letters, which name a few front doors. */
export type TypedPostcode =
  | { readonly kind: 'sector'; readonly outcode: string; readonly digit: string; readonly trimmed: boolean }
  | { readonly kind: 'outcode'; readonly outcode: string; readonly trimmed: boolean }
  /** Only the first letters so far ('ME'). */
  | { readonly kind: 'letters'; readonly letters: string };

// Every pattern is anchored and has at most one optional character: nothing to backtrack over.
const outcodePattern = /^[A-Z]{1,2}[0-9][0-9A-Z]?$/;
const inwardPattern = /^[0-9][A-Z]{0,2}$/;
const outcodeAndInward = /^([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9])[A-Z]{1,2}$/;
const letterOutcodeAndDigit = /^([A-Z]{1,2}[0-9][A-Z])([0-9])$/;
const lettersAndDigits = /^([A-Z]{1,2})([0-9]{1,3})$/;
const lettersOnly = /^[A-Z]{1,2}$/;

/** The highest outcodes that exist in the postcode areas of Kent, apart from the few special ones we count. */
const highestOutcode: Readonly<Record<string, number>> = { BR: 8, CT: 21, DA: 18, ME: 20, TN: 40 };
const counted = new Set(countedOutcodes());

/**
 * Tells whether an outcode can exist; sure only for the postcode areas of Kent. 'ME21' does not,
 * so it is ME2 1 without its space; 'TN38' does, so it is not TN3 8.
 */
export function isOutcode(outcode: string): boolean {
  const letters = outcode.replace(/[0-9].*$/, '');
  const highest = highestOutcode[letters];
  if (counted.has(outcode) || highest === undefined) return true;
  const digits = outcode.slice(letters.length);
  return /^[1-9][0-9]?$/.test(digits) && Number(digits) <= highest;
}

function sector(outcode: string, digit: string, trimmed: boolean): TypedPostcode {
  return { kind: 'sector', outcode, digit, trimmed };
}

function readWithoutSpaces(text: string): TypedPostcode | null {
  if (lettersOnly.test(text)) return { kind: 'letters', letters: text };
  const full = outcodeAndInward.exec(text);
  if (full !== null) return sector(full[1] ?? '', full[2] ?? '', true);
  const letterForm = letterOutcodeAndDigit.exec(text);
  if (letterForm !== null) return sector(letterForm[1] ?? '', letterForm[2] ?? '', false);
  const plain = lettersAndDigits.exec(text);
  if (plain !== null) {
    const letters = plain[1] ?? '';
    const digits = plain[2] ?? '';
    const last = digits.slice(-1);
    if (digits.length === 3) return sector(letters + digits.slice(0, 2), last, false);
    if (digits.length === 2 && !isOutcode(text) && sectorShares(letters + digits.slice(0, 1), last) !== null) {
      return sector(letters + digits.slice(0, 1), last, false);
    }
  }
  return outcodePattern.test(text) ? { kind: 'outcode', outcode: text, trimmed: false } : null;
}

function readWords(words: readonly string[]): TypedPostcode | null {
  const first = words[0] ?? '';
  const rest = words.slice(1).join('');
  if (rest === '') return readWithoutSpaces(first);
  if (outcodePattern.test(first)) return inwardPattern.test(rest) ? sector(first, rest.charAt(0), rest.length > 1) : null;
  return lettersOnly.test(first) && /^[0-9]/.test(rest) ? readWithoutSpaces(first + rest) : null;
}

function wordsOf(typed: string): readonly string[] {
  return typed
    .normalize('NFKC')
    .slice(0, longestText)
    .toUpperCase()
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, ' ')
    .split(' ')
    .filter((word) => word !== '');
}

/** Reads a text that is a postcode, or the beginning of one, in any spacing. Null: it is not. */
export function readPostcode(typed: string): TypedPostcode | null {
  return readWords(wordsOf(typed));
}

/**
 * Finds a postcode among other words ("12 High Street, ME14 1AB"). Only a whole one, or an
 * outcode of Kent and Medway, counts: "near the M25" is a motorway. Null: there is none.
 */
export function findPostcode(typed: string): TypedPostcode | null {
  const words = wordsOf(typed);
  for (let i = words.length - 1; i >= 0; i -= 1) {
    const word = words[i] ?? '';
    if (outcodePattern.test(word)) {
      const next = words[i + 1] ?? '';
      if (inwardPattern.test(next) && (next.length > 1 || counted.has(word))) return sector(word, next.charAt(0), true);
      if (counted.has(word)) return { kind: 'outcode', outcode: word, trimmed: true };
    }
    const full = outcodeAndInward.exec(word);
    if (full !== null && word.length > 4) return sector(full[1] ?? '', full[2] ?? '', true);
  }
  return null;
}
