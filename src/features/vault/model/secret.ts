/** What a person picks to open their plan with. */
export const secretKinds = ['drawn', 'own', 'lock'] as const;
export type SecretKind = (typeof secretKinds)[number];

/** What the screen itself finds wrong, before anything is asked of the vault. */
export type SecretFault = 'empty' | 'too-short' | 'too-long' | 'words-differ' | 'digits-only';

/** Shorter ones are found by hand while somebody waits. */
export const fewestCharacters = 4;

const spelling = (text: string): string => text.normalize('NFKC').trim();
const asTyped = (text: string): string => spelling(text).toLowerCase().split(/[\s-]+/u).join(' ');

/** Drawn words were typed as they stand, give or take capitals and spaces. */
export function isCopied(typed: string, drawn: string): boolean {
  return asTyped(typed) === asTyped(drawn);
}

/** `null`: it may be used. `longest`: what the vault takes. */
export function secretFault(kind: SecretKind, typed: string, drawn: string, longest: number): SecretFault | null {
  if (typed.length > longest) return 'too-long';
  const text = spelling(typed);
  if (text === '') return 'empty';
  if (kind === 'drawn') return isCopied(typed, drawn) ? null : 'words-differ';
  if (kind === 'lock' && !/^\p{Nd}+$/u.test(text)) return 'digits-only';
  return [...text].length < fewestCharacters ? 'too-short' : null;
}

export interface Span {
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'year';
}

const minuteSeconds = 60;
const hourSeconds = 60 * minuteSeconds;
const daySeconds = 24 * hourSeconds;
const yearSeconds = 365.25 * daySeconds;

/** A length of time in the unit a person would use, at least one. */
export function spanOf(seconds: number): Span {
  const [unit, size] = seconds < 2 * hourSeconds ? ['minute', minuteSeconds] as const
    : seconds < 2 * daySeconds ? ['hour', hourSeconds] as const
      : seconds < 2 * yearSeconds ? ['day', daySeconds] as const
        : ['year', yearSeconds] as const;
  return { count: Math.max(1, Math.round(seconds / size)), unit };
}
