import { adultAge, chargeMonths, concessionMonths, lawNames, refugeBoysAge } from '#content/law';
import { isolate } from '#i18n/format';

/** Every figure and name that the words leave open. */
export const figures = {
  age: String(adultAge),
  boys: String(refugeBoysAge),
  months: String(concessionMonths),
  limit: String(chargeMonths),
  concession: isolate(lawNames.concession),
} as const;
