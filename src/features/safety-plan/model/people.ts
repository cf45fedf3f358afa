/** People to call, places to go, and code words: only in the plan, never in the phone's contacts. */
import { plainDigits } from '#kernel/digits';
import { fieldOf, textIn, type Entry, type Fields } from './entry.ts';

export interface Contact {
  readonly id: string;
  readonly isPlace: boolean;
  readonly name: string;
  /** As typed. */
  readonly number: string;
  readonly note: string;
  readonly field: Fields;
}

export function contactsIn(entries: readonly Entry[]): readonly Contact[] {
  return entries.flatMap((entry) => {
    const field = fieldOf(entry, 'person');
    return field ? [{ id: entry.id, isPlace: field['place'] === true, name: entry.title, number: textIn(field, 'number'), note: entry.text, field }] : [];
  });
}

export const isBlankContact = ({ name, number, note }: Contact): boolean => `${name}${number}${note}`.trim() === '';

const fewestDigits = 3;
/** ITU-T E.164: a number has fifteen digits at most. */
const mostDigits = 15;

/** '+44 (0)1634 …', as letterheads have it: the nought is for those who dial without the country. */
const noughtAtHome = /^(\D*\+|\D*00)([^(]*)\(\s*0\s*\)/;

/** What a telephone dials for a number as people write it; `null`: nothing that can be called. Digits of any script. */
export function dialled(typed: string): string | null {
  const plain = plainDigits(typed).replace(noughtAtHome, '$1$2').replace(/[\s()./\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2066-\u2069-]/g, '');
  const [, plus = '', digits] = /^(\+?)(\d+)$/.exec(plain) ?? [];
  return digits !== undefined && digits.length >= fewestDigits && digits.length <= mostDigits ? `${plus}${digits}` : null;
}

export interface CodeWord {
  readonly id: string;
  readonly word: string;
  readonly means: string;
  readonly knows: string;
  readonly field: Fields;
}

export function codeWordsIn(entries: readonly Entry[]): readonly CodeWord[] {
  return entries.flatMap((entry) => {
    const field = fieldOf(entry, 'code');
    return field ? [{ id: entry.id, word: entry.title, means: entry.text, knows: textIn(field, 'knows'), field }] : [];
  });
}

export const isBlankCode = ({ word, means, knows }: CodeWord): boolean => `${word}${means}${knows}`.trim() === '';
