/** Checks of one contact that need to see the other records or the lists of never.ts. */

import { neverGroupings, neverNumbers, textOnlyNumbers, whyNeverHost } from './never.ts';
import { canBeDialled, canBeTexted, displayMatches } from './phone.ts';
import { mayShow } from './publish.ts';
import type { RawContact, ServiceRecord } from './schema.ts';
import { type RawCall, type RawText, callBehind, textBehind } from './see.ts';

/** Every fault of one record's contacts, withheld ones included, without the record's id. */
export function checkContacts(record: ServiceRecord, records: readonly ServiceRecord[]): readonly string[] {
  const withheld = record.doubtful.flatMap(({ contact }) => (contact === undefined ? [] : [contact]));
  return [
    ...record.contacts.flatMap((contact) => [...checkContact(contact, records), ...checkShown(contact, record, records)]),
    ...withheld.flatMap((contact) => checkContact(contact, records)),
  ];
}

function checkContact(contact: RawContact, records: readonly ServiceRecord[]): readonly string[] {
  if (contact.way === 'call' || contact.way === 'text') {
    return contact.see === undefined ? checkWritten(contact) : checkReference(contact, contact.see, records);
  }
  const url = 'url' in contact ? contact.url : null;
  const why = url === null ? null : whyNeverHost(new URL(url).host);
  return why === null ? [] : [`${url ?? ''} is on the never-list: ${why}`];
}

/** A contact that writes its own number. */
function checkWritten(contact: RawCall | RawText): readonly string[] {
  const { number, display } = contact;
  if (number === undefined || display === undefined) {
    return [`a ${contact.way} needs a number and a display, or a see`];
  }
  const faults: string[] = [];
  if (contact.way === 'call') {
    const textOnly = textOnlyNumbers.find(({ value }) => value === number);
    if (textOnly !== undefined) {
      faults.push(`${display} can only be texted, so it must not be a call: ${textOnly.why}`);
    } else if (!canBeDialled(number)) {
      faults.push(`${number} is not a telephone number of the United Kingdom`);
    }
    if (contact.cost === undefined || contact.bill === undefined) {
      faults.push(`${display} does not say its cost and what a bill shows`);
    }
  } else {
    if (!canBeTexted(number)) {
      faults.push(`${number} cannot be texted`);
    }
    if (contact.hours === undefined || contact.keyword === undefined || contact.mustRegister === undefined) {
      faults.push(`the text ${display} does not say its hours, keyword and registration`);
    }
  }
  if (!displayMatches(number, display)) {
    faults.push(`the digits shown, ${display}, are not those of ${number}`);
  }
  const never = neverNumbers.find(({ value }) => value === number) ?? neverGroupings.find(({ value }) => value === display);
  if (never !== undefined) {
    faults.push(`${display} is on the never-list: ${never.why}`);
  }
  return faults;
}

/** A contact that points at another's number. */
function checkReference(contact: RawCall | RawText, see: string, records: readonly ServiceRecord[]): readonly string[] {
  if (contact.number !== undefined || contact.display !== undefined) {
    return [`writes a number beside see ${see}: write it once`];
  }
  const behind = contact.way === 'call' ? callBehind(see, records) : textBehind(see, records);
  if (behind === null) {
    return [`see ${see} points at no number that can be ${contact.way === 'call' ? 'called' : 'texted'}`];
  }
  if (contact.way === 'call' && (contact.cost !== undefined || contact.bill !== undefined)) {
    return [`says its own cost or bill beside see ${see}: they belong to the number`];
  }
  return contact.way === 'text' && !canBeTexted(behind.contact.number) ? [`see ${see} points at a number that cannot be texted`] : [];
}

/** What only matters for a contact that is not withheld. */
function checkShown(contact: RawContact, record: ServiceRecord, records: readonly ServiceRecord[]): readonly string[] {
  if (contact.way !== 'call' && contact.way !== 'text') {
    return [];
  }
  const faults: string[] = [];
  if (contact.way === 'call') {
    if (contact.keep === true && record.publish !== 'hide-phone') {
      faults.push('keep means something only in a record that hides its telephone numbers');
    }
    if (contact.role === 'out-of-hours' && contact.hours === undefined) {
      faults.push('an out-of-hours number must state its own hours');
    }
  }
  if (contact.see !== undefined && mayShow(contact, record)) {
    const behind = contact.way === 'call' ? callBehind(contact.see, records) : textBehind(contact.see, records);
    if (behind !== null && !mayShow(behind.contact, behind.record)) {
      faults.push(`see ${contact.see} points at a number that record hides`);
    }
  }
  return faults;
}
