/**
 * The publishing rules: what of a record may reach a person. Everything starts
 * from what is allowed, so a field nobody thought of stays inside. `doubtful`
 * and `note` are never read here.
 */

import type { Directory, RawContact, ServiceRecord } from './schema.ts';
import { callBehind, textBehind } from './see.ts';
import type { Contact, Hours, Service } from './service.ts';

/** Where one shown record comes from, for the about page. */
export interface SourceEntry {
  readonly id: string;
  readonly name: string | null;
  readonly textKey: string;
  readonly council: Service['council'];
  readonly operator: string;
  readonly checkedOn: string;
  readonly sourceDated: string | null;
  readonly confidence: ServiceRecord['confidence'];
  readonly checkFirst: boolean;
  readonly sources: readonly { readonly ref: string; readonly dated: string | null }[];
}

/** The two lines answered day and night that every list may begin with. */
const frontDoors: readonly string[] = ['victim-support-24', 'ndah'];

/**
 * The records people may see, in their fixed order: emergency services, the
 * front doors answered day and night, local services, England-wide ones, the
 * other nations, and last the services for people who use abuse. Promises that
 * nothing withheld is in it. A record with no way left to reach it is left
 * out: a name without a way in is an empty room.
 */
export function publish(directory: Directory): readonly Service[] {
  return shown(directory).map(({ service }) => service);
}

/** The sources of every record that `publish` shows, in the same order. */
export function publishSources(directory: Directory): readonly SourceEntry[] {
  return shown(directory).map(({ record, service }) => ({
    id: service.id,
    name: service.name,
    textKey: service.textKey,
    council: service.council,
    operator: service.operator,
    checkedOn: service.checkedOn,
    sourceDated: service.sourceDated,
    confidence: record.confidence,
    checkFirst: service.checkFirst,
    sources: record.sources,
  }));
}

function shown({ records }: Directory): readonly { readonly record: ServiceRecord; readonly service: Service }[] {
  return records
    .filter((record) => record.publish !== 'hide' && record.publish !== 'never')
    .map((record) => ({ record, service: toService(record, records) }))
    .filter(({ service }) => service.contacts.length > 0)
    .map((entry, at) => ({ entry, at }))
    .sort((a, b) => rank(a.entry.service) - rank(b.entry.service) || a.at - b.at)
    .map(({ entry }) => entry);
}

function rank(service: Service): number {
  if (service.kind === 'emergency') {
    return 0;
  }
  const door = frontDoors.indexOf(service.id);
  if (door !== -1) {
    return 1 + door / frontDoors.length;
  }
  if (service.needs.includes('own-behaviour')) {
    return 5;
  }
  if (!service.nations.includes('england')) {
    return 4;
  }
  return service.areas === 'all' ? 3 : 2;
}

function toService(record: ServiceRecord, records: readonly ServiceRecord[]): Service {
  const [onlyArea] = record.areas === 'all' ? [] : record.areas;
  return {
    id: record.id,
    name: record.name ?? null,
    textKey: record.textKey ?? record.id,
    council: record.textKey === undefined ? null : (onlyArea ?? null),
    operator: record.operator,
    kind: record.kind,
    areas: record.areas,
    nations: record.nations,
    needs: record.needs,
    people: record.people,
    languages: record.languages,
    interpreters: record.interpreters,
    contacts: record.contacts.filter((contact) => mayShow(contact, record)).map((contact) => toContact(contact, record, records)),
    hours: record.hours,
    checkFirst: record.publish === 'verify-first',
    checkedOn: record.checkedOn,
    sourceDated: record.sourceDated,
  };
}

/** Whether this contact of this record may be shown, by the record's publish state. */
export function mayShow(contact: RawContact, record: ServiceRecord): boolean {
  switch (record.publish) {
    case 'ok':
    case 'verify-first':
      return true;
    case 'url-only':
      return contact.way === 'web';
    case 'hide-phone':
      return contact.way === 'call' ? contact.keep === true : contact.way !== 'text';
    case 'hide':
    case 'never':
      return false;
  }
}

function toContact(contact: RawContact, record: ServiceRecord, records: readonly ServiceRecord[]): Contact {
  if (contact.way === 'call') {
    const written = contact.see === undefined ? { record, contact } : callBehind(contact.see, records);
    const { number, display, cost, bill } = written?.contact ?? {};
    if (written === null || number === undefined || display === undefined || cost === undefined || bill === undefined) {
      throw new Error(`${record.id}: a call without a number passed the checks`);
    }
    const hours: Hours = contact.hours ?? written.contact.hours ?? written.record.hours;
    return { way: 'call', number, display, hours, role: contact.role ?? (contact.see === undefined ? 'main' : (written.contact.role ?? 'main')), cost, bill };
  }
  if (contact.way === 'text') {
    const written = contact.see === undefined ? { record, contact } : textBehind(contact.see, records);
    const { number, display } = written?.contact ?? {};
    if (written === null || number === undefined || display === undefined) {
      throw new Error(`${record.id}: a text without a number passed the checks`);
    }
    const behind = written.contact.way === 'text' ? written.contact : undefined;
    return {
      way: 'text',
      number,
      display,
      keyword: contact.keyword ?? behind?.keyword ?? null,
      hours: contact.hours ?? behind?.hours ?? written.record.hours,
      mustRegister: contact.mustRegister ?? behind?.mustRegister ?? false,
    };
  }
  return contact;
}
