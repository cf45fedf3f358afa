/**
 * Every language the app is offered in: the one place that knows its name,
 * its direction and how far its words have been checked.
 *
 * `review`:
 * - `source`: English, which the others are made from.
 * - `draft`: translated, not yet checked by a named organisation. Readers are
 *   told so, and every emergency instruction shows the English under it.
 * - `checked`: checked by the organisation named in `checkedBy`.
 */
export interface Language {
  readonly code: string;
  /** Its own name for itself. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  readonly review: 'source' | 'draft' | 'checked';
  readonly checkedBy: string | null;
  /** How times of day are written: 9:30am or 9:30. */
  readonly clock: 12 | 24;
}

export const languages = [
  { code: 'en', name: 'English', dir: 'ltr', review: 'source', checkedBy: null, clock: 12 },
  { code: 'pl', name: 'Polski', dir: 'ltr', review: 'draft', checkedBy: null, clock: 24 },
  { code: 'ro', name: 'Română', dir: 'ltr', review: 'draft', checkedBy: null, clock: 24 },
  { code: 'ur', name: 'اردو', dir: 'rtl', review: 'draft', checkedBy: null, clock: 24 },
] as const satisfies readonly Language[];

export type LanguageCode = (typeof languages)[number]['code'];

export const sourceLanguage: LanguageCode = 'en';

const byCode = new Map<string, Language & { code: LanguageCode }>(languages.map((one) => [one.code, one]));

/** The language with this code, or null when the app is not offered in it. */
export function findLanguage(code: string | undefined): (Language & { code: LanguageCode }) | null {
  return byCode.get(code ?? '') ?? null;
}

/** The language with this code; the type promises that it exists. */
export function languageOf(code: LanguageCode): Language & { code: LanguageCode } {
  return byCode.get(code) as Language & { code: LanguageCode };
}

/** True while an organisation has still to check this language: emergency words then show the English too. */
export function isDraft(code: LanguageCode): boolean {
  return languageOf(code).review === 'draft';
}
