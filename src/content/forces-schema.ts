/**
 * The shape of src/content/forces.json and the one way to read it: every police
 * force somebody may have to ask, with its first page. Runs at build time, so
 * that what a maintainer noted never reaches a browser.
 */
import * as v from 'valibot';

import { checkHoldsForDays } from './checks.ts';
import { homeForce, onlyForces, type Force, type ForceList, type Page } from './force.ts';
import { whyNeverHost } from './never.ts';
import { nationIds, type NationId } from './service.ts';
import { siteName } from './site-name.ts';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty('empty text'));
const url = v.pipe(v.string(), v.url('not a web address'), v.startsWith('https://', 'not https'));
const date = v.pipe(v.string(), v.isoDate('not a date like 2026-11-22'));

const force = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+(?:-[a-z]+)*$/, 'not kebab-case')),
  name: words,
  nation: v.picklist(nationIds, 'unknown nation'),
  scheme: words,
  url,
  /** `low`: the address is in doubt, and the national finder is shown in its place. */
  confidence: v.picklist(['high', 'medium', 'low'], 'unknown confidence'),
  /** For maintainers; never shown. */
  note: v.optional(words),
});

const file = v.strictObject({
  checkedOn: date,
  sources: v.pipe(v.array(v.strictObject({ ref: words, dated: v.nullable(words) })), v.minLength(1, 'no source')),
  finder: url,
  forces: v.array(force),
});

/** The territorial forces of England and Wales: 39 and 4. */
const wanted: Readonly<Record<NationId, number>> = { england: 39, wales: 4, scotland: 1, 'northern-ireland': 1 };

/** Everything wrong with the forces at once. */
export class ForcesError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`forces.json has faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ForcesError';
    this.faults = faults;
  }
}

/**
 * Reads the parsed JSON of forces.json and leaves out what may not be shown.
 * Throws one `ForcesError` with every fault when a force is missing, doubled
 * or leads anywhere but to a police site. `today` decides which check is too old.
 */
export function parseForces(json: unknown, today: Date): ForceList {
  const parsed = v.safeParse(file, json);
  if (!parsed.success) {
    throw new ForcesError(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`));
  }
  const { checkedOn, sources, finder, forces } = parsed.output;
  const faults = [...datesFaults(checkedOn, today), ...placesFaults([finder, ...forces.map((one) => one.url)]), ...countFaults(forces)];
  if (faults.length > 0) {
    throw new ForcesError(faults);
  }
  return {
    checkedOn,
    sources,
    finder: pageOf(finder),
    forces: forces.map(({ id, name, nation, scheme, url: own, confidence }) => ({ id, name, nation, scheme, page: pageOf(confidence === 'low' ? finder : own) })),
  };
}

function pageOf(address: string): Page {
  return { url: address, site: siteName(address) };
}

function datesFaults(checkedOn: string, today: Date): readonly string[] {
  const days = (Date.parse(today.toISOString().slice(0, 10)) - Date.parse(checkedOn)) / 86_400_000;
  if (days < 0) return [`checkedOn ${checkedOn} is in the future`];
  return days > checkHoldsForDays ? [`checkedOn ${checkedOn} is more than ${String(checkHoldsForDays)} days ago: read the addresses again`] : [];
}

function placesFaults(urls: readonly string[]): readonly string[] {
  return urls.flatMap((one) => {
    const { hostname } = new URL(one);
    return /(?:^|\.)police\.uk$/.test(hostname) && whyNeverHost(hostname) === null ? [] : [`${one} is not a page of the police`];
  });
}

function countFaults(forces: readonly Pick<Force, 'id' | 'name' | 'nation'>[]): readonly string[] {
  const twice = (['id', 'name'] as const).flatMap((field) => {
    const all = forces.map((one) => one[field]);
    return all.filter((one, at) => all.indexOf(one) !== at).map((one) => `${one} is there twice`);
  });
  const counts = nationIds.flatMap((nation) => {
    const count = forces.filter((one) => one.nation === nation).length;
    return count === wanted[nation] ? [] : [`${nation} has ${String(count)} forces, not ${String(wanted[nation])}`];
  });
  return [...twice, ...counts, ...[homeForce, ...Object.values(onlyForces)].filter((id) => !forces.some((one) => one.id === id)).map((id) => `${id} is missing`)];
}
