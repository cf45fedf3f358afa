import { describe, expect, it } from 'vitest';
import { areaIds, needIds, peopleIds, type Contact, type Hours, type Service } from '#content/service';
import { findServices, namedExactly, noCriteria, servicesOutside, type Criteria } from '#features/find-services/model/filter.ts';
import { serviceOpening } from '#features/find-services/model/service-opening.ts';

const always: Hours = { kind: 'always' };
const unknown: Hours = { kind: 'unknown' };
const office: Hours = { kind: 'weekly', spans: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], open: '09:00', close: '17:00' }] };
const nights: Hours = {
  kind: 'weekly',
  spans: [
    { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], open: '17:00', close: '24:00' },
    { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], open: '00:00', close: '09:00' },
  ],
};

// Numbers from the range Ofcom keeps for drama.
const call = (hours: Hours, role: 'main' | 'out-of-hours' = 'main'): Contact => ({
  way: 'call', number: '+441632960001', display: '01632 960001', hours, role, cost: 'unknown', bill: 'unknown',
});
const chat = (hours: Hours): Contact => ({ way: 'chat', url: 'https://example.org/chat', hours });
const web: Contact = { way: 'web', url: 'https://example.org/' };

function service(id: string, rest: Partial<Service> = {}): Service {
  return {
    id, name: id, operator: id, textKey: id, council: null, kind: 'service', areas: 'all', nations: ['england'], needs: ['talk'], people: ['anyone'],
    languages: [], interpreters: false, contacts: [call(office)], hours: office, checkFirst: false, checkedOn: '2026-11-22', sourceDated: null, ...rest,
  };
}

const sundayNight = new Date('2026-11-22T02:00:00Z');
const mondayNoon = new Date('2026-11-23T12:00:00Z');
const christmas = new Date('2026-12-25T12:00:00Z');

const directory: readonly Service[] = [
  service('victim-support-24', { contacts: [call(always)], hours: always, people: ['anyone', 'friends-family'], interpreters: true }),
  service('ndah', { contacts: [call(always), chat({ kind: 'see-page' })], hours: always, people: ['women', 'friends-family'] }),
  service('mens-line', { people: ['men'] }),
  service('lgbt-line', { people: ['lgbt'] }),
  service('kent-wide', { areas: areaIds, needs: ['local-support'] }),
  service('maidstone-shop', { areas: ['maidstone'], needs: ['drop-in', 'housing'], contacts: [web], hours: unknown }),
  service('thanet-shop', { areas: ['thanet'], needs: ['drop-in'] }),
  service('maidstone-women', { areas: ['maidstone', 'swale'], people: ['women', 'young'], languages: ['pl', 'zh-Hans'] }),
  service('council-nights', { areas: ['maidstone'], needs: ['housing'], contacts: [call(office), call(nights, 'out-of-hours')] }),
  service('own-behaviour', { needs: ['own-behaviour'], contacts: [call(always)], hours: always }),
  service('scotland-line', { nations: ['scotland'], contacts: [call(always)], hours: always }),
  service('everywhere', { nations: ['england', 'wales', 'scotland', 'northern-ireland'], contacts: [call(always)], hours: always, needs: ['police'] }),
];
const ids = (criteria: Partial<Criteria>, now = mondayNoon): readonly string[] =>
  findServices(directory, { ...noCriteria, ...criteria }, now).map((found) => found.service.id);

describe('finding by area', () => {
  it('shows local, Kent-wide and national services, and never another district’s', () => {
    expect(ids({ area: 'maidstone' })).toEqual([
      'maidstone-shop', 'maidstone-women', 'council-nights', 'victim-support-24', 'ndah', 'kent-wide', 'mens-line', 'lgbt-line', 'everywhere',
    ]);
    for (const area of areaIds) {
      for (const { service: one } of findServices(directory, { ...noCriteria, area }, mondayNoon)) {
        expect(one.areas === 'all' || one.areas.includes(area)).toBe(true);
      }
    }
  });

  it('shows every district while none is chosen, with the 24-hour lines first', () => {
    expect(ids({}).slice(0, 2)).toEqual(['victim-support-24', 'ndah']);
    expect(ids({})).toContain('thanet-shop');
    expect(ids({})).toContain('maidstone-shop');
  });

  it('shows no service of another nation alone', () => {
    expect(ids({})).not.toContain('scotland-line');
  });

  it('says how far each one reaches', () => {
    const reach = new Map(findServices(directory, noCriteria, mondayNoon).map((found) => [found.service.id, found.reach]));
    expect([reach.get('maidstone-shop'), reach.get('kent-wide'), reach.get('ndah')]).toEqual(['local', 'county', 'nation']);
  });
});

describe('finding by need, person and way', () => {
  it('takes any need chosen, and every kind of wish together', () => {
    expect(ids({ needs: ['housing', 'police'] })).toEqual(['everywhere', 'maidstone-shop', 'council-nights']);
    expect(ids({ needs: ['housing'], ways: ['web'] })).toEqual(['maidstone-shop']);
    expect(ids({ needs: ['pets'] })).toEqual([]);
  });

  it('shows a man the services for men first, then those for anyone, and none only for women', () => {
    const found = ids({ people: ['men'] });
    expect(found[0]).toBe('mens-line');
    expect(found).toContain('victim-support-24');
    expect(found).not.toContain('ndah');
    expect(found).not.toContain('maidstone-women');
    expect(found).not.toContain('lgbt-line');
  });

  it('shows a young man nothing that is only for women, even if it is for young ones', () => {
    expect(ids({ people: ['men', 'young'] })).not.toContain('maidstone-women');
    expect(ids({ people: ['young'] })[0]).toBe('maidstone-women');
    expect(ids({ people: ['women', 'men'] })).toEqual(expect.arrayContaining(['maidstone-women', 'mens-line', 'ndah']));
    expect(ids({ people: ['women'] })).not.toContain('mens-line');
  });

  it('keeps lines about one’s own behaviour out of every list but their own', () => {
    for (const need of needIds) {
      if (need !== 'own-behaviour') expect(ids({ needs: [need] })).not.toContain('own-behaviour');
    }
    for (const person of peopleIds) expect(ids({ people: [person] })).not.toContain('own-behaviour');
    expect(ids({ openNow: true })).not.toContain('own-behaviour');
    expect(ids({ ids: ['own-behaviour', 'ndah'] })).toEqual(['ndah']);
    expect(ids({ needs: ['own-behaviour'] })).toEqual(['own-behaviour']);
    expect(ids({ ids: ['own-behaviour'], named: ['own-behaviour'] })).toEqual(['own-behaviour']);
  });

  it('knows when a whole name was typed', () => {
    const names = [{ id: 'a', name: 'Café René Line' }, { id: 'b', name: 'Line' }, { id: 'c', name: '' }];
    expect(namedExactly(names, 'cafe rene-line ')).toEqual(['a']);
    expect(namedExactly(names, 'lin')).toEqual([]);
    expect(namedExactly(names, '!')).toEqual([]);
  });
});

describe('finding by language', () => {
  it('shows those that say they work in it, then those with interpreters', () => {
    expect(ids({ languages: ['pl'] })).toEqual(['maidstone-women', 'victim-support-24']);
    expect(ids({ languages: ['zh'] })[0]).toBe('maidstone-women');
    expect(ids({ languages: ['ur'] })).toEqual(['victim-support-24']);
    const found = findServices(directory, { ...noCriteria, languages: ['pl'] }, mondayNoon);
    expect(found.map(({ language }) => language)).toEqual(['stated', 'interpreters']);
  });

  it('counts English everywhere, and BSL where there is a BSL way in', () => {
    expect(ids({ languages: ['en'] })).toEqual(ids({}));
    const bsl = service('bsl', { contacts: [{ way: 'bsl', url: null, hours: always }] });
    expect(findServices([bsl], { ...noCriteria, languages: ['bfi'] }, mondayNoon)).toHaveLength(1);
  });
});

describe('finding what is open now', () => {
  it('at 2 a.m. on a Sunday keeps the 24-hour lines and the out-of-hours number, and says which number', () => {
    const found = findServices(directory, { ...noCriteria, area: 'maidstone', openNow: true }, sundayNight);
    expect(found.map((one) => one.service.id)).toEqual(['council-nights', 'victim-support-24', 'ndah', 'everywhere']);
    expect(found[0]?.opening).toMatchObject({ state: { state: 'open', until: new Date('2026-11-22T09:00:00Z') }, contact: { role: 'out-of-hours' } });
  });

  it('gives the main number while both could be open', () => {
    const both = service('both', { contacts: [call(always, 'out-of-hours'), call(office)] });
    expect(serviceOpening(both, mondayNoon).contact).toMatchObject({ role: 'main' });
    expect(serviceOpening(both, sundayNight).contact).toMatchObject({ role: 'out-of-hours' });
    expect(serviceOpening(both, christmas)).toMatchObject({ state: { state: 'open' }, contact: { role: 'out-of-hours' } });
  });

  it('never counts unknown hours as open, nor usual hours on a bank holiday', () => {
    expect(ids({ openNow: true })).not.toContain('maidstone-shop');
    expect(ids({ openNow: true })).toContain('kent-wide');
    expect(ids({ openNow: true }, christmas)).not.toContain('kent-wide');
    for (const now of [sundayNight, mondayNoon, christmas]) {
      for (const found of findServices(directory, { ...noCriteria, openNow: true }, now)) expect(found.opening.state.state).toBe('open');
    }
  });

  it('looks only at the ways someone would use', () => {
    expect(ids({ openNow: true, ways: ['call'] }, sundayNight)).toContain('ndah');
    expect(ids({ openNow: true, ways: ['chat'] }, sundayNight)).toEqual([]);
    expect(serviceOpening(service('site', { contacts: [web], hours: always }), sundayNight, ['web'])).toEqual({
      state: { state: 'unknown', reason: 'not-stated' }, contact: null,
    });
  });

  it('names the next to open when all are closed, and says unknown rather than closed when one is unknown', () => {
    const later = service('later', { contacts: [call(office), chat({ kind: 'weekly', spans: [{ days: ['sun'], open: '10:00', close: '12:00' }] })] });
    expect(serviceOpening(later, sundayNight)).toMatchObject({ state: { state: 'closed', opensAt: new Date('2026-11-22T10:00:00Z') }, contact: { way: 'chat' } });
    const unsure = service('unsure', { contacts: [call(office), chat({ kind: 'see-page' })] });
    expect(serviceOpening(unsure, sundayNight).state).toEqual({ state: 'unknown', reason: 'see-page' });
    expect(serviceOpening(service('none', { contacts: [web] }), mondayNoon)).toMatchObject({ state: { state: 'open' }, contact: null });
  });
});

describe('after a search', () => {
  it('keeps the order of the search and still obeys every wish', () => {
    expect(ids({ ids: ['everywhere', 'thanet-shop', 'ndah'] })).toEqual(['everywhere', 'thanet-shop', 'ndah']);
    expect(ids({ ids: ['everywhere', 'thanet-shop', 'ndah'], area: 'maidstone' })).toEqual(['everywhere', 'ndah']);
    expect(ids({ ids: [] })).toEqual([]);
    expect(ids({ ids: ['no-such-service'] })).toEqual([]);
  });
});

describe('outside Kent and Medway', () => {
  it('offers what serves the whole of that nation, and no Kent service', () => {
    const outside = (nation: Parameters<typeof servicesOutside>[1]): readonly string[] => servicesOutside(directory, nation).map(({ id }) => id);
    expect(outside('scotland')).toEqual(['scotland-line', 'everywhere']);
    expect(outside('wales')).toEqual(['everywhere']);
    expect(outside('england')).toEqual(['victim-support-24', 'ndah', 'mens-line', 'lgbt-line', 'everywhere']);
    expect(outside('crown-dependency')).toEqual([]);
  });
});
