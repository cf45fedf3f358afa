import { describe, expect, it } from 'vitest';
import { addNote, emptyPlan } from '#features/vault/model/plan.ts';
import { searchNotes } from '#features/vault/model/search.ts';
import { fold } from '#kernel/fold';

const plan = [
  ['Bank', 'Zadzwonić do Łukasza, pożyczka'],
  ['میری بہن', 'پاسپورٹ اور چابی'],
  ['مُحَمَّد', 'كتاب'],
  ['Café', 'Thursday\nafter WORK'],
].reduce((sum, [title = '', text = ''], at) => addNote(sum, `n${at}`, { title, text }, ''), emptyPlan);
const found = (query: string): string[] => searchNotes(plan.notes, query).map(({ id }) => id);

describe('a search in the notes', () => {
  it.each([
    ['without Polish marks', 'zadzwonic lukasza', ['n0']],
    ['with them', 'Zadzwonić Łukasza', ['n0']],
    ['in capitals', 'BANK', ['n0']],
    ['over title and text together', 'bank pozyczka', ['n0']],
    ['in Urdu', 'چابی', ['n1']],
    ['with the letters of an Arabic keyboard', 'ميري بهن', ['n1']],
    ['without vowel signs', 'محمد', ['n2']],
    ['with the other kaf', 'کتاب', ['n2']],
    ['without an accent', 'cafe', ['n3']],
    ['across a line', 'thursday work', ['n3']],
    ['with part of a word', 'thurs', ['n3']],
  ])('finds %s', (_, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('needs every word', () => {
    expect(found('bank thursday')).toEqual([]);
  });

  it('that is empty, or only signs that are not seen, finds everything', () => {
    expect([found('').length, found('  \u200c ').length]).toEqual([4, 4]);
  });

  it('takes no sign for a pattern', () => {
    expect([found('.*'), found('(')]).toEqual([[], []]);
  });

  it('spells every word in one way', () => {
    expect(fold(' É  Ł ')).toBe('e l');
  });
});
