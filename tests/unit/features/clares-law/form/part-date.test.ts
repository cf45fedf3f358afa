import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDigits } from '#kernel/digits';
import { daysIn, emptyDate, likelyYear, readDate } from '../../../../../src/features/clares-law/form/model/part-date.ts';
import { seed, today } from './any-draft.ts';

const read = (day: string, month: string, year: string): ReturnType<typeof readDate> => readDate({ ...emptyDate, day, month, year }, today);

describe('a date as far as it is known', () => {
  it.each([
    ['', '', '1985', { day: null, month: null, year: 1985 }],
    ['', '3', '1985', { day: null, month: 3, year: 1985 }],
    ['7', '3', '1985', { day: 7, month: 3, year: 1985 }],
    ['7', '3', '', { day: 7, month: 3, year: null }],
    ['', '3', '', { day: null, month: 3, year: null }],
    ['29', '2', '2000', { day: 29, month: 2, year: 2000 }],
    ['29', '2', '', { day: 29, month: 2, year: null }],
    [' 07 ', '03', '1985', { day: 7, month: 3, year: 1985 }],
    ['٧', '٣', '١٩٨٥', { day: 7, month: 3, year: 1985 }],
    ['৭', '৩', '১৯৮৫', { day: 7, month: 3, year: 1985 }],
    ['25', '11', '2026', { day: 25, month: 11, year: 2026 }],
    ['\u202e1', '1', '1990', { day: 1, month: 1, year: 1990 }],
  ])('is understood from "%s" "%s" "%s"', (day, month, year, date) => {
    expect(read(day, month, year)).toEqual({ ok: true, value: date });
  });

  it('may be left out, or told in words only', () => {
    expect(read('', ' ', '')).toEqual({ ok: true, value: null });
    expect(readDate({ ...emptyDate, about: 'about 40' }, today)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['31', '2', '2020', 'day-not-in-month'],
    ['29', '2', '1900', 'day-not-in-month'],
    ['30', '2', '', 'day-not-in-month'],
    ['31', '4', '2020', 'day-not-in-month'],
    ['1', '1', '85', 'short-year'],
    ['1', '1', '5', 'short-year'],
    ['', '', '3000', 'future'],
    ['26', '11', '2026', 'future'],
    ['', '12', '2026', 'future'],
    ['', '', '2027', 'future'],
    ['', '', '985', 'long-ago'],
    ['', '', '1066', 'long-ago'],
    ['', '13', '1985', 'no-such-month'],
    ['', '0', '1985', 'no-such-month'],
    ['32', '1', '1985', 'no-such-day'],
    ['0', '1', '1985', 'no-such-day'],
    ['5', '', '1985', 'day-alone'],
    ['5', '', '', 'day-alone'],
    ['x', '', '1985', 'not-a-number'],
    ['', '', 'summer', 'not-a-number'],
    ['-5', '1', '1985', 'not-a-number'],
    ['1.5', '1', '1985', 'not-a-number'],
  ])('is asked again for "%s" "%s" "%s": %s', (day, month, year, fault) => {
    expect(read(day, month, year)).toEqual({ ok: false, fault });
  });

  it('is refused only for what is in no calendar, and never fails', () => {
    fc.assert(fc.property(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }), fc.string(), (day, month, year, about) => {
      const answer = readDate({ day, month, year, about }, today);
      if (!answer.ok || !answer.value) return;
      const { day: d, month: m, year: y } = answer.value;
      if (d === null || m === null) return;
      const made = new Date(Date.UTC(y ?? 2000, m - 1, d));
      expect([made.getUTCMonth() + 1, made.getUTCDate()]).toEqual([m, d]);
    }), { seed, numRuns: 2_000 });
  });

  it('takes every day there was in a lifetime', () => {
    for (let year = 1897; year <= 2025; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const days = daysIn(month, year);
        expect(days).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
        expect(read(String(days), String(month), String(year)).ok).toBe(true);
        expect(read(String(days + 1), String(month), String(year)).ok).toBe(false);
      }
    }
  });
});

describe('digits', () => {
  it('of any script are read, and everything else is left alone', () => {
    expect([plainDigits('٠١٢۳৪੫௬'), plainDigits('a 1-۲')]).toEqual(['0123456', 'a 1-2']);
  });

  it('of a short year stand for the last year that ended so', () => {
    expect([likelyYear('85', today), likelyYear('26', today), likelyYear('27', today), likelyYear('00', today), likelyYear('৯৯', today)]).toEqual([1985, 2026, 1927, 2000, 1999]);
  });
});
