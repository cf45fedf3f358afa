/**
 * When a service can be reached, on the clock of Europe/London whatever the device says.
 *
 * The rule for bank holidays: no source we have states hours for them. So on a bank holiday
 * in England a line with weekly hours is "unknown" during its usual hours and closed outside
 * them; a line that is always open stays open. An opening that falls on a bank holiday is
 * still named, and flagged, because the reader may want to try.
 */
import { isHoliday } from './bank-holidays.ts';
import { clockChanges, instantsAt, londonClock, weekdayOf, type DayNumber } from './london-time.ts';
import { dayIds, type DayId, type Hours, type OpenSpan } from './service.ts';

export type OpenState =
  | {
      readonly state: 'open';
      /** When it next stops being open for certain; null: not within the next fifteen days, or never. */
      readonly until: Date | null;
    }
  | {
      readonly state: 'closed';
      /** The next usual opening; null: none within the next fifteen days. */
      readonly opensAt: Date | null;
      /** True when that opening falls on a bank holiday, so nobody knows whether it will happen. */
      readonly opensOnBankHoliday: boolean;
    }
  | { readonly state: 'unknown'; readonly reason: 'see-page' | 'not-stated' | 'bank-holiday' };

/** 'HH:MM' to 'HH:MM'; '24:00' is the midnight that ends the day. */
export type ClockSpan = readonly [open: string, close: string];

export type HoursToday =
  | { readonly kind: 'always' }
  | { readonly kind: 'weekly'; readonly day: DayId; readonly spans: readonly ClockSpan[]; readonly bankHoliday: boolean }
  | { readonly kind: 'unknown'; readonly reason: 'see-page' | 'not-stated' };

export interface DayGroup {
  /** Days that follow each other and keep the same hours: show the first and the last. */
  readonly days: readonly DayId[];
  readonly spans: readonly ClockSpan[];
}

/** A week and a spare one: the only weekly span may fall in the hour the clocks skip in spring. */
const horizonDays = 15;

interface MinuteSpan {
  readonly open: number;
  readonly close: number;
}
type WeekTable = Readonly<Record<DayId, readonly MinuteSpan[]>>;

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The spans of one day in order, those that touch or overlap made one. */
function daySpans(spans: readonly OpenSpan[], day: DayId): readonly MinuteSpan[] {
  const joined: { open: number; close: number }[] = [];
  const ordered = spans
    .filter((span) => span.days.includes(day))
    .map((span) => ({ open: minutesOf(span.open), close: minutesOf(span.close) }))
    .sort((a, b) => a.open - b.open);
  for (const span of ordered) {
    const last = joined.at(-1);
    if (last !== undefined && span.open <= last.close) last.close = Math.max(last.close, span.close);
    else joined.push(span);
  }
  return joined;
}

function weekTable(spans: readonly OpenSpan[]): WeekTable {
  const of = (day: DayId): readonly MinuteSpan[] => daySpans(spans, day);
  return { mon: of('mon'), tue: of('tue'), wed: of('wed'), thu: of('thu'), fri: of('fri'), sat: of('sat'), sun: of('sun') };
}

type Moment = 'open' | 'holiday' | 'closed';

function momentAt(table: WeekTable, instantMs: number): Moment {
  const { day, minute } = londonClock(instantMs);
  const usual = table[weekdayOf(day)].some((span) => span.open <= minute && minute < span.close);
  if (!usual) return 'closed';
  return isHoliday(day) ? 'holiday' : 'open';
}

/** Every instant after now at which the answer could change, earliest first. */
function turningPoints(table: WeekTable, nowMs: number, today: DayNumber): number[] {
  const points: number[] = [];
  for (let day = today; day <= today + horizonDays; day += 1) {
    // Midnight counts too: a bank holiday begins and ends there.
    points.push(...instantsAt(day, 0));
    for (const { open, close } of table[weekdayOf(day)]) points.push(...instantsAt(day, open), ...instantsAt(day, close));
  }
  const year = new Date(nowMs).getUTCFullYear();
  points.push(...clockChanges(year), ...clockChanges(year + 1));
  const endMs = nowMs + horizonDays * 86_400_000;
  return points.filter((point) => point > nowMs && point <= endMs).sort((a, b) => a - b);
}

/**
 * Tells whether something with these hours is open at `now`, and when that changes.
 * Right across midnight, both clock changes and bank holidays (rule at the top of the file).
 * Unknown hours are never called open or closed. Never fails.
 */
export function openState(hours: Hours, now: Date): OpenState {
  if (hours.kind === 'always') return { state: 'open', until: null };
  if (hours.kind === 'see-page') return { state: 'unknown', reason: 'see-page' };
  if (hours.kind === 'unknown') return { state: 'unknown', reason: 'not-stated' };
  const nowMs = now.getTime();
  const table = weekTable(hours.spans);
  const moment = momentAt(table, nowMs);
  if (moment === 'holiday') return { state: 'unknown', reason: 'bank-holiday' };
  const points = turningPoints(table, nowMs, londonClock(nowMs).day);
  if (moment === 'open') {
    const end = points.find((point) => momentAt(table, point) !== 'open');
    return { state: 'open', until: end === undefined ? null : new Date(end) };
  }
  const start = points.find((point) => momentAt(table, point) !== 'closed');
  if (start === undefined) return { state: 'closed', opensAt: null, opensOnBankHoliday: false };
  return { state: 'closed', opensAt: new Date(start), opensOnBankHoliday: momentAt(table, start) === 'holiday' };
}

function clockSpans(spans: readonly MinuteSpan[]): readonly ClockSpan[] {
  return spans.map(({ open, close }): ClockSpan => [clockOf(open), clockOf(close)]);
}

/** The hours of today in London; no spans means closed all day. `bankHoliday`: they may not hold. Never fails. */
export function hoursToday(hours: Hours, now: Date): HoursToday {
  if (hours.kind === 'always') return { kind: 'always' };
  if (hours.kind === 'see-page') return { kind: 'unknown', reason: 'see-page' };
  if (hours.kind === 'unknown') return { kind: 'unknown', reason: 'not-stated' };
  const { day } = londonClock(now.getTime());
  const weekday = weekdayOf(day);
  return { kind: 'weekly', day: weekday, spans: clockSpans(daySpans(hours.spans, weekday)), bankHoliday: isHoliday(day) };
}

/**
 * The week for display, from Monday: days in a row with the same hours are one group, closed
 * days are left out. Empty for hours that nobody states; `always` is one group of seven days.
 */
export function weekPattern(hours: Hours): readonly DayGroup[] {
  if (hours.kind === 'always') return [{ days: dayIds, spans: [['00:00', '24:00']] }];
  if (hours.kind !== 'weekly') return [];
  const groups: { days: DayId[]; spans: readonly ClockSpan[] }[] = [];
  let before = '';
  for (const day of dayIds) {
    const spans = clockSpans(daySpans(hours.spans, day));
    const key = JSON.stringify(spans);
    const last = groups.at(-1);
    if (last !== undefined && key === before && spans.length > 0) last.days.push(day);
    else if (spans.length > 0) groups.push({ days: [day], spans });
    before = key;
  }
  return groups;
}
