/**
 * What counts as a telephone number here. Strict on purpose: a slip in a digit
 * sends someone in danger to a stranger.
 */

/** Numbers that are dialled as they stand, anywhere in the United Kingdom. */
const shortCodes: readonly string[] = ['999', '101', '111', '18000', '116123'];

/** 0800 1111 (Childline) is shorter than the numbering plan's rule for its range. */
const shortFreephone = '+448001111';

const unitedKingdom = /^\+44(?:[123]\d{9}|7\d{9}|80[08]\d{7}|800\d{6})$/;

/** A five-digit text short code, which can only be texted (85258, 60777). */
const textCode = /^[5-8]\d{4}$/;

/** Looks like a telephone number typed into prose: seven digits or more, or a short code standing alone. */
const numberInProse = /(?<![\w/.=-])(?:\+44|0)\d(?:[ -]?\d){6,}(?![\w/-])|(?<![\w/.=-])(?:999|101|111|116 ?123|18000|85258|60777)(?![\w/-])/;

/** The digits of a number as people write it. Promises digits only; never fails. */
export function digitsOf(display: string): string {
  return display.replace(/\D/g, '');
}

/** Whether `number` can be a `tel:` target: E.164 in the United Kingdom, or a short code that is dialled as it stands. */
export function canBeDialled(number: string): boolean {
  return shortCodes.includes(number) || number === shortFreephone || unitedKingdom.test(number);
}

/** Whether `number` can be texted: 999, a five-digit text code, or a mobile number in E.164. */
export function canBeTexted(number: string): boolean {
  return number === '999' || textCode.test(number) || /^\+447\d{9}$/.test(number);
}

/** Whether `display` shows the digits of `number` and only those, written the way people here write numbers. */
export function displayMatches(number: string, display: string): boolean {
  const written = number.startsWith('+44') ? `0${number.slice(3)}` : number;
  return /^\d[\d ]*\d$/.test(display) && digitsOf(display) === written;
}

/** The first telephone number typed into `prose`, or null when there is none. */
export function findNumberInProse(prose: string): string | null {
  return numberInProse.exec(prose)?.[0] ?? null;
}
