import { describe, expect, it } from 'vitest';
import { bankHolidays, isHoliday } from '#content/bank-holidays';
import { dayNumber, weekdayOf } from '#content/london-time';

const dates = (year: number): readonly string[] => bankHolidays(year).map(({ date }) => date);

// As published on gov.uk/bank-holidays for England and Wales.
const published: readonly (readonly [number, readonly string[]])[] = [
  [2021, ['2021-01-01', '2021-04-02', '2021-04-05', '2021-05-03', '2021-05-31', '2021-08-30', '2021-12-27', '2021-12-28']],
  [2024, ['2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26', '2024-12-25', '2024-12-26']],
  [2025, ['2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26']],
  [2026, ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28']],
  [2027, ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28']],
];

describe('bank holidays of England and Wales', () => {
  it.each(published)('are those published for %i', (year, list) => {
    expect(dates(year)).toEqual(list);
  });

  it('are the ordinary ones for 2022, without the moved spring holiday, the Jubilee and the Queen’s funeral', () => {
    expect(dates(2022)).toEqual([
      '2022-01-03', '2022-04-15', '2022-04-18', '2022-05-02', '2022-05-30', '2022-08-29', '2022-12-26', '2022-12-27',
    ]);
  });

  it('gives Boxing Day its own Monday when Christmas Day is a Sunday', () => {
    expect(bankHolidays(2022).slice(-2)).toEqual([
      { date: '2022-12-26', id: 'boxing-day', substitute: false },
      { date: '2022-12-27', id: 'christmas', substitute: true },
    ]);
  });

  it('are eight different weekdays in every year from 2020 to 2100', () => {
    for (let year = 2020; year <= 2100; year += 1) {
      const list = bankHolidays(year);
      expect(new Set(list.map(({ date }) => date)).size).toBe(8);
      for (const { date } of list) {
        const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
        expect(y).toBe(year);
        expect(['sat', 'sun']).not.toContain(weekdayOf(dayNumber(y, m, d)));
      }
    }
  });

  it('puts Easter where the calendar has it, early and late', () => {
    expect(dates(2035)).toContain('2035-03-23');
    expect(dates(2038)).toContain('2038-04-23');
    expect(dates(2049)).toContain('2049-04-16');
    expect(dates(2076)).toContain('2076-04-17');
  });

  it('trusts no usual hours on Christmas Day itself, even on a Saturday', () => {
    expect(isHoliday(dayNumber(2027, 12, 25))).toBe(true);
    expect(isHoliday(dayNumber(2027, 12, 27))).toBe(true);
    expect(isHoliday(dayNumber(2027, 12, 29))).toBe(false);
  });
});
