import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBefore, exampleDay, readDay, readTime } from '#features/safety-plan/model/day.ts';
import { dayOfEntry, inOrderOfDays, isBlankEntry, logEntryOf, wordsOf } from '#features/safety-plan/model/log.ts';
import { parts, partOf, selected } from '#features/safety-plan/model/selection.ts';
import { entry } from './entries.ts';

describe('a day', () => {
  it.each([
    ['2026-11-28', '2026-11-28'], ['2026-1-5', '2026-01-05'], ['28.11.2026', '2026-11-28'], ['28/11/2026', '2026-11-28'], ['۲۸.۱۱.۲۰۲۶', '2026-11-28'], ['2024-02-29', '2024-02-29'],
    ['2026-02-29', null], ['31.4.2026', null], ['2026-13-01', null], ['yesterday', null], ['', null], ['28.11.26', null], ['0001-01-01', null], ['2026-11-28x', null],
  ])('typed as "%s" is %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it('written like the example is read, whatever is said beside a box', () => {
    expect(readDay(exampleDay)).toBe('2026-12-31');
  });

  it('so many days before counts across months, years and the change of the clock', () => {
    expect([daysBefore(new Date(2026, 2, 1, 0, 30), 1), daysBefore(new Date(2027, 0, 10), 31), daysBefore(new Date(2026, 9, 26, 0, 10), 1)]).toEqual(['2026-02-28', '2026-12-10', '2026-10-25']);
  });

  it('that was read reads the same again', () => {
    fc.assert(fc.property(fc.string(), (typed) => {
      const day = readDay(typed);
      expect(day === null || readDay(day) === day).toBe(true);
    }));
  });
});

describe('a time', () => {
  it.each([['21:30', '21:30'], ['7.05', '07:05'], ['٩:١٥', '09:15'], ['21:30:00', '21:30'], ['24:00', null], ['12:60', null], ['evening', null], ['', null]])('typed as "%s" is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });
});

describe('what happened', () => {
  const on = (day: string, time = '', more: Record<string, unknown> = {}) => entry({ log: { day, time, ...more } }, { text: `${day} ${time}` });

  it('stands in the order of days, newest first, and what has no day at the end', () => {
    const [b, a, none, c, unsure, early] = [on('2026-11-02', '21:00'), on('2026-11-03'), on('someday'), on('2026-11-02'), on('2026-12-01', '', { unsure: true }), on('2025-01-01')];
    expect(inOrderOfDays([b, a, none, c, unsure, early]).map(({ id }) => id)).toEqual([a.id, b.id, c.id, early.id, unsure.id, none.id]);
  });

  it('keeps what was typed even when it is no day, and says that it has none', () => {
    const read = logEntryOf(on('31.4.2026'));
    expect(read?.day).toBe('31.4.2026');
    expect(read && dayOfEntry(read)).toBeNull();
  });

  it('is blank only when nothing was said and nothing added', () => {
    const blank = (rest: Record<string, unknown>, text = '', files: { place: number; kind: string }[] = []) => {
      const read = logEntryOf(entry({ log: rest }, { text }, files));
      return read && isBlankEntry(read);
    };
    expect([blank({ day: '2026-11-28', written: 'x' }), blank({ where: 'kitchen' }), blank({}, 'words'), blank({}, '', [{ place: 0, kind: 'picture' }])]).toEqual([true, false, false, false]);
  });

  it('is searched in all its words', () => {
    const read = logEntryOf(entry({ log: { where: 'kitchen', who: 'Ala', hurt: 'arm', refs: 'CR1', felt: 'fear', about: 'spring' } }, { text: 'shouting' }));
    expect(read && wordsOf(read)).toBe('shouting spring kitchen Ala arm CR1 fear');
  });

  it('is restored from anything at all without a crash', () => {
    fc.assert(fc.property(fc.array(fc.anything()), (all) => {
      expect(inOrderOfDays(all.map((log) => entry({ log })))).toHaveLength(all.length);
    }));
  });
});

describe('what somebody takes out', () => {
  const all = [
    entry({ step: { of: 'pets' } }), entry({ step: { of: 'docs' } }), entry({ person: {} }), entry({ code: {} }), entry({ log: { day: '2026-11-20' } }), entry({ log: { day: '2025-11-20' } }),
    entry({ log: { unsure: true, day: '2020-01-01' } }), entry({}, { text: 'note' }), entry({ request: {} }, { text: 'request' }),
  ];

  it('is only the parts that were picked', () => {
    expect(all.map(partOf)).toEqual(['steps', 'bag', 'people', 'people', 'log', 'log', 'log', 'notes', 'notes']);
    for (const part of parts) expect(selected(all, [part], null).map(partOf)).toEqual(all.map(partOf).filter((one) => one === part));
    expect(selected(all, [], null)).toEqual([]);
    expect([entry({ step: { of: 'bag', draft: true } }, { text: 'x' }), entry({ step: 'damaged' }, { text: 'x' })].map(partOf)).toEqual(['bag', 'steps']);
  });

  it('of what happened is only the last while, with whatever has no day', () => {
    expect(selected(all, ['log'], '2026-11-01').map(({ rest }) => (rest['log'] as { day: string }).day)).toEqual(['2026-11-20', '2020-01-01']);
    expect(selected(all, ['notes'], '2026-11-01')).toHaveLength(2);
  });
});
