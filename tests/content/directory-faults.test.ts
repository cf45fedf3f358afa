import { describe, expect, test } from 'vitest';

import { faultsOf, type Json, realRecords, withRecord } from './records.ts';

const always = { kind: 'always' };
const weekly = (...spans: Json[]): Json => ({ kind: 'weekly', spans });
const call = (number: string, display: string): Json => ({ way: 'call', number, display, cost: 'free', bill: 'unknown' });
const firstContact = (record: Json): Json => (record.contacts as Json[])[0] as Json;
const addContact = (contact: Json) => (record: Json) => {
  (record.contacts as Json[]).push(contact);
};
const set = (key: string, value: unknown) => (record: Json) => {
  record[key] = value;
};

interface Case {
  readonly title: string;
  readonly id: string;
  readonly change: (record: Json) => void;
  readonly fault: RegExp;
}

const cases: readonly Case[] = [
  { title: 'an area nobody knows', id: 'galop', change: set('areas', ['atlantis']), fault: /areas: unknown area/ },
  { title: 'a need the finder does not have', id: 'galop', change: set('needs', ['luck']), fault: /unknown need "luck"/ },
  { title: 'people the finder does not have', id: 'galop', change: set('people', ['robots']), fault: /unknown people/ },
  { title: 'a nation nobody knows', id: 'galop', change: set('nations', ['kent']), fault: /unknown nation/ },
  { title: 'no need at all', id: 'galop', change: set('needs', []), fault: /no need/ },
  { title: 'an unknown publish state', id: 'galop', change: set('publish', 'maybe'), fault: /unknown publish state/ },
  { title: 'no source', id: 'galop', change: set('sources', []), fault: /no source/ },
  { title: 'a source without a name', id: 'galop', change: set('sources', [{ ref: ' ', dated: null }]), fault: /empty text/ },
  { title: 'no checked date', id: 'galop', change: (record) => { delete record.checkedOn; }, fault: /checkedOn/ },
  { title: 'a checked date in the future', id: 'galop', change: set('checkedOn', '2026-11-23'), fault: /in the future/ },
  { title: 'a checked date older than 400 days', id: 'samaritans', change: set('checkedOn', '2025-10-17'), fault: /more than 400 days ago/ },
  { title: 'a date that is not a date', id: 'galop', change: set('checkedOn', '22 Nov 2026'), fault: /not a date/ },
  { title: 'a source newer than the record says', id: 'galop', change: set('sourceDated', '2020'), fault: /newer than sourceDated/ },
  { title: 'a source dated after the check', id: 'galop', change: set('sources', [{ ref: 'x', dated: '2026-12' }]), fault: /dated after checkedOn/ },
  { title: 'an id that is not kebab-case', id: 'galop', change: set('id', 'Galop_Line'), fault: /not kebab-case/ },
  { title: 'a field the schema does not know, such as a latitude', id: 'ndah', change: set('latitude', 51.2), fault: /latitude/ },
  { title: 'both a name and a name to translate', id: 'galop', change: set('nameKey', true), fault: /either a name or nameKey/ },
  { title: 'a shared council text for two councils', id: 'housing-dover', change: set('areas', ['dover', 'thanet']), fault: /exactly one council area/ },
  { title: 'a number one digit short', id: 'nspcc', change: (r) => Object.assign(firstContact(r), call('+44808800500', '0808 800 500')), fault: /not a telephone number/ },
  { title: 'a number that is not E.164', id: 'nspcc', change: (r) => Object.assign(firstContact(r), { number: '08088005000' }), fault: /not a telephone number/ },
  { title: 'a short code nobody answers', id: '999', change: (r) => Object.assign(firstContact(r), call('998', '998')), fault: /not a telephone number/ },
  { title: 'shown digits that are not the dialled ones', id: 'nspcc', change: (r) => Object.assign(firstContact(r), { display: '0808 800 5001' }), fault: /not those of \+448088005000/ },
  { title: 'a call without cost and bill', id: 'nspcc', change: (r) => { delete firstContact(r).bill; }, fault: /cost and what a bill shows/ },
  { title: 'a call without a number', id: 'nspcc', change: (r) => { delete firstContact(r).number; }, fault: /needs a number and a display/ },
  { title: 'the same number in two records', id: 'childline', change: addContact(call('+448088005000', '0808 800 5000')), fault: /is already written in childline/ },
  { title: 'one number in two groupings', id: 'nspcc', change: addContact(call('+448088005000', '08088 005 000')), fault: /is grouped 08088 005 000 here and 0808 800 5000/ },
  { title: 'a number written beside the one pointed at', id: 'refuge-route-women', change: (r) => Object.assign(firstContact(r), { number: '+448082000247' }), fault: /write it once/ },
  { title: 'a pointer to a record that is not there', id: 'refuge-route-women', change: (r) => Object.assign(firstContact(r), { see: 'nobody' }), fault: /points at no number/ },
  { title: 'a pointer to a number that is hidden', id: 'refuge-route-women', change: (r) => Object.assign(firstContact(r), { see: 'porchlight' }), fault: /points at a number that record hides/ },
  { title: 'a call pointed at a number for texts', id: 'refuge-route-women', change: (r) => Object.assign(firstContact(r), { see: 'shout' }), fault: /no number that can be called/ },
  { title: 'a text pointed at a number for calls', id: 'release-the-pressure', change: (r) => Object.assign(firstContact(r), { see: 'ndah' }), fault: /cannot be texted/ },
  { title: 'a text number offered for calling', id: 'hourglass', change: (r) => { const contacts = r.contacts as Json[]; contacts[1] = call('+447860052906', '07860 052906'); }, fault: /can only be texted/ },
  { title: 'a text short code offered for calling', id: 'shout', change: (r) => { (r.contacts as Json[])[0] = call('85258', '85258'); }, fault: /can only be texted/ },
  { title: 'a text to a landline', id: 'hourglass', change: addContact({ way: 'text', number: '+441233680159', display: '01233 680159', keyword: null, hours: always, mustRegister: false }), fault: /cannot be texted/ },
  { title: 'an out-of-hours number without hours', id: 'fmu', change: (r) => { delete ((r.contacts as Json[])[1] as Json).hours; }, fault: /must state its own hours/ },
  { title: 'a kept number where none is hidden', id: 'nspcc', change: (r) => Object.assign(firstContact(r), { keep: true }), fault: /keep means something only/ },
  { title: 'hours that close before they open', id: 'galop', change: set('hours', weekly({ days: ['mon'], open: '17:00', close: '09:00' })), fault: /close at 09:00 before they open at 17:00/ },
  { title: 'hours of five minutes', id: 'galop', change: set('hours', weekly({ days: ['mon'], open: '09:00', close: '09:05' })), fault: /implausible/ },
  { title: 'hours of a whole day on a day line', id: 'galop', change: set('hours', weekly({ days: ['mon'], open: '00:00', close: '24:00' })), fault: /implausible/ },
  { title: 'hours that overlap', id: 'galop', change: set('hours', weekly({ days: ['mon'], open: '09:00', close: '12:00' }, { days: ['mon'], open: '11:00', close: '14:00' })), fault: /hours on mon overlap/ },
  { title: 'a time that is not one', id: 'galop', change: set('hours', weekly({ days: ['mon'], open: '9am', close: '12:00' })), fault: /not a time/ },
  { title: 'implausible hours on a single contact', id: 'ndah', change: (r) => Object.assign((r.contacts as Json[])[2] as Json, { hours: weekly({ days: ['mon'], open: '18:00', close: '10:00' }) }), fault: /close at 10:00/ },
  { title: 'hours left to a page that is not linked', id: 'nspcc-fgm', change: set('hours', { kind: 'see-page' }), fault: /links to none/ },
  { title: 'a link that is not https', id: 'galop', change: addContact({ way: 'web', url: 'http://www.galop.org.uk' }), fault: /not https/ },
  { title: 'a link to a hijacked address', id: 'emergency-sms', change: addContact({ way: 'web', url: 'https://www.emergencysms.org.uk/register' }), fault: /never-list: reported dead or hijacked/ },
  { title: 'a link to the chat that closed', id: 'womens-aid', change: addContact({ way: 'chat', url: 'https://chat.womensaid.org.uk/', hours: always }), fault: /never-list: the chat closed/ },
  { title: 'the misprinted Live Fear Free number', id: 'live-fear-free', change: addContact(call('+448088010100', '0808 80 10 100')), fault: /never-list: a misprint/ },
  { title: 'the retired mental health number', id: 'nhs-111-2', change: addContact(call('+443002220123', '0300 222 0123')), fault: /never-list: replaced/ },
  { title: 'the old Forced Marriage Unit number', id: 'fmu', change: addContact(call('+442070081500', '020 7008 1500')), fault: /never-list: the old/ },
  { title: 'the helpline number in the wrong grouping', id: 'ndah', change: (r) => Object.assign(firstContact(r), { display: '0808 200 0247' }), fault: /never-list: the operator writes 0808 2000 247/ },
  { title: 'the codeword that has ended', id: 'safe-spaces', change: set('name', 'Ask for ANI'), fault: /says "ask for ani"/ },
  { title: 'a number typed into a maintainers\' note', id: 'galop', change: set('note', 'try 01632 960123 too'), fault: /01632 960123 is typed into a note/ },
  { title: 'a published record with no way in', id: 'galop', change: set('contacts', []), fault: /gives no way to reach it/ },
  { title: 'a contact way nobody knows', id: 'galop', change: addContact({ way: 'pigeon' }), fault: /contacts/ },
  { title: 'an email address that is not one', id: 'galop', change: addContact({ way: 'email', address: 'help at galop' }), fault: /not an email address/ },
];

describe('the build stops and names the record when it finds', () => {
  test.each(cases)('$title', ({ id, change, fault }) => {
    const place = realRecords().findIndex((record) => record.id === id);
    const records = withRecord(id, change);
    const faults = faultsOf(records);
    expect(faults.join('\n')).toMatch(fault);
    // Two records that disagree are both named, whichever of them comes first.
    expect(faults.find((one) => fault.test(one))).toContain(String(records[place]?.id));
  });
});

describe('a refuge record may not give away where it is:', () => {
  const places: readonly { readonly title: string; readonly text: string; readonly fault: RegExp }[] = [
    { title: 'a street with a number', text: 'Ring the bell at 12 Orchard Road', fault: /carries a street/ },
    { title: 'a street alone', text: 'It is on Orchard Lane', fault: /carries a street/ },
    { title: 'a full postcode', text: 'Near ZZ14 1ZZ', fault: /full postcode/ },
    { title: 'a full postcode in small letters without its space', text: 'near zz141zz', fault: /full postcode/ },
    { title: 'coordinates', text: '51.27204, 0.52921', fault: /coordinates/ },
  ];
  const refuges = ['refuge-route-women', 'refuge-route-men', 'ndah', 'oasis', 'look-ahead'];

  test.each(places)('$title', ({ text, fault }) => {
    for (const id of refuges) {
      expect(faultsOf(withRecord(id, set('note', text))).join('\n')).toMatch(new RegExp(`^${id}: .*${fault.source}`, 'm'));
      expect(faultsOf(withRecord(id, set('operator', text))).join('\n')).toMatch(fault);
    }
  });

  test('a link that carries a postcode', () => {
    expect(faultsOf(withRecord('oasis', addContact({ way: 'web', url: 'https://example.org/map?at=ZZ14%201ZZ,ZZ141ZZ' }))).join('\n')).toMatch(/full postcode/);
  });

  test('a visit', () => {
    expect(faultsOf(withRecord('look-ahead', addContact({ way: 'visit', place: null, hours: always }))).join('\n')).toMatch(/must not offer a visit/);
  });

  test('a record is known for a refuge by its name or operator alone', () => {
    const change = (record: Json): void => {
      record.name = 'Orchard women\'s refuge';
      record.note = '3 Orchard Road';
    };
    expect(faultsOf(withRecord('davss', change)).join('\n')).toMatch(/^davss: .*carries a street/m);
  });
});

describe('the whole file', () => {
  test('stops the build when two records have one id', () => {
    const records = realRecords();
    const copy = structuredClone(records.find((record) => record.id === 'opoka')) as Json;
    expect(faultsOf([...records, copy])).toEqual(['opoka: two records have this id']);
  });

  test('stops the build when it is not a list of records, or an empty one', () => {
    expect(faultsOf({})).toEqual(['not a list of records']);
    expect(faultsOf([])).toEqual(['no records']);
    expect(faultsOf([null])[0]).toMatch(/^record 1: /);
  });

  test('lists every fault at once, so that a maintainer mends them in one go', () => {
    const records = withRecord('galop', set('areas', ['atlantis']));
    const other = records.find((record) => record.id === 'samaritans') as Json;
    other.sources = [];
    expect(faultsOf(records).map((fault) => fault.split(':')[0])).toEqual(['galop', 'samaritans']);
  });

  test('is still good 400 days after its check and no longer', () => {
    expect(faultsOf(realRecords(), new Date('2027-12-27T23:59:00Z'))).toEqual([]);
    expect(faultsOf(realRecords(), new Date('2027-12-28T00:01:00Z'))).toHaveLength(93);
  });
});
