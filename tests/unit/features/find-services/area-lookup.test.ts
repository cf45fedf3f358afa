import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaName, countedOutcodes, sectorShares } from '#content/areas';
import { areaIds } from '#content/service';
import { towns } from '#content/towns';
import { lookUpArea, type AreaAnswer } from '#features/find-services/model/area-lookup.ts';
import { suggestPlaces } from '#features/find-services/model/places.ts';

const bySector = (code: string, trimmed = false): object => ({ by: 'sector', code, trimmed, sectorUnknown: false });
const byOutcode = (code: string): object => ({ by: 'outcode', code, trimmed: false, sectorUnknown: false });

describe('a postcode in the area box', () => {
  it.each(['ME14 1', 'me141', ' me14 1 ', 'ME-14-1', 'Me14\u00a01', 'ＭＥ１４ １', 'ME 14 1', '\u202eME14 1'])('reads %j as the sector ME14 1, in Maidstone', (typed) => {
    expect(lookUpArea(typed)).toEqual({ kind: 'area', area: 'maidstone', others: [], from: bySector('ME14 1') });
  });

  it.each(['ME14 1AB', 'me141ab', 'ME14-1AB', 'ME14 1 AB', 'ME141A', '12 High Street, Maidstone ME14 1AB', 'my postcode is me14 1ab'])(
    'takes only the sector of %j and says so',
    (typed) => {
      const answer = lookUpArea(typed);
      expect(answer).toEqual({ kind: 'area', area: 'maidstone', others: [], from: bySector('ME14 1', true) });
      expect(JSON.stringify(answer)).not.toMatch(/1A/i);
    },
  );

  it('reads an outcode on its own', () => {
    expect(lookUpArea('ct9')).toEqual({ kind: 'area', area: 'thanet', others: [], from: byOutcode('CT9') });
  });

  it('tells ME1 1 from ME11, and reads ME21 as ME2 1 because there is no ME21', () => {
    expect(lookUpArea('ME1 1')).toMatchObject({ kind: 'area', area: 'medway', from: bySector('ME1 1') });
    expect(lookUpArea('ME11')).toMatchObject({ kind: 'area', area: 'swale', from: byOutcode('ME11') });
    expect(lookUpArea('ME21')).toMatchObject({ kind: 'area', area: 'medway', from: bySector('ME2 1') });
    expect(lookUpArea('TN38')).toMatchObject({ kind: 'elsewhere', nations: ['england'] });
    expect(lookUpArea('TN3 8')).toMatchObject({ kind: 'split', from: bySector('TN3 8') });
  });

  it('asks which council where a sector is shared, largest part first', () => {
    const answer = lookUpArea('ME5 9');
    expect(answer).toMatchObject({ kind: 'split', from: bySector('ME5 9') });
    expect(answer.kind === 'split' && answer.choices.map(({ area }) => area)).toEqual(['medway', 'tonbridge-malling', 'maidstone']);
  });

  it('offers "outside Kent" where the border runs through, and never decides that by itself', () => {
    for (const typed of ['TN5', 'TN16', 'DA17 5', 'DA5']) {
      const answer = lookUpArea(typed);
      expect(answer.kind === 'split' && answer.choices.map(({ area }) => area)).toContain('outside');
    }
  });

  it('does not ask for the sake of one home in a hundred, but names the other council', () => {
    expect(lookUpArea('CT7 0')).toEqual({
      kind: 'area', area: 'thanet', others: [{ area: 'canterbury', share: 0.0065 }], from: bySector('CT7 0'),
    });
  });

  it('falls back to the outcode when the sector is not in our counts, and says so', () => {
    expect(lookUpArea('ME14 8')).toEqual({
      kind: 'area', area: 'maidstone', others: [], from: { by: 'outcode', code: 'ME14', trimmed: false, sectorUnknown: true },
    });
    expect(lookUpArea('TN16 3AB')).toMatchObject({ kind: 'split', from: { by: 'outcode', code: 'TN16', trimmed: true, sectorUnknown: true } });
  });

  it('names every council of every sector that was counted', () => {
    for (const outcode of countedOutcodes()) {
      for (const digit of '0123456789') {
        const shares = sectorShares(outcode, digit);
        if (shares === null) continue;
        const answer = lookUpArea(`${outcode} ${digit}`);
        const named = answer.kind === 'split' ? answer.choices.map(({ area }) => area)
          : answer.kind === 'area' ? [answer.area, ...answer.others.map(({ area }) => area)] : [];
        expect(named).toEqual(shares.map(({ area }) => area));
      }
    }
  });

  it.each([
    ['EH1 1AA', ['scotland']], ['G12', ['scotland']], ['CF10 3', ['wales']], ['BT1 5GS', ['northern-ireland']], ['JE2', ['crown-dependency']],
    ['SW1A 1AA', ['england']], ['W1A', ['england']], ['TN6 1', ['england']], ['DA6', ['england']], ['BN1', ['england']],
    ['TD15', ['england', 'scotland']], ['CH5', ['england', 'wales']], ['SY10', ['england', 'wales']], ['HR3', ['england', 'wales']], ['CA6', ['england', 'scotland']],
    ['HP1', ['england']],
  ])('sends %s to %j', (typed, nations) => {
    expect(lookUpArea(typed)).toMatchObject({ kind: 'elsewhere', nations });
  });

  it('keeps nothing of a full postcode elsewhere but its outcode', () => {
    expect(lookUpArea('EH1 1AA')).toEqual({
      kind: 'elsewhere', nations: ['scotland'], from: { by: 'outcode', code: 'EH1', trimmed: true, sectorUnknown: false },
    });
  });

  it.each(['ZZ9 9ZZ', 'ME21 1AA', 'CT98', 'ME0', 'TN60', 'QQ1'])('says there is no such postcode as %s', (typed) => {
    expect(lookUpArea(typed)).toEqual({ kind: 'unknown', reason: 'no-such-postcode', places: [] });
  });

  it('sees the beginning of a postcode, and the places that begin the same', () => {
    expect(lookUpArea('me')).toMatchObject({ kind: 'incomplete', letters: 'ME', places: [{ name: 'Medway' }, { name: 'Medway Towns' }, { name: 'Meopham' }] });
    expect(lookUpArea('M')).toEqual({ kind: 'incomplete', letters: 'M', places: [] });
  });

  it('does not take a road for a postcode', () => {
    expect(lookUpArea('near the M25')).toMatchObject({ kind: 'unknown' });
  });
});

describe('a name in the area box', () => {
  it.each(areaIds.map((area) => [areaName(area), area] as const))('knows the council %s', (name, area) => {
    expect(lookUpArea(name)).toMatchObject({ kind: 'area', area, from: { by: 'name', corrected: false } });
    expect(lookUpArea(`${name.toUpperCase().replace('&', 'and')} council`)).toMatchObject({ kind: 'area', area });
  });

  it.each(towns.map(({ name, area }) => [name, area] as const))('knows %s', (name, area) => {
    const answer = lookUpArea(name);
    const areas = answer.kind === 'area' ? [answer.area] : answer.kind === 'choose' ? answer.places.map((place) => place.area) : [];
    expect(areas).toContain(area);
  });

  it.each([
    ['folkestone and hythe', 'folkestone-hythe'], ['Folkestone-Hythe', 'folkestone-hythe'], ['SHEPWAY', 'folkestone-hythe'],
    ['tonbridge malling', 'tonbridge-malling'], ['royal tunbridge wells', 'tunbridge-wells'], ['hernebay', 'canterbury'], ['Herne-Bay', 'canterbury'],
    ['Saint Margarets at Cliffe', 'dover'], ['St Margaret’s-at-Cliffe', 'dover'], ['Margaté', 'thanet'], ['Maidstone, Kent', 'maidstone'], ['Dover District Council', 'dover'],
  ])('forgives accents, case, hyphens, spaces and "&" in %s', (typed, area) => {
    expect(lookUpArea(typed)).toMatchObject({ kind: 'area', area });
  });

  it.each([
    ['Maidston', 'maidstone', 'Maidstone'], ['Sittingborne', 'swale', 'Sittingbourne'], ['Gilingham', 'medway', 'Gillingham'],
    ['Chatahm', 'medway', 'Chatham'], ['Dartfort', 'dartford', 'Dartford'], ['Fabersham', 'swale', 'Faversham'], ['Hythee', 'folkestone-hythe', 'Hythe'],
  ])('puts one slip right: %s', (typed, area, name) => {
    expect(lookUpArea(typed)).toEqual({ kind: 'area', area, others: [], from: { by: 'name', name, corrected: true } });
  });

  it('forgives no slip in a name of four letters', () => {
    expect(lookUpArea('Dael').kind).toBe('unknown');
  });

  it('asks when a name is shared, or only begun', () => {
    expect(lookUpArea('Minster')).toEqual({ kind: 'choose', places: [{ name: 'Minster', area: 'swale' }, { name: 'Minster', area: 'thanet' }] });
    expect(lookUpArea('Newington').kind).toBe('choose');
    expect(lookUpArea('Sitting')).toEqual({ kind: 'choose', places: [{ name: 'Sittingbourne', area: 'swale' }] });
    expect(lookUpArea('12 High Street, Margate')).toEqual({ kind: 'choose', places: [{ name: 'Margate', area: 'thanet' }] });
  });

  it('knows when the answer is too wide or far away', () => {
    expect(lookUpArea('Kent')).toEqual({ kind: 'unknown', reason: 'too-wide', places: [] });
    expect(lookUpArea('Kent & Medway')).toMatchObject({ reason: 'too-wide' });
    expect(lookUpArea('Scotland')).toMatchObject({ kind: 'elsewhere', nations: ['scotland'] });
    expect(lookUpArea('Isle of Man')).toMatchObject({ kind: 'elsewhere', nations: ['crown-dependency'] });
  });

  it('suggests places while a name is being typed', () => {
    expect(suggestPlaces('sw').map(({ name }) => name)).toEqual(['Swale', 'Swanscombe', 'Swanley']);
    expect(suggestPlaces('folkston')).toMatchObject([{ name: 'Folkestone & Hythe' }, { name: 'Folkestone' }]);
    expect(suggestPlaces('m')).toEqual([]);
    expect(suggestPlaces('s', 3)).toEqual([]);
    expect(suggestPlaces('st', 1)).toHaveLength(1);
  });
});

describe('anything else in the area box', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['10,000 letters', 'a'.repeat(10_000)], ['10,000 digits', '1'.repeat(10_000)], ['10,000 spaces and a word', `${' '.repeat(10_000)}x`],
    ['200 letters and digits', 'A1'.repeat(100)], ['an emoji', '😀'], ['a family', '👨‍👩‍👧‍👦'], ['a script tag', '<script>alert(1)</script>'],
    ['Arabic', 'مدينة دوفر'], ['NULs', '\0\0\0'], ['half a surrogate', '\ud800'], ['a prototype name', '__proto__'], ['constructor', 'constructor'],
    ['a query', "' OR 1=1 --"], ['stacked marks', `e${'\u0301'.repeat(150)}`], ['one expanding letter', 'ﷺ'.repeat(200)],
  ];

  it('says nothing was typed when nothing was', () => {
    expect(lookUpArea('')).toEqual({ kind: 'empty' });
    expect(lookUpArea(' \n\t ')).toEqual({ kind: 'empty' });
  });

  it.each(hostile)('gives a plain answer to %s', (_what, typed) => {
    const answer = lookUpArea(typed);
    expect(answer.kind).toBe('unknown');
    expect(JSON.stringify(answer).length).toBeLessThan(100);
  });

  it('answers in less than 5 ms whatever is typed', () => {
    for (const [, typed] of hostile) lookUpArea(typed);
    for (const [what, typed] of hostile) {
      const times = [0, 1, 2, 3, 4].map(() => {
        const start = performance.now();
        lookUpArea(typed);
        return performance.now() - start;
      });
      expect(Math.min(...times), what).toBeLessThan(5);
    }
  });

  it('answers every text, and never gives back the end of a postcode', () => {
    const kinds: readonly AreaAnswer['kind'][] = ['empty', 'area', 'split', 'choose', 'elsewhere', 'incomplete', 'unknown'];
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => kinds.includes(lookUpArea(typed).kind)), { seed: 1, numRuns: 500 });
    const letter = fc.constantFrom(...'ABDEFGHJLNPQRSTUWXYZ');
    fc.assert(
      fc.property(fc.constantFrom(...countedOutcodes()), fc.integer({ min: 0, max: 9 }), letter, letter, fc.constantFrom(' ', '', '-', '  '), (out, digit, a, b, gap) => {
        const answer = lookUpArea(`${out}${gap}${String(digit)}${a}${b}`);
        if (answer.kind !== 'area' && answer.kind !== 'split') return false;
        const { from } = answer;
        return from.by !== 'name' && from.trimmed && (from.code === `${out} ${String(digit)}` || (from.code === out && from.sectorUnknown));
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});
