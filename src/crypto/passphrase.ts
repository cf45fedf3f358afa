import { fail, ok, type Result } from '#kernel/result';
import { plainDigits } from '#kernel/digits';
import { asWords, bitsOfWords } from './words.ts';
import { copyOf, type Bytes } from './bytes.ts';

/** More than anybody types, far less than makes a telephone wait. */
export const longestPassphrase = 1_000;

export type PassphraseFault = 'empty' | 'too-long';

/**
 * The bytes a passphrase stands for: equal for every way of typing the same
 * text (Unicode NFKC, digits of any script as 0 to 9, no space at either end):
 * another keyboard or telephone must not lock anybody out. Drawn words also
 * without regard to capitals and the number of spaces. `empty` and `too-long` (over 1,000
 * characters) are told before any work is done.
 */
export function passphraseBytes(typed: string): Result<Bytes, PassphraseFault> {
  // Before normalising: one character may become eighteen.
  if (typed.length > longestPassphrase) return fail('too-long');
  const text = plainDigits(typed.normalize('NFKC')).trim();
  if (text === '') return fail('empty');
  return ok(copyOf(new TextEncoder().encode(asWords(text) ?? text)));
}

export type Strength =
  /** Drawn words: exactly so many bits if they were drawn and not chosen. */
  | { readonly kind: 'words'; readonly bits: number }
  /** Digits only: what this app calls a screen lock. */
  | { readonly kind: 'screen-lock'; readonly bits: number }
  /** Something the person made up: nobody can say how strong it is. */
  | { readonly kind: 'own'; readonly bits: null };

/** What can honestly be said about the strength of a passphrase; `null` when there is nothing to speak of. */
export function strengthOf(typed: string): Strength | null {
  const bytes = passphraseBytes(typed);
  if (!bytes.ok) return null;
  const text = new TextDecoder().decode(bytes.value);
  const drawn = asWords(text);
  if (drawn !== null) return { kind: 'words', bits: bitsOfWords(drawn.split(' ').length) };
  if (/^\p{Nd}+$/u.test(text)) return { kind: 'screen-lock', bits: [...text].length * Math.log2(10) };
  return { kind: 'own', bits: null };
}

/**
 * Guesses a second that one present graphics card makes against 64 MiB, three
 * passes: the design rule behind OWASP's minima (tobtu.com/minimum-password-settings,
 * read 2026-11), not measured by us.
 */
const guessesPerSecond = 1_800;

/** Seconds one graphics card needs on average for so many bits, once somebody has copied the device. */
export function averageSeconds(bits: number): number {
  return 2 ** (bits - 1) / guessesPerSecond;
}
