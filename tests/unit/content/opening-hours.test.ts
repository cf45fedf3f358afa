import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isHoliday } from '#content/bank-holidays';
import { londonClock, weekdayOf } from '#content/london-time';
import { hoursToday, openState, weekPattern } from '#content/opening-hours';
import { dayIds, type Hours, type OpenSpan } from '#content/service';

const weekly = (...spans: readonly OpenSpan[]): Hours => ({ kind: 'weekly', spans });
const office = weekly({ days: ['mon', 'tue', 'wed', 'thu', 'fri'], open: '09:00', close: '17:00' });
const night = weekly(
  { days: ['fri', 'sat'], open: '20:00', close: '24:00' },
  { days: ['sat', 'sun'], open: '00:00', close: '04:00' },
);
const at = (iso: string): Date => new Date(iso);
const startZone = process.env['TZ'];

afterEach(() => {
  if (startZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = startZone;
});

describe('open now', () => {
  it('is open to the minute and closed on the minute it closes', () => {
    expect(openState(office, at('2026-11-23T08:59:59Z'))).toMatchObject({ state: 'closed', opensAt: at('2026-11-23T09:00:00Z') });
    expect(openState(office, at('2026-11-23T09:00:00Z'))).toEqual({ state: 'open', until: at('2026-11-23T17:00:00Z') });
    expect(openState(office, at('2026-11-23T16:59:59Z'))).toEqual({ state: 'open', until: at('2026-11-23T17:00:00Z') });
    expect(openState(office, at('2026-11-23T17:00:00Z'))).toMatchObject({ state: 'closed', opensAt: at('2026-11-24T09:00:00Z') });
  });

  it('at 2 a.m. on a Sunday finds the 24-hour line open, the night line open and the office closed until Monday', () => {
    const sunday = at('2026-11-22T02:00:00Z');
    expect(openState({ kind: 'always' }, sunday)).toEqual({ state: 'open', until: null });
    expect(openState(night, sunday)).toEqual({ state: 'open', until: at('2026-11-22T04:00:00Z') });
    expect(openState(office, sunday)).toEqual({ state: 'closed', opensAt: at('2026-11-23T09:00:00Z'), opensOnBankHoliday: false });
  });

  it('runs on across midnight instead of closing and opening again', () => {
    expect(openState(night, at('2026-11-20T23:30:00Z'))).toEqual({ state: 'open', until: at('2026-11-21T04:00:00Z') });
  });

  it('keeps the clock of London in summer', () => {
    expect(openState(office, at('2026-07-06T08:00:00Z'))).toEqual({ state: 'open', until: at('2026-07-06T16:00:00Z') });
    expect(openState(office, at('2026-07-06T16:30:00Z'))).toMatchObject({ state: 'closed' });
  });

  it('never calls unknown hours open or closed', () => {
    expect(openState({ kind: 'see-page' }, at('2026-11-23T10:00:00Z'))).toEqual({ state: 'unknown', reason: 'see-page' });
    expect(openState({ kind: 'unknown' }, at('2026-11-23T10:00:00Z'))).toEqual({ state: 'unknown', reason: 'not-stated' });
  });

  it('names no opening when no hours are given', () => {
    expect(openState(weekly(), at('2026-11-23T10:00:00Z'))).toEqual({ state: 'closed', opensAt: null, opensOnBankHoliday: false });
  });
});

describe('open now when the clocks change', () => {
  it('opens an hour earlier by the sun on the Monday after the last Sunday of March', () => {
    expect(openState(office, at('2026-03-28T12:00:00Z'))).toMatchObject({ opensAt: at('2026-03-30T08:00:00Z') });
    // In 2027 that Monday is Easter Monday.
    expect(openState(office, at('2027-03-27T12:00:00Z'))).toMatchObject({ opensAt: at('2027-03-29T08:00:00Z'), opensOnBankHoliday: true });
  });

  it('loses the skipped hour in spring: open from midnight to 4 is three hours long', () => {
    expect(openState(night, at('2026-03-29T00:30:00Z'))).toEqual({ state: 'open', until: at('2026-03-29T03:00:00Z') });
    expect(openState(night, at('2027-03-28T00:30:00Z'))).toEqual({ state: 'open', until: at('2027-03-28T03:00:00Z') });
  });

  it('gains the repeated hour in autumn: open from midnight to 4 is five hours long', () => {
    expect(openState(night, at('2026-10-24T23:30:00Z'))).toEqual({ state: 'open', until: at('2026-10-25T04:00:00Z') });
  });

  it('waits a week for an opening that lies in the hour that is skipped', () => {
    const skipped = weekly({ days: ['sun'], open: '01:00', close: '02:00' });
    expect(openState(skipped, at('2026-03-28T12:00:00Z'))).toMatchObject({ state: 'closed', opensAt: at('2026-04-05T00:00:00Z') });
  });
});

describe('open now on a bank holiday', () => {
  it('does not claim that a line with weekly hours is answered on Christmas Day', () => {
    expect(openState(office, at('2026-12-25T10:00:00Z'))).toEqual({ state: 'unknown', reason: 'bank-holiday' });
    expect(openState(office, at('2026-12-28T10:00:00Z'))).toEqual({ state: 'unknown', reason: 'bank-holiday' });
  });

  it('is closed outside the usual hours, and flags an opening that falls on the holiday', () => {
    expect(openState(office, at('2026-12-24T18:00:00Z'))).toEqual({
      state: 'closed', opensAt: at('2026-12-25T09:00:00Z'), opensOnBankHoliday: true,
    });
    expect(openState(office, at('2026-12-28T18:00:00Z'))).toEqual({
      state: 'closed', opensAt: at('2026-12-29T09:00:00Z'), opensOnBankHoliday: false,
    });
  });

  it('stays open when it is always open', () => {
    expect(openState({ kind: 'always' }, at('2026-12-25T02:00:00Z'))).toEqual({ state: 'open', until: null });
  });

  it('is sure of a night line only until the midnight at which the holiday begins', () => {
    const everyDay = weekly({ days: dayIds, open: '00:00', close: '24:00' });
    expect(openState(everyDay, at('2026-12-24T20:00:00Z'))).toEqual({ state: 'open', until: at('2026-12-25T00:00:00Z') });
    expect(openState(everyDay, at('2026-11-10T20:00:00Z'))).toEqual({ state: 'open', until: null });
  });
});

describe('whatever the device says', () => {
  it.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata', 'Europe/London', 'UTC'])('answers the same in %s', (zone) => {
    process.env['TZ'] = zone;
    expect(openState(office, at('2026-07-06T08:00:00Z'))).toEqual({ state: 'open', until: at('2026-07-06T16:00:00Z') });
    expect(openState(night, at('2026-10-24T23:30:00Z'))).toEqual({ state: 'open', until: at('2026-10-25T04:00:00Z') });
    expect(hoursToday(office, at('2026-11-22T23:59:00Z'))).toMatchObject({ day: 'sun' });
  });

  it('reads the same clock as the time zone data of the system, every six hours and around each change, to 2037', () => {
    const system = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hourCycle: 'h23', weekday: 'short', hour: '2-digit', minute: '2-digit' });
    const compare = (ms: number): void => {
      const { day, minute } = londonClock(ms);
      const hhmm = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const shown = system.format(ms);
      if (shown.slice(0, 3).toLowerCase() !== weekdayOf(day) || !shown.endsWith(hhmm)) {
        expect.fail(`${new Date(ms).toISOString()}: ${shown} is not ${weekdayOf(day)} ${hhmm}`);
      }
    };
    for (let ms = Date.UTC(2020, 0, 1); ms < Date.UTC(2038, 0, 1); ms += 6 * 3_600_000) compare(ms);
    for (let year = 2020; year < 2038; year += 1) {
      for (const month of [2, 9]) {
        for (let day = 25; day <= 31; day += 1) for (const minute of [-1, 0, 59, 60, 61, 119, 120]) compare(Date.UTC(year, month, day, 0, minute));
      }
    }
    expect(londonClock(Date.UTC(2026, 6, 1, 23, 30)).minute).toBe(30);
  });
});

describe('open now against a slow reference', () => {
  const clock = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15);
  const hhmm = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const span: fc.Arbitrary<OpenSpan> = fc
    .record({ days: fc.subarray([...dayIds], { minLength: 1 }), a: clock, b: clock })
    .filter(({ a, b }) => a !== b)
    .map(({ days, a, b }) => ({ days, open: hhmm(Math.min(a, b)), close: hhmm(Math.max(a, b)) }));
  const nearChange = [
    '2026-03-28T20:00:00Z', '2026-10-24T20:00:00Z', '2027-03-27T22:00:00Z', '2026-12-24T12:00:00Z', '2026-12-31T20:00:00Z', '2026-06-10T00:00:00Z',
  ].map((iso) => Date.parse(iso));
  const system = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London', hourCycle: 'h23', weekday: 'short', hour: '2-digit', minute: '2-digit',
  });

  function bruteForce(spans: readonly OpenSpan[], ms: number): 'open' | 'holiday' | 'closed' {
    const parts = new Map(system.formatToParts(ms).map(({ type, value }) => [type, value]));
    const day = (parts.get('weekday') ?? '').toLowerCase();
    const time = `${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}`;
    const usual = spans.some((one) => (one.days as readonly string[]).includes(day) && one.open <= time && time < one.close);
    if (!usual) return 'closed';
    return isHoliday(londonClock(ms).day) ? 'holiday' : 'open';
  }

  it('agrees with a scan minute by minute, and so do the times at which it changes', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 3 }), fc.constantFrom(...nearChange), fc.integer({ min: 0, max: 600 }), (spans, from, offset) => {
        const now = from + offset * 60_000;
        const answer = openState(weekly(...spans), new Date(now));
        const moment = bruteForce(spans, now);
        expect(answer.state).toBe(moment === 'holiday' ? 'unknown' : moment);
        let change: number | null = null;
        for (let ms = now + 60_000; ms <= now + 20 * 3_600_000 && change === null; ms += 60_000) {
          const then = bruteForce(spans, ms);
          if (moment === 'open' ? then !== 'open' : then !== 'closed') change = ms;
        }
        const said = answer.state === 'open' ? answer.until : answer.state === 'closed' ? answer.opensAt : null;
        if (moment === 'holiday') return;
        if (change !== null) expect(said?.getTime()).toBe(change);
        else expect(said === null || said.getTime() > now + 20 * 3_600_000).toBe(true);
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });
});

describe('hours in words', () => {
  it('gives today’s spans, joined where they touch, with the bank holiday flagged', () => {
    const split = weekly({ days: ['mon'], open: '13:00', close: '17:00' }, { days: ['mon'], open: '09:00', close: '12:00' }, { days: ['mon'], open: '12:00', close: '12:30' });
    expect(hoursToday(split, at('2026-11-23T10:00:00Z'))).toEqual({ kind: 'weekly', day: 'mon', spans: [['09:00', '12:30'], ['13:00', '17:00']], bankHoliday: false });
    expect(hoursToday(office, at('2026-12-25T10:00:00Z'))).toEqual({ kind: 'weekly', day: 'fri', spans: [['09:00', '17:00']], bankHoliday: true });
    expect(hoursToday(office, at('2026-11-22T10:00:00Z'))).toEqual({ kind: 'weekly', day: 'sun', spans: [], bankHoliday: false });
    expect(hoursToday({ kind: 'see-page' }, at('2026-11-22T10:00:00Z'))).toEqual({ kind: 'unknown', reason: 'see-page' });
    expect(hoursToday({ kind: 'unknown' }, at('2026-11-22T10:00:00Z'))).toEqual({ kind: 'unknown', reason: 'not-stated' });
    expect(hoursToday({ kind: 'always' }, at('2026-11-22T10:00:00Z'))).toEqual({ kind: 'always' });
  });

  it('groups days in a row with the same hours and leaves closed days out', () => {
    expect(weekPattern(office)).toEqual([{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], spans: [['09:00', '17:00']] }]);
    const broken = weekly({ days: ['mon', 'tue', 'thu'], open: '10:00', close: '16:00' }, { days: ['sat'], open: '10:00', close: '13:00' });
    expect(weekPattern(broken)).toEqual([
      { days: ['mon', 'tue'], spans: [['10:00', '16:00']] },
      { days: ['thu'], spans: [['10:00', '16:00']] },
      { days: ['sat'], spans: [['10:00', '13:00']] },
    ]);
    expect(weekPattern({ kind: 'always' })).toEqual([{ days: dayIds, spans: [['00:00', '24:00']] }]);
    expect(weekPattern({ kind: 'unknown' })).toEqual([]);
  });
});
