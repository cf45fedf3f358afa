import { describe, expect, test } from 'vitest';

import { neverHosts, neverNumbers, neverPhrases, outboundUrls, textOnlyNumbers } from '#content/never';
import { digitsOf, findNumberInProse } from '#content/phone';
import { publish, publishSources } from '#content/publish';
import { isRefugeRecord } from '#content/refuge-places';
import { areaIds, type Contact, type Service } from '#content/service';

import { faultsOf, realDirectory, realRecords } from './records.ts';

const directory = realDirectory();
const services = publish(directory);
const published = JSON.stringify(services);

const find = (id: string): Service => {
  const service = services.find((one) => one.id === id);
  if (service === undefined) {
    throw new Error(`${id} is not published`);
  }
  return service;
};
const calls = (id: string): readonly string[] => find(id).contacts.flatMap((contact) => (contact.way === 'call' ? [contact.display] : []));
const ways = (id: string): readonly Contact['way'][] => find(id).contacts.map(({ way }) => way);

const ids = `999 999-bsl emergency-sms relay-uk-18000 kent-police-101 victim-support-24 victim-support-kent da-services-website medway-das oasis
rising-sun look-ahead clarion-da davss sateda dads-unlimited-dave safer-scheme oss-maidstone oss-old-1 oss-old-2 oss-old-3 oss-old-4 oss-old-5
oss-old-6 beech-house-sarc ekrcc family-matters refuge-route-women refuge-route-men kent-childrens kent-adults km-social-care-ooh medway-childrens
medway-adults housing-ashford housing-canterbury housing-dartford housing-dover housing-folkestone-hythe housing-gravesham housing-maidstone
housing-sevenoaks housing-swale housing-thanet housing-tonbridge-malling housing-tunbridge-wells housing-medway ndah mens-advice-line
respect-phoneline galop loving-me karma-nirvana fmu sbs rights-of-women rape-crisis stalking-helpline paladin hourglass signhealth-da
stay-safe-east sea-financial-line shelter citizens-advice childline nspcc nspcc-fgm samaritans shout nhs-111-2 revenge-porn-helpline
cyber-helpline dogs-trust-freedom cats-lifeline modern-slavery ncdv flows bright-sky womens-aid live-fear-free sdafmh dsa-ni safe-spaces
ask-for-ani report-fraud crimestoppers opoka release-the-pressure safe-havens kent-cdap ksas porchlight`.split(/\s+/);

/** Found by the fact-finders, and not to be shown: hidden, or with nothing left once the doubtful part is withheld. */
const notShown = ['ask-for-ani', 'clarion-da', 'loving-me', 'oss-old-1', 'oss-old-2', 'oss-old-3', 'oss-old-4', 'oss-old-5', 'oss-old-6', 'stay-safe-east'];

describe('the directory', () => {
  test('passes every check', () => {
    expect(faultsOf(realRecords())).toEqual([]);
  });

  test('accounts for all 93 services that were found', () => {
    expect(ids).toHaveLength(93);
    expect(directory.records.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  test('shows every one of them but those that are hidden, ended or have no safe way in', () => {
    expect(services.map(({ id }) => id).sort()).toEqual(ids.filter((id) => !notShown.includes(id)).sort());
  });

  test('never shows a service without a way to reach it', () => {
    expect(services.filter(({ contacts }) => contacts.length === 0)).toEqual([]);
  });

  test('gives sources and a date for everything it shows, in the same order', () => {
    const sources = publishSources(directory);
    expect(sources.map(({ id }) => id)).toEqual(services.map(({ id }) => id));
    expect(sources.filter((entry) => entry.sources.length === 0 || entry.checkedOn !== '2026-11-22')).toEqual([]);
  });

  test('puts the emergency services first, then the lines that answer day and night, then local before national', () => {
    const order = services.map(({ id }) => id);
    expect(order.slice(0, 6)).toEqual(['999', '999-bsl', 'emergency-sms', 'relay-uk-18000', 'victim-support-24', 'ndah']);
    const scope = services.slice(6, -2).map((service) => (service.areas !== 'all' ? 1 : service.nations.includes('england') ? 2 : 3));
    expect(scope).toEqual([...scope].sort());
    expect(order.slice(-2)).toEqual(['respect-phoneline', 'kent-cdap']);
  });
});

describe('what may be published', () => {
  test('an ok record shows its number, hours and cost', () => {
    expect(find('galop')).toMatchObject({ checkFirst: false, contacts: [{ way: 'call', number: '+448009995428', display: '0800 999 5428', cost: 'free' }, { way: 'email' }, { way: 'web' }] });
  });

  test('a record that needs checking is marked, and shows only what is not in doubt', () => {
    expect(find('victim-support-kent')).toMatchObject({ checkFirst: true, hours: { kind: 'see-page' }, contacts: [{ way: 'web' }] });
    for (const id of ['victim-support-kent', 'davss', 'ekrcc', 'sateda', 'sbs', 'housing-swale', 'housing-tonbridge-malling', 'release-the-pressure']) {
      expect([id, find(id).checkFirst, calls(id)]).toEqual([id, true, []]);
    }
    expect(calls('housing-folkestone-hythe')).toEqual(['01303 853300']);
    expect(directory.records.filter(({ publish: state }) => state === 'verify-first').every(({ id }) => notShown.includes(id) || find(id).checkFirst)).toBe(true);
  });

  test('a web-only record shows its website and nothing else', () => {
    for (const id of ['rising-sun', 'look-ahead', 'signhealth-da', 'opoka', 'kent-cdap']) {
      expect([id, ways(id)]).toEqual([id, ['web']]);
    }
  });

  test('a record with a hidden telephone shows no number', () => {
    for (const id of ['housing-canterbury', 'housing-dover', 'housing-sevenoaks', 'porchlight']) {
      expect([id, ways(id)]).toEqual([id, ['web']]);
    }
  });

  test('Tunbridge Wells shows its night number and hides its day number', () => {
    expect(find('housing-tunbridge-wells').contacts).toMatchObject([{ way: 'call', display: '01892 352777', role: 'out-of-hours' }, { way: 'web' }]);
  });

  test('Gravesham shows its night number and withholds the weak day number', () => {
    expect(calls('housing-gravesham')).toEqual(['01474 564422']);
  });

  test('the Maidstone drop-in links to the council page and prints no day, time or place', () => {
    const drop = find('oss-maidstone');
    expect(drop.areas).toEqual(['maidstone']);
    expect(drop.hours).toEqual({ kind: 'see-page' });
    expect(drop.contacts).toMatchObject([{ way: 'visit', place: null, hours: { kind: 'see-page' } }, { way: 'web' }]);
    expect(published).not.toMatch(/Trinity House|Church Street/);
  });

  test('nothing withheld, hidden or meant for maintainers is anywhere in what is published', () => {
    const withheld = ['01892 570538', '0800 458 2818', '07902 478958', '0808 168 9276', '020 8571 0800', '020 8571 9595', '0800 107 0160', '01795 417485',
      '01303 221888', '01474 337759', '01732 876067', '01732 844522', '01227 781879', '01304 872265', '0800 567 7699', 'fmu@fcdo.gov.uk'];
    for (const secret of withheld) {
      expect(published).not.toContain(secret);
      expect(digitsOf(published.replace(/[^\d"]/g, ''))).not.toContain(`"44${digitsOf(secret).slice(1)}"`);
    }
    for (const { note, doubtful } of directory.records) {
      for (const inner of [note, ...doubtful.flatMap(({ why, detail }) => [why, detail ?? why])]) {
        expect(published).not.toContain(inner);
      }
    }
    for (const { doubtful } of directory.records) {
      for (const { contact } of doubtful) {
        if (contact !== undefined && 'number' in contact && contact.number !== undefined) {
          expect(published).not.toContain(contact.number);
        }
      }
    }
  });

  test('nothing on the never-lists is published', () => {
    for (const { value } of [...neverHosts, ...neverNumbers]) {
      expect(published).not.toContain(value);
    }
    for (const { value } of neverPhrases) {
      expect(published.toLowerCase()).not.toContain(value);
    }
  });

  test('a text number is never a number to call', () => {
    const dialled = services.flatMap(({ contacts }) => contacts.flatMap((contact) => (contact.way === 'call' ? [contact.number] : [])));
    expect(dialled.filter((number) => textOnlyNumbers.some(({ value }) => value === number))).toEqual([]);
    expect(find('emergency-sms').contacts).toEqual([{ way: 'text', number: '999', display: '999', keyword: null, hours: { kind: 'always' }, mustRegister: true }]);
    expect(find('ncdv').contacts[1]).toMatchObject({ way: 'text', number: '60777', keyword: 'NCDV' });
  });

  test('every link out is https and on one sorted list without repeats', () => {
    const urls = outboundUrls(services);
    expect(urls.every((url) => url.startsWith('https://'))).toBe(true);
    expect(urls).toEqual([...new Set(urls)].sort());
    expect(urls).toContain('https://www.gov.uk/find-local-council');
  });
});

describe('numbers people can trust', () => {
  test('Victim Support answers day and night on 0808 168 9111', () => {
    expect(find('victim-support-24').contacts[0]).toMatchObject({ way: 'call', display: '0808 168 9111', hours: { kind: 'always' }, cost: 'free', bill: 'unknown' });
  });

  test('a number shared by two services is the same in both, with each one\'s own hours', () => {
    expect(calls('refuge-route-women')).toEqual(calls('ndah'));
    expect(calls('refuge-route-men')).toEqual(calls('mens-advice-line'));
    expect(calls('medway-adults')).toEqual(calls('medway-childrens'));
    expect(find('medway-adults').contacts[0]).toMatchObject({ hours: { spans: [{ open: '08:30', close: '17:00' }] } });
    expect(find('medway-childrens').contacts[0]).toMatchObject({ hours: find('medway-childrens').hours });
    expect(find('refuge-route-men').contacts[0]).toMatchObject({ hours: find('mens-advice-line').hours, bill: 'left-off' });
  });

  test('only the three operators that say so are said to stay off the bill', () => {
    const off = services.filter(({ contacts }) => contacts.some((contact) => contact.way === 'call' && contact.bill === 'left-off')).map(({ id }) => id);
    expect(off.sort()).toEqual(['live-fear-free', 'mens-advice-line', 'refuge-route-men', 'samaritans']);
  });

  test('numbers beginning 01, 02 and 03 are said to show on the bill', () => {
    const numbers = services.flatMap(({ contacts }) => contacts.flatMap((contact) => (contact.way === 'call' && /^\+44[123]/.test(contact.number) ? [contact] : [])));
    expect(numbers.length).toBeGreaterThan(15);
    expect(numbers.filter(({ bill }) => bill !== 'shows')).toEqual([]);
  });

  test('101 and every line whose hours no good source gives are never said to be open', () => {
    for (const id of ['kent-police-101', 'respect-phoneline', 'shelter', 'nspcc', 'modern-slavery', 'rights-of-women', 'paladin', 'citizens-advice']) {
      const contact = find(id).contacts[0];
      const kind = contact !== undefined && 'hours' in contact ? contact.hours.kind : 'none';
      expect([id, ['unknown', 'see-page'].includes(kind), ['unknown', 'see-page'].includes(find(id).hours.kind)]).toEqual([id, true, true]);
    }
  });

  test('Galop shows the narrow hours and not the older, wider ones', () => {
    expect(find('galop').hours).toMatchObject({ spans: [{ open: '10:00', close: '13:00' }, { open: '14:00', close: '16:00' }] });
  });
});

describe('every part of Kent and Medway', () => {
  test.each(areaIds)('%s has local support, its council\'s housing team and a line that answers day and night', (area) => {
    const here = services.filter(({ areas }) => areas === 'all' || areas.includes(area));
    expect(here.filter(({ areas, needs }) => areas !== 'all' && needs.includes('local-support')).length).toBeGreaterThan(0);
    expect(here.filter(({ council }) => council === area)).toHaveLength(1);
    expect(here.filter(({ kind, contacts }) => kind === 'service' && contacts.some((contact) => contact.way === 'call' && contact.hours.kind === 'always')).map(({ id }) => id)).toContain('victim-support-24');
  });

  test('other nations\' lines are for those nations alone', () => {
    expect(['live-fear-free', 'sdafmh', 'dsa-ni'].map((id) => find(id).nations)).toEqual([['wales'], ['scotland'], ['northern-ireland']]);
  });
});

test('services for people who use abuse stand under that need alone', () => {
  const own = services.filter(({ needs }) => needs.includes('own-behaviour'));
  expect(own.map(({ id, needs }) => [id, needs])).toEqual([['respect-phoneline', ['own-behaviour']], ['kent-cdap', ['own-behaviour']]]);
});

test('records about somewhere safe to stay are known as such and name no place', () => {
  const refuges = directory.records.filter((record) => isRefugeRecord(record)).map(({ id }) => id);
  expect(refuges).toEqual(expect.arrayContaining(['refuge-route-women', 'refuge-route-men', 'ndah', 'oasis', 'look-ahead', 'clarion-da', 'womens-aid']));
});

test('a telephone number in prose is found, and a web address or a year is not', () => {
  expect(findNumberInProse('Ring 0808 168 9111 now')).toBe('0808 168 9111');
  expect(findNumberInProse('Ring 101.')).toBe('101');
  expect(findNumberInProse('contract 23/00074, 2017-24, id 32409156450, ?p=333102, 24/7')).toBeNull();
});
