/**
 * The address of a refuge is a secret that keeps people alive. A record that
 * has to do with somewhere safe to stay may carry no street, no full postcode
 * and no coordinates, in any field, maintainers' notes included: the file is
 * public even where the page is not.
 */

import type { ServiceRecord } from './schema.ts';

const hintsAtRefuge = /refuge|safe[ -]?(?:house|accommodation|home)|place to stay|women['’]?s aid|sanctuary house/i;
const fullPostcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i;
const coordinates = /-?\d{1,3}\.\d{3,}\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}|\b(?:lat|lng|lon|latitude|longitude)\b/i;
const street =
  /\b\d+[a-z]?,? (?:[A-Z][a-z'’]+ ){1,3}(?:Street|Road|Lane|Avenue|Drive|Close|Way|Place|Terrace|Gardens|Hill|Square|Crescent|Court|Grove|Row|Parade|Walk|Mews|Green)\b|\b(?:[A-Z][a-z'’]+ ){1,3}(?:Street|Road|Lane|Avenue|Terrace|Crescent|Gardens|St|Rd|Ave)\b/;

/** Whether a record has to do with somewhere safe to stay, by what it says of itself or by its name. */
export function isRefugeRecord({ id, kind, needs, name, operator }: ServiceRecord): boolean {
  return kind === 'route' || needs.includes('stay') || hintsAtRefuge.test(`${id} ${name ?? ''} ${operator}`);
}

/** The places a refuge record gives away, as faults without the record's id; empty for other records. */
export function checkPlace(record: ServiceRecord): readonly string[] {
  if (!isRefugeRecord(record)) {
    return [];
  }
  const faults: string[] = [];
  if (record.contacts.some((contact) => contact.way === 'visit')) {
    faults.push('a record about somewhere safe to stay must not offer a visit');
  }
  for (const text of stringsIn(record)) {
    if (fullPostcode.test(text)) {
      faults.push(`a record about somewhere safe to stay carries a full postcode: ${text}`);
    }
    if (coordinates.test(text)) {
      faults.push(`a record about somewhere safe to stay carries coordinates: ${text}`);
    }
    if (street.test(text)) {
      faults.push(`a record about somewhere safe to stay carries a street: ${text}`);
    }
  }
  return faults;
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((inner) => stringsIn(inner)) : [];
}
