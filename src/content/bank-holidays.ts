/**
 * The bank holidays of England and Wales by rule: Banking and Financial Dealings Act 1971
 * (schedule 1), the usual proclamations for New Year's Day and early May (since 1978), and the
 * common-law holidays Good Friday and Christmas Day. One-off holidays made by proclamation, and
 * one-off moves (8 May 2020, 2 and 3 June 2022, 19 September 2022, 8 May 2023), are not known here:
 * on such a day ordinary hours are shown.
 */
import { dayNumber, isoDay, weekdayOf, yearOf, type DayNumber } from './london-time.ts';

export type BankHolidayId =
  | 'new-year' | 'good-friday' | 'easter-monday' | 'early-may' | 'spring' | 'summer' | 'christmas' | 'boxing-day';

export interface BankHoliday {
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  readonly id: BankHolidayId;
  /** True when the day itself fell on a weekend and this weekday stands in for it. */
  readonly substitute: boolean;
}

/** Easter Sunday by the Gregorian computus ("Anonymous", Nature, 20 April 1876; Meeus, Astronomical Algorithms). */
function easterSunday(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return dayNumber(year, month, day);
}

function firstMonday(year: number, month: number): DayNumber {
  let day = dayNumber(year, month, 1);
  while (weekdayOf(day) !== 'mon') day += 1;
  return day;
}

function lastMonday(year: number, month: number): DayNumber {
  let day = dayNumber(year, month + 1, 1) - 1;
  while (weekdayOf(day) !== 'mon') day -= 1;
  return day;
}

function isWeekend(day: DayNumber): boolean {
  const weekday = weekdayOf(day);
  return weekday === 'sat' || weekday === 'sun';
}

/**
 * The bank holidays of a year as GOV.UK lists them, in order of date; a holiday on a weekend
 * is listed on the weekday that stands in for it. Meant for 2020 to 2100. Never fails.
 */
export function bankHolidays(year: number): readonly BankHoliday[] {
  const easter = easterSunday(year);
  const taken = new Set<DayNumber>();
  const list: { day: DayNumber; id: BankHolidayId; substitute: boolean }[] = [];
  const add = (id: BankHolidayId, day: DayNumber): void => {
    taken.add(day);
    list.push({ day, id, substitute: false });
  };
  add('good-friday', easter - 2);
  add('easter-monday', easter + 1);
  add('early-may', firstMonday(year, 5));
  add('spring', lastMonday(year, 5));
  add('summer', lastMonday(year, 8));
  const fixed = [
    { id: 'new-year', day: dayNumber(year, 1, 1) },
    { id: 'christmas', day: dayNumber(year, 12, 25) },
    { id: 'boxing-day', day: dayNumber(year, 12, 26) },
  ] as const;
  for (const { id, day } of fixed) if (!isWeekend(day)) add(id, day);
  // After the ones that keep their day: the Monday after a Sunday Christmas belongs to Boxing Day.
  for (const { id, day } of fixed) {
    if (!isWeekend(day)) continue;
    let standIn = day + 1;
    while (isWeekend(standIn) || taken.has(standIn)) standIn += 1;
    taken.add(standIn);
    list.push({ day: standIn, id, substitute: true });
  }
  return list
    .sort((a, b) => a.day - b.day)
    .map(({ day, id, substitute }) => ({ date: isoDay(day), id, substitute }));
}

/**
 * Tells whether services may keep other hours on a day because of a holiday: every day of
 * `bankHolidays`, and 25 and 26 December and 1 January themselves when a weekend takes them.
 */
export function isHoliday(day: DayNumber): boolean {
  const date = isoDay(day);
  if (/-(12-25|12-26|01-01)$/.test(date)) return true;
  return bankHolidays(yearOf(day)).some((holiday) => holiday.date === date);
}
