import { isolateWords } from '#i18n/format';
import type { LanguageCode } from '#i18n/languages';
import type { Span } from '../model/secret.ts';

const significant = 2;

/** '5 minutes', '81 million years' in the language, in Western digits as everywhere. Never drawn at build: browsers' tables differ. */
export function spanWords(lang: LanguageCode, { count, unit }: Span): string {
  const shape = new Intl.NumberFormat(lang, {
    style: 'unit', unit, unitDisplay: 'long', notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: significant, numberingSystem: 'latn',
  });
  return isolateWords(shape.format(count));
}

/** A wait, in the seconds that are told. */
export const toSeconds = (ms: number): number => Math.ceil(ms / 1_000);
