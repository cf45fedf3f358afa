import type { AreaId, ContactWay, NationId, NeedId, PeopleId, Service } from '#content/service';
import { foldedText } from './fold.ts';
import { serviceOpening, type ServiceOpening } from './service-opening.ts';

export interface Criteria {
  /** Null: not chosen, so every district's services are shown. */
  readonly area: AreaId | null;
  readonly needs: readonly NeedId[];
  readonly people: readonly PeopleId[];
  readonly ways: readonly ContactWay[];
  /** BCP 47 codes. */
  readonly languages: readonly string[];
  readonly openNow: boolean;
  /** What the search found, best first; null when nothing was typed. */
  readonly ids: readonly string[] | null;
  /** Services whose whole name was typed (see namedExactly): shown even if they are only for one's own behaviour. */
  readonly named: readonly string[];
}

/** Nothing chosen: where the finder starts, and what "clear all" goes back to. */
export const noCriteria: Criteria = {
  area: null, needs: [], people: [], ways: [], languages: [], openNow: false, ids: null, named: [],
};

export interface FoundService {
  readonly service: Service;
  readonly opening: ServiceOpening;
  /** local: some districts only; county: all of Kent, with Medway or without; nation: the whole of the nations named. */
  readonly reach: Reach;
  /** How it meets the language asked for; null when none was. */
  readonly language: 'stated' | 'interpreters' | null;
}
export type Reach = 'local' | 'county' | 'nation';

/** Answered day and night for any kind of domestic abuse: kept near the top (facts.md, national lines). */
const frontDoors: readonly string[] = ['victim-support-24', 'ndah'];
/** Kent County Council's twelve districts; Medway is the thirteenth area and its own council. */
const kentDistricts = 12;

function reachOf(service: Service): Reach {
  if (service.areas === 'all') return 'nation';
  return service.areas.length >= kentDistricts ? 'county' : 'local';
}

function meets<T>(wanted: readonly T[], offered: readonly T[]): boolean {
  return wanted.length === 0 || wanted.some((one) => offered.includes(one));
}

/** For one sex only, by its own words: never offered to someone who chose the other. */
function isOnlyFor(service: Service, sex: 'women' | 'men', other: 'women' | 'men'): boolean {
  return service.people.includes(sex) && !service.people.includes(other) && !service.people.includes('anyone');
}

/** 0: says it is for them; 1: for anyone; null: not for them. */
function peopleTier(service: Service, people: readonly PeopleId[]): 0 | 1 | null {
  if (people.length === 0) return 0;
  if (people.includes('men') && !people.includes('women') && isOnlyFor(service, 'women', 'men')) return null;
  if (people.includes('women') && !people.includes('men') && isOnlyFor(service, 'men', 'women')) return null;
  if (people.some((one) => one !== 'anyone' && service.people.includes(one))) return 0;
  if (service.people.includes('anyone')) return people.includes('anyone') ? 0 : 1;
  return null;
}

function mainSubtag(code: string): string {
  return code.toLowerCase().split('-', 1)[0] ?? '';
}

/** `stated`: it says it works in one of them; `interpreters`: in any, through one. English is every service's. */
function languageMatch(service: Service, languages: readonly string[]): 'stated' | 'interpreters' | null {
  const wanted = languages.map(mainSubtag);
  const offered = ['en', ...service.languages.map(mainSubtag)];
  if (service.contacts.some((contact) => contact.way === 'bsl')) offered.push('bfi');
  if (wanted.some((code) => offered.includes(code))) return 'stated';
  return service.interpreters ? 'interpreters' : null;
}

/** Lines about a person's own behaviour stay out of victims' results: that need, or their name, must be asked for. */
function isAskedFor(service: Service, criteria: Criteria): boolean {
  if (!service.needs.includes('own-behaviour')) return true;
  return criteria.needs.includes('own-behaviour') || criteria.named.includes(service.id);
}

function placeTier(service: Service, reach: Reach, areaChosen: boolean): number {
  const frontDoor = frontDoors.includes(service.id);
  if (!areaChosen) return frontDoor ? 0 : reach === 'local' ? 2 : 1;
  if (reach === 'local') return 0;
  if (frontDoor) return 1;
  return reach === 'county' ? 2 : 3;
}

/**
 * The services that meet every kind of wish (any wish within a kind), best first. After a search
 * the order is the search's; otherwise: made for the people chosen before made for anyone, the
 * language stated before interpreters, then place (with an area: its own, the two 24-hour front
 * doors, all of Kent and Medway, national), then the order given. `openNow` keeps only what is
 * surely open, by any number: unknown never counts. Another district's services are never shown.
 */
export function findServices(services: readonly Service[], criteria: Criteria, now: Date): readonly FoundService[] {
  const rankOf = criteria.ids === null ? null : new Map(criteria.ids.map((id, rank) => [id, rank]));
  const rows: { found: FoundService; key: readonly number[] }[] = [];
  services.forEach((service, order) => {
    const searchRank = rankOf === null ? 0 : rankOf.get(service.id);
    if (searchRank === undefined || !service.nations.includes('england')) return;
    const { area } = criteria;
    if (area !== null && service.areas !== 'all' && !service.areas.includes(area)) return;
    if (!meets(criteria.needs, service.needs) || !isAskedFor(service, criteria)) return;
    if (!meets(criteria.ways, service.contacts.map((contact) => contact.way))) return;
    const people = peopleTier(service, criteria.people);
    if (people === null) return;
    const language = criteria.languages.length === 0 ? null : languageMatch(service, criteria.languages);
    if (criteria.languages.length > 0 && language === null) return;
    const opening = serviceOpening(service, now, criteria.ways);
    if (criteria.openNow && opening.state.state !== 'open') return;
    const reach = reachOf(service);
    rows.push({
      found: { service, opening, reach, language },
      key: [searchRank, people, language === 'interpreters' ? 1 : 0, placeTier(service, reach, area !== null), order],
    });
  });
  return rows.sort((a, b) => compareKeys(a.key, b.key)).map((row) => row.found);
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * For someone outside Kent and Medway: what serves the whole of their nation, in the order
 * given with the front doors first. Never a Kent service, never one about own behaviour.
 * The Crown dependencies have their own services, which we do not hold: nothing is found.
 */
export function servicesOutside(services: readonly Service[], nation: NationId | 'crown-dependency'): readonly Service[] {
  if (nation === 'crown-dependency') return [];
  const found = services.filter(
    (service) => service.areas === 'all' && service.nations.includes(nation) && !service.needs.includes('own-behaviour'),
  );
  return [...found.filter((one) => frontDoors.includes(one.id)), ...found.filter((one) => !frontDoors.includes(one.id))];
}

/** The ids whose whole name is what was typed, forgiving accents, case, hyphens and apostrophes. */
export function namedExactly(names: readonly { readonly id: string; readonly name: string }[], query: string): readonly string[] {
  const wanted = foldedText(query);
  if (wanted === '') return [];
  return names.filter(({ name }) => foldedText(name) === wanted).map(({ id }) => id);
}
