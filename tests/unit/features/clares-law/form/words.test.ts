import { describe, expect, it } from 'vitest';
import { languages } from '#i18n/languages';
import { loadText } from '#i18n/text';
import { spokenLanguages } from '#content/spoken-languages';
import { fieldIds, fieldOf } from '../../../../../src/features/clares-law/form/model/fields.ts';
import { emptyDate } from '../../../../../src/features/clares-law/form/model/part-date.ts';
import { dateFaultWords, dateWords, optionWords, speakerOf } from '../../../../../src/features/clares-law/form/ui/request-words.ts';
import { today } from './any-draft.ts';

for (const { code } of languages) await loadText(code, ['request', 'terms']);

const faulty = [
  [{ day: 'x' }, 'digits'],
  [{ year: '85' }, '1985'],
  [{ year: '1066' }, '1066'],
  [{ year: '3000' }, '3000'],
  [{ month: '13' }, '13'],
  [{ day: '32', month: '1' }, '32'],
  [{ day: '5', year: '1985' }, '5'],
  [{ day: '29', month: '2', year: '1900' }, 'February 1900 has 28 days. You wrote day 29.'],
] as const;

describe.each(languages.map(({ code }) => code))('the words in "%s"', (code) => {
  const speaker = speakerOf(code);

  it('are there for every choice of every question, each its own', () => {
    for (const id of fieldIds) {
      const words = (fieldOf(id).options ?? []).map((option) => optionWords(speaker.t, id, option));
      expect(words.filter((one) => one.startsWith('option.'))).toEqual([]);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('say of each date that is none what was understood', () => {
    for (const [typed, understood] of faulty) {
      const words = dateFaultWords(speaker, { ...emptyDate, ...typed }, today) ?? '';
      expect(words).not.toMatch(/^(?:fault|$)|\{\{/);
      if (code === 'en' || /^\d+$/.test(understood)) expect(words).toContain(understood);
    }
    expect(dateFaultWords(speaker, { ...emptyDate, day: '৩১', month: '2', year: '۱۹۸۵' }, today)).toContain('28');
    expect(dateFaultWords(speaker, { ...emptyDate, month: '2', year: '1985' }, today)).toBeNull();
  });

  it('write a date as far as it is known', () => {
    const year = { day: null, month: null, year: 1985 };
    expect(dateWords(speaker, year)).toBe('1985');
    for (const date of [{ ...year, month: 3 }, { day: 7, month: 3, year: 1985 }]) expect(dateWords(speaker, date)).toMatch(/1985$/);
    expect(dateWords(speaker, { day: 7, month: 3, year: null })).toContain('7');
    expect(dateWords(speaker, { day: null, month: 3, year: null })).not.toMatch(/\d|\{\{/);
  });
});

describe('the languages to pick from', () => {
  it('are each there once, by their own name and in English', () => {
    for (const part of ['code', 'own', 'english'] as const) expect(new Set(spokenLanguages.map((one) => one[part])).size).toBe(spokenLanguages.length);
    expect(spokenLanguages.filter(({ english }) => /[^\x20-\x7e]/.test(english))).toEqual([]);
  });
});
