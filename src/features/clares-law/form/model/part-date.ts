/**
 * A date as far as somebody knows it. What was typed is kept as it was typed;
 * this reads it, and says what it cannot make sense of.
 */
import { plainDigits } from '#kernel/digits';
import { fail, ok, type Result } from '#kernel/result';

/** As typed. `about`: the same in the person's own words, such as an age. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly about: string;
}

export const emptyDate: TypedDate = { day: '', month: '', year: '', about: '' };

/** `null`: that part is not known. */
export interface PartDate {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
}

/** A day in the calendar, which the page hands in. */
export interface Today {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

export type DateFault = 'not-a-number' | 'short-year' | 'long-ago' | 'future' | 'no-such-month' | 'no-such-day' | 'day-alone' | 'day-not-in-month';

const oldestYears = 130;

/** Signs that show nothing, which a keyboard or a paste may bring along. */
const unseen = /[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const bare = (typed: string): string => plainDigits(typed.replace(unseen, ''));

export function isBlankDate({ day, month, year, about }: TypedDate): boolean {
  return [day, month, year, about].every((part) => part.trim() === '');
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of a month; of a February whose year is not known, 29. */
export function daysIn(month: number, year: number | null): number {
  if (month === 2) return year === null || isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The year somebody most likely means by two digits: the last that ended so. */
export function likelyYear(typed: string, today: Today): number {
  const short = Number(bare(typed)) % 100;
  const century = Math.floor(today.year / 100) * 100;
  return century + short > today.year ? century - 100 + short : century + short;
}

function isLater(a: Today, { day, month, year }: PartDate): boolean {
  if (year === null || year !== a.year) return year !== null && year > a.year;
  if (month === null || month !== a.month) return month !== null && month > a.month;
  return day !== null && day > a.day;
}

/** `null`: nothing was typed into the boxes. Only what is no date at all is a fault. */
export function readDate(typed: TypedDate, today: Today): Result<PartDate | null, DateFault> {
  const parts = [typed.day, typed.month, typed.year].map(bare);
  const [dayText = '', monthText = '', yearText = ''] = parts;
  if (parts.every((part) => part === '')) return ok(null);
  if (parts.some((part) => !/^\d*$/.test(part))) return fail('not-a-number');
  const numberOf = (text: string): number | null => (text === '' ? null : Number(text));
  const date: PartDate = { day: numberOf(dayText), month: numberOf(monthText), year: numberOf(yearText) };
  const { day, month, year } = date;
  if (year !== null && yearText.length < 3) return fail('short-year');
  if (year !== null && year < today.year - oldestYears) return fail('long-ago');
  if (year !== null && year > today.year) return fail('future');
  if (month !== null && (month < 1 || month > 12)) return fail('no-such-month');
  if (day !== null && (day < 1 || day > 31)) return fail('no-such-day');
  if (day !== null && month === null) return fail('day-alone');
  if (day !== null && month !== null && day > daysIn(month, year)) return fail('day-not-in-month');
  return isLater(today, date) ? fail('future') : ok(date);
}
