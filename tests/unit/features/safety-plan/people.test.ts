import { describe, expect, it } from 'vitest';
import { codeWordsIn, contactsIn, dialled, isBlankCode, isBlankContact } from '#features/safety-plan/model/people.ts';
import { entry } from './entries.ts';

describe('a number to call', () => {
  it.each([
    ['01634 000000', '01634000000'], ['+44 (0)1634-000000', '+441634000000'], ['0044 (0) 1634 000000', '00441634000000'], ['(01634) 000000', '01634000000'], ['+44(0)7700 900123', '+447700900123'], ['\u206607700 900123\u2069', '07700900123'], ['۰۷۷۰۰ ۹۰۰۱۲۳', '07700900123'], ['999', '999'],
    ['07700–900123', '07700900123'], ['ask Nan', null], ['12', null], ['', null], ['0'.repeat(16), null], ['07700 900123 or 01634', null], ['tel:07700', null], ['*#06#', null],
  ])('written "%s" is dialled as %s', (typed, number) => {
    expect(dialled(typed)).toBe(number);
  });
});

describe('people and places', () => {
  it('are read from the plan as they were typed', () => {
    expect(contactsIn([entry({ person: { number: 'x 1', place: true } }, { title: 'Nan', text: 'has a key' }), entry({ log: {} })])).toMatchObject([{ isPlace: true, name: 'Nan', number: 'x 1', note: 'has a key' }]);
    expect(contactsIn([entry({ person: 'broken' }, { title: 'Nan' })])).toMatchObject([{ isPlace: false, name: 'Nan', number: '' }]);
  });

  it('are blank only with nothing in them', () => {
    const blank = (rest: Record<string, unknown>, title = '') => contactsIn([entry({ person: rest }, { title })]).map(isBlankContact);
    expect([blank({}), blank({ place: true }), blank({ number: '1' }), blank({}, 'Nan')]).toEqual([[true], [true], [false], [false]]);
  });
});

describe('a code word', () => {
  it('is read with what it means and who knows it', () => {
    expect(codeWordsIn([entry({ code: { knows: 'Ala' } }, { title: 'goldfish', text: 'call' })])).toMatchObject([{ word: 'goldfish', means: 'call', knows: 'Ala' }]);
    expect(codeWordsIn([entry({ code: null })]).map(isBlankCode)).toEqual([true]);
  });
});
