/** Days and times as people type them and as they are kept: 'YYYY-MM-DD' and 'HH:MM' on the clock of the device. */
import { plainDigits } from '#kernel/digits';
import { localDay } from '#kernel/local-time';

/** A day as people here write it, shown where one could not be read. `readDay` takes it. */
export const exampleDay = '31/12/2026';

/** The day so many days before an instant. */
export function daysBefore(at: Date, days: number): string {
  return localDay(new Date(at.getFullYear(), at.getMonth(), at.getDate() - days));
}

/** A day that is in the calendar, in the way it is kept; `null`: it is none. Also takes 31.12.2026 and 31/12/2026, day first. */
export function readDay(typed: string): string | null {
  const plain = plainDigits(typed).trim();
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain) ?? [];
  const [, ownDay, ownMonth, ownYear] = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(plain) ?? [];
  const [y, m, d] = [Number(year ?? ownYear), Number(month ?? ownMonth), Number(day ?? ownDay)];
  const at = new Date(y, m - 1, d);
  return y >= 1900 && at.getFullYear() === y && at.getMonth() === m - 1 && at.getDate() === d ? localDay(at) : null;
}

/** A time of day in the way it is kept; `null`: it is none. */
export function readTime(typed: string): string | null {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(plainDigits(typed).trim()) ?? [];
  return hour !== undefined && Number(hour) < 24 && Number(minute) < 60 ? `${String(Number(hour)).padStart(2, '0')}:${minute}` : null;
}
