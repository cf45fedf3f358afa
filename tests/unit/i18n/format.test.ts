import { beforeAll, describe, expect, it } from 'vitest';
import { formatClock, formatDate, formatDay, formatList, isolate, isolateWords, londonTime } from '#i18n/format';
import { findLanguage, isDraft, languageOf, languages, sourceLanguage } from '#i18n/languages';
import { hasText, loadText, textOf } from '#i18n/text';

beforeAll(async () => {
  for (const { code } of languages) await loadText(code, ['terms']);
});

describe('dates and times in words', () => {
  it('says a day, a month or a year, as much as is known', () => {
    const t = textOf('en', 'terms');
    expect(['2026-11-22', '2026-11', '2026', '2026-01-05'].map((date) => formatDate(t, date))).toEqual(['22 November 2026', 'November 2026', '2026', '5 January 2026']);
  });

  it('writes times as the language does', () => {
    expect(['09:00', '09:30', '12:00', '00:00', '24:00', '21:15'].map((time) => formatClock('en', time))).toEqual(['9am', '9:30am', '12pm', '12am', '12am', '9:15pm']);
    expect(['09:00', '00:00', '24:00', '21:15'].map((time) => formatClock('pl', time))).toEqual(['9:00', '0:00', '0:00', '21:15']);
  });

  it('joins a list', () => {
    const t = textOf('en', 'terms');
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => formatList(t, items))).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });

  it.each(languages.map(({ code }) => code))('has a word for every day and month in "%s", and Western digits', (code) => {
    const t = textOf(code, 'terms');
    const days = (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((day) => formatDay(t, day));
    const dates = Array.from({ length: 12 }, (_, month) => formatDate(t, `2026-${String(month + 1).padStart(2, '0')}-09`));
    expect(new Set(days).size).toBe(7);
    expect(new Set(dates).size).toBe(12);
    for (const date of dates) expect(date).toMatch(/9.*2026|2026.*9/);
  });

  it('tells the time in London, summer and winter', () => {
    expect([londonTime(new Date('2026-07-01T12:00:00Z')), londonTime(new Date('2026-12-01T00:05:00Z'))]).toEqual(['13:00', '00:05']);
  });

  it('wraps a number so that it keeps its own direction', () => {
    expect(isolate('999')).toBe('\u2066999\u2069');
  });

  it('wraps words so that they run as their first letter does', () => {
    expect(isolateWords('9 کروڑ سال')).toBe('\u20689 کروڑ سال\u2069');
  });
});

describe('the languages', () => {
  it('are known by their code, and by no other word', () => {
    expect(findLanguage('ur')?.dir).toBe('rtl');
    expect([findLanguage('xx'), findLanguage(''), findLanguage(undefined), findLanguage('__proto__')]).toEqual([null, null, null, null]);
    expect(languageOf('pl').name).toBe('Polski');
  });

  it('say honestly who has checked them', () => {
    for (const { code, review, checkedBy } of languages) {
      expect(isDraft(code)).toBe(review === 'draft');
      expect((review as string) === 'checked').toBe(checkedBy !== null);
    }
    expect(languageOf(sourceLanguage).review).toBe('source');
  });

  it('never fall through to English: a missing word shows as its key', async () => {
    await loadText('pl', ['frame']);
    expect(hasText('pl', ['frame'])).toBe(true);
    expect(textOf('pl', 'about')('title')).toBe('title');
  });

  it('count as their grammar does', async () => {
    await loadText('pl', ['find']);
    const t = textOf('pl', 'find');
    const said = [1, 2, 5, 22].map((count) => t('results.count', { count }).replace(/\d+/, ''));
    expect(new Set(said.slice(0, 3)).size).toBe(3);
    expect(said[3]).toBe(said[1]);
  });
});
