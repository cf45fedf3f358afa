/**
 * The clock of Europe/London by rule, so that "open now" is the same on every device,
 * whatever zone it is set to and however old its time zone data is. Summer Time Act 1972
 * as amended by the Summer Time Order 2002: one hour ahead from the last Sunday of March
 * to the last Sunday of October, both at 01:00 GMT. Tests compare it with Intl.
 */
import { dayIds, type DayId } from './service.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Days since 1 January 1970, as the calendar in London counts them. */
export type DayNumber = number;

/** What a clock on a wall in London shows. */
export interface LondonClock {
  readonly day: DayNumber;
  /** Minutes since midnight on that clock, 0 to 1439. */
  readonly minute: number;
}

/** The number of a calendar day. Months run from 1 to 12; a day past the month's end runs on. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month - 1, day) / dayMs;
}

/** The day as 'YYYY-MM-DD'. */
export function isoDay(day: DayNumber): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The year a day falls in. */
export function yearOf(day: DayNumber): number {
  return new Date(day * dayMs).getUTCFullYear();
}

/** The day of the week. */
export function weekdayOf(day: DayNumber): DayId {
  // Day 0, 1 January 1970, was a Thursday; Monday is 0.
  const index = (((day + 3) % 7) + 7) % 7;
  return dayIds[index] ?? 'mon';
}

function lastSunday(year: number, month: number): DayNumber {
  const last = dayNumber(year, month + 1, 1) - 1;
  return last - ((last + 4) % 7);
}

/** The two instants of a year, in milliseconds, at which London's clocks change: spring, autumn. */
export function clockChanges(year: number): readonly [number, number] {
  return [lastSunday(year, 3) * dayMs + hourMs, lastSunday(year, 10) * dayMs + hourMs];
}

function offsetMs(instantMs: number): number {
  const [spring, autumn] = clockChanges(new Date(instantMs).getUTCFullYear());
  return instantMs >= spring && instantMs < autumn ? hourMs : 0;
}

/** What the clock in London shows at an instant (milliseconds since 1970). */
export function londonClock(instantMs: number): LondonClock {
  const wallMs = instantMs + offsetMs(instantMs);
  const day = Math.floor(wallMs / dayMs);
  return { day, minute: Math.floor((wallMs - day * dayMs) / minuteMs) };
}

/**
 * The instants at which London's clock shows a time: one; none in the hour skipped in
 * spring; two, earlier first, in the hour repeated in autumn. Minute 1440 is the next midnight.
 */
export function instantsAt(day: DayNumber, minute: number): readonly number[] {
  const wallMs = day * dayMs + minute * minuteMs;
  return [hourMs, 0].filter((offset) => offsetMs(wallMs - offset) === offset).map((offset) => wallMs - offset);
}
