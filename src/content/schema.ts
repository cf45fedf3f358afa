/**
 * The shape of src/content/services.json and the one way to read it. What a
 * schema cannot see alone (numbers shared between records, refuge addresses,
 * dates against today) is in checks.ts and never.ts; both run here, so nobody
 * can hold a `Directory` that has not passed all of it.
 */

import * as v from 'valibot';

import { checkRecords } from './checks.ts';
import { areaIds, dayIds, nationIds, needIds, peopleIds } from './service.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'not kebab-case'));
const words = v.pipe(v.string(), v.trim(), v.nonEmpty('empty text'));
const clock = v.pipe(v.string(), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not a time from 00:00 to 24:00'));
const fullDate = v.pipe(v.string(), v.isoDate('not a date like 2026-11-22'));
const someDate = v.pipe(v.string(), v.regex(/^20\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'not a date like 2026, 2026-11 or 2026-11-22'));
const url = v.pipe(v.string(), v.url('not a web address'), v.startsWith('https://', 'not https'));
/** `ndah` for the record's main number, `housing-medway:out-of-hours` for its other one. */
const reference = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?::out-of-hours)?$/, 'not a record id'));

const oneOf = <const T extends readonly string[]>(options: T, what: string) =>
  v.picklist(options, (issue) => `unknown ${what} ${issue.received}`);
const some = <const T extends readonly string[]>(options: T, what: string) =>
  v.pipe(v.array(oneOf(options, what)), v.minLength(1, `no ${what}`));

const span = v.strictObject({ days: some(dayIds, 'day'), open: clock, close: clock });
const hours = v.variant('kind', [
  v.strictObject({ kind: v.literal('always') }),
  v.strictObject({ kind: v.literal('weekly'), spans: v.pipe(v.array(span), v.minLength(1, 'no spans')) }),
  v.strictObject({ kind: v.literal('see-page') }),
  v.strictObject({ kind: v.literal('unknown') }),
]);

const contact = v.variant('way', [
  v.strictObject({
    way: v.literal('call'),
    see: v.optional(reference),
    number: v.optional(v.string()),
    display: v.optional(v.string()),
    hours: v.optional(hours),
    role: v.optional(oneOf(['main', 'out-of-hours'], 'role')),
    cost: v.optional(oneOf(['free', 'local-rate', 'ordinary', 'unknown'], 'cost')),
    bill: v.optional(oneOf(['left-off', 'shows', 'unknown'], 'bill')),
    /** The record hides its telephone numbers but its own source says to publish this one. */
    keep: v.optional(v.literal(true)),
  }),
  v.strictObject({
    way: v.literal('text'),
    see: v.optional(reference),
    number: v.optional(v.string()),
    display: v.optional(v.string()),
    keyword: v.optional(v.nullable(v.string())),
    hours: v.optional(hours),
    mustRegister: v.optional(v.boolean()),
  }),
  v.strictObject({ way: v.literal('chat'), url, hours }),
  v.strictObject({ way: v.literal('bsl'), url: v.nullable(url), hours }),
  v.strictObject({ way: v.literal('email'), address: v.pipe(v.string(), v.email('not an email address')) }),
  v.strictObject({ way: v.literal('web'), url }),
  v.strictObject({ way: v.literal('visit'), place: v.nullable(words), hours }),
]);

const doubt = v.strictObject({ contact: v.optional(contact), detail: v.optional(words), why: words });

const record = v.strictObject({
  id,
  /** The proper English name; absent when `nameKey` says the locale files name it. */
  name: v.optional(words),
  nameKey: v.optional(v.literal(true)),
  textKey: v.optional(id),
  operator: words,
  kind: oneOf(['emergency', 'service', 'drop-in', 'route', 'statutory'], 'kind'),
  publish: oneOf(['ok', 'verify-first', 'url-only', 'hide-phone', 'hide', 'never'], 'publish state'),
  confidence: oneOf(['high', 'medium', 'low'], 'confidence'),
  nations: some(nationIds, 'nation'),
  areas: v.union([v.literal('all'), some(areaIds, 'area')], (issue) => `unknown area in ${JSON.stringify(issue.input)}`),
  needs: some(needIds, 'need'),
  people: some(peopleIds, 'people'),
  languages: v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'not a language code'))),
  interpreters: v.boolean(),
  hours,
  contacts: v.array(contact),
  /** What is known of but withheld until someone has checked it. Never read by publish.ts. */
  doubtful: v.array(doubt),
  sources: v.pipe(v.array(v.strictObject({ ref: words, dated: v.nullable(someDate) })), v.minLength(1, 'no source')),
  checkedOn: fullDate,
  sourceDated: v.nullable(someDate),
  /** For maintainers; never shown. */
  note: words,
});

const file = v.pipe(v.array(v.unknown(), 'not a list of records'), v.minLength(1, 'no records'));

export type RawHours = v.InferOutput<typeof hours>;
export type RawContact = v.InferOutput<typeof contact>;
export type ServiceRecord = v.InferOutput<typeof record>;

/** Records that have passed the schema and every cross-check. Made by `parseDirectory` alone. */
export interface Directory {
  readonly records: readonly ServiceRecord[];
}

/** Everything wrong with the directory at once, each fault beginning with the id of its record. */
export class DirectoryError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`services.json has ${String(faults.length)} ${faults.length === 1 ? 'fault' : 'faults'}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'DirectoryError';
    this.faults = faults;
  }
}

/**
 * Reads the parsed JSON of services.json. Promises that what it returns is
 * whole; throws one `DirectoryError` that lists every fault otherwise, so that
 * a build never ships around a bad record. `today` decides which dates are in
 * the future or too old.
 */
export function parseDirectory(json: unknown, today: Date): Directory {
  const listed = v.safeParse(file, json);
  if (!listed.success) {
    throw new DirectoryError(listed.issues.map(({ message }) => message));
  }
  const faults: string[] = [];
  const records: ServiceRecord[] = [];
  listed.output.forEach((raw, at) => {
    const parsed = v.safeParse(record, raw);
    if (parsed.success) {
      records.push(parsed.output);
      return;
    }
    const label = nameOfRaw(raw, at);
    faults.push(...parsed.issues.map((issue) => `${label}: ${v.getDotPath(issue) ?? 'record'}: ${issue.message}`));
  });
  faults.push(...checkRecords(records, today));
  if (faults.length > 0) {
    throw new DirectoryError(faults);
  }
  return { records };
}

function nameOfRaw(raw: unknown, at: number): string {
  const named = v.safeParse(v.object({ id: v.string() }), raw);
  return named.success ? named.output.id : `record ${String(at + 1)}`;
}
