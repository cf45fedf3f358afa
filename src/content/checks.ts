/**
 * Checks of the directory that a schema cannot make: between records, against
 * the never-lists and against today's date. Each fault begins with the id of
 * the record that a maintainer has to open.
 */

import { checkContacts } from './contact-checks.ts';
import { neverPhrases } from './never.ts';
import { digitsOf, findNumberInProse } from './phone.ts';
import { mayShow } from './publish.ts';
import { checkPlace } from './refuge-places.ts';
import type { RawHours, ServiceRecord } from './schema.ts';

/** How long a check of the sources holds. A year and five weeks: a yearly round, with room to be late. */
export const checkHoldsForDays = 400;

/** A service answers in stretches of this length; a longer one is a slip (8 for 20) unless it is a night line. */
const longestDayMinutes = 16 * 60;
const shortestSpanMinutes = 15;
const dayMs = 86_400_000;

/** Every fault between and inside records that have passed the schema; empty when all is well. */
export function checkRecords(records: readonly ServiceRecord[], today: Date): readonly string[] {
  return [
    ...records.flatMap((record) => checkRecord(record, records, today).map((fault) => `${record.id}: ${fault}`)),
    ...checkIds(records),
    ...checkNumbersOnce(records),
  ];
}

function checkRecord(record: ServiceRecord, records: readonly ServiceRecord[], today: Date): readonly string[] {
  return [
    ...checkNaming(record),
    ...checkDates(record, today),
    ...checkAllHours(record),
    ...checkPageForHours(record),
    ...checkContacts(record, records),
    ...checkWords(record),
    ...checkPlace(record),
    ...checkSomethingShown(record),
  ];
}

function checkNaming({ name, nameKey, textKey, areas }: ServiceRecord): readonly string[] {
  const faults: string[] = [];
  if ((name === undefined) === (nameKey === undefined)) {
    faults.push('has either a name or nameKey, and only one of them');
  }
  if (textKey !== undefined && (areas === 'all' || areas.length !== 1)) {
    faults.push('shares a text, so it must name exactly one council area');
  }
  return faults;
}

function checkDates({ checkedOn, sourceDated, sources }: ServiceRecord, today: Date): readonly string[] {
  const faults: string[] = [];
  const age = (Date.parse(today.toISOString().slice(0, 10)) - Date.parse(checkedOn)) / dayMs;
  if (Number.isNaN(age)) {
    return [`checkedOn ${checkedOn} is not a day of the calendar`];
  }
  if (age < 0) {
    faults.push(`checkedOn ${checkedOn} is in the future`);
  }
  if (age > checkHoldsForDays) {
    faults.push(`checkedOn ${checkedOn} is more than ${String(checkHoldsForDays)} days ago: read its sources again`);
  }
  for (const { ref, dated } of sources) {
    if (dated !== null && dated > checkedOn) {
      faults.push(`source ${ref} is dated after checkedOn`);
    }
    if (dated !== null && (sourceDated === null || dated > sourceDated)) {
      faults.push(`source ${ref} is newer than sourceDated`);
    }
  }
  if (sourceDated !== null && sourceDated > checkedOn) {
    faults.push('sourceDated is after checkedOn');
  }
  return faults;
}

function checkAllHours(record: ServiceRecord): readonly string[] {
  const withheld = record.doubtful.flatMap(({ contact }) => (contact === undefined ? [] : [contact]));
  return [
    ...checkHours(record.hours, 'main'),
    ...[...record.contacts, ...withheld].flatMap((contact) =>
      'hours' in contact && contact.hours !== undefined ? checkHours(contact.hours, contact.way === 'call' ? (contact.role ?? 'main') : 'main') : [],
    ),
  ];
}

/** "See their page" needs a page. */
function checkPageForHours({ hours, contacts }: ServiceRecord): readonly string[] {
  const sent = hours.kind === 'see-page' || contacts.some((contact) => 'hours' in contact && contact.hours?.kind === 'see-page');
  return sent && !contacts.some((contact) => 'url' in contact && contact.url !== null) ? ['leaves its hours to a page but links to none'] : [];
}

function checkHours(hours: RawHours, role: 'main' | 'out-of-hours'): readonly string[] {
  if (hours.kind !== 'weekly') {
    return [];
  }
  const faults: string[] = [];
  const taken: { readonly day: string; readonly from: number; readonly to: number }[] = [];
  for (const { days, open, close } of hours.spans) {
    const from = minutesOf(open);
    const to = minutesOf(close);
    if (to <= from) {
      faults.push(`hours close at ${close} before they open at ${open}; split a span at 24:00`);
    } else if (to - from < shortestSpanMinutes || (role === 'main' && to - from > longestDayMinutes)) {
      faults.push(`hours ${open} to ${close} are implausible`);
    }
    for (const day of days) {
      if (taken.some((one) => one.day === day && from < one.to && one.from < to)) {
        faults.push(`hours on ${day} overlap`);
      }
      taken.push({ day, from, to });
    }
  }
  return faults;
}

function minutesOf(clock: string): number {
  const [hour = '0', minute = '0'] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
}

/** Words people or maintainers read: no barred advice, and no number outside a contact. */
function checkWords(record: ServiceRecord): readonly string[] {
  const faults: string[] = [];
  const shown = [record.name ?? '', record.operator, ...record.contacts.map((contact) => JSON.stringify(contact))].join('\n').toLowerCase();
  const barred = record.publish === 'never' ? undefined : neverPhrases.find(({ value }) => shown.includes(value));
  if (barred !== undefined) {
    faults.push(`says "${barred.value}": ${barred.why}`);
  }
  for (const prose of [record.note, ...record.doubtful.flatMap(({ detail, why }) => [detail ?? '', why])]) {
    const number = findNumberInProse(prose);
    if (number !== null) {
      faults.push(`the number ${number} is typed into a note; numbers belong to contacts`);
    }
  }
  return faults;
}

function checkSomethingShown(record: ServiceRecord): readonly string[] {
  const gone = record.publish === 'hide' || record.publish === 'never';
  const reachable = record.contacts.some((contact) => mayShow(contact, record));
  return gone || reachable || record.doubtful.some(({ contact }) => contact !== undefined) ? [] : ['gives no way to reach it and withholds none'];
}

function checkIds(records: readonly ServiceRecord[]): readonly string[] {
  return records.flatMap(({ id }, at) => (records.findIndex((one) => one.id === id) === at ? [] : [`${id}: two records have this id`]));
}

/** A number is written once, so two records can never come to disagree about it. */
function checkNumbersOnce(records: readonly ServiceRecord[]): readonly string[] {
  const faults: string[] = [];
  const first = new Map<string, { readonly id: string; readonly display: string }>();
  for (const { id, contacts, doubtful } of records) {
    const all = [...contacts, ...doubtful.flatMap(({ contact }) => (contact === undefined ? [] : [contact]))];
    for (const contact of all) {
      if ((contact.way !== 'call' && contact.way !== 'text') || contact.display === undefined) {
        continue;
      }
      const digits = digitsOf(contact.display);
      const earlier = first.get(digits);
      if (earlier === undefined) {
        first.set(digits, { id, display: contact.display });
        continue;
      }
      faults.push(`${id}: the number ${contact.display} is already written in ${earlier.id}; point to it with see`);
      if (earlier.display !== contact.display) {
        faults.push(`${id}: the number is grouped ${contact.display} here and ${earlier.display} in ${earlier.id}`);
      }
    }
  }
  return faults;
}
