/**
 * A telephone number is written once in the whole directory; a second record
 * that uses it points at the first with `see`. This finds what it points at.
 */

import type { RawContact, ServiceRecord } from './schema.ts';

export type RawCall = Extract<RawContact, { way: 'call' }>;
export type RawText = Extract<RawContact, { way: 'text' }>;

/** A contact that writes its own number, and the record it stands in. */
export interface Written<C extends RawCall | RawText> {
  readonly record: ServiceRecord;
  readonly contact: C & { readonly number: string; readonly display: string };
}

function splitReference(see: string): { readonly id: string; readonly role: 'main' | 'out-of-hours' } {
  const [id = '', role] = see.split(':');
  return { id, role: role === 'out-of-hours' ? 'out-of-hours' : 'main' };
}

function writes<C extends RawCall | RawText>(contact: C): contact is C & { number: string; display: string } {
  return contact.number !== undefined && contact.display !== undefined;
}

/**
 * The call that `see` points at: the record's own number of that role, or its
 * only number. Null when there is no such record or it writes no such number.
 */
export function callBehind(see: string, records: readonly ServiceRecord[]): Written<RawCall> | null {
  const { id, role } = splitReference(see);
  const record = records.find((one) => one.id === id);
  if (record === undefined) {
    return null;
  }
  const written = record.contacts.filter((contact) => contact.way === 'call').filter((contact) => writes(contact));
  const contact = written.find((one) => (one.role ?? 'main') === role) ?? (written.length === 1 && !see.includes(':') ? written[0] : undefined);
  return contact === undefined ? null : { record, contact };
}

/**
 * The text that `see` points at, or else the call of that record (999 is both
 * called and texted). Null when there is neither.
 */
export function textBehind(see: string, records: readonly ServiceRecord[]): Written<RawCall | RawText> | null {
  const { id } = splitReference(see);
  const record = records.find((one) => one.id === id);
  const contact = record?.contacts.filter((one) => one.way === 'text').find((one) => writes(one));
  return record === undefined || contact === undefined || !writes(contact) ? callBehind(see, records) : { record, contact };
}
