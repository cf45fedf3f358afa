import { useDeferredValue, useMemo, useState } from 'react';
import { areaName } from '#content/area-names';
import { allServices } from '#content/directory';
import type { AreaId, Service } from '#content/service';
import type { LanguageCode } from '#i18n/languages';
import { textOf } from '#i18n/text';
import { lookUpArea, type AreaAnswer, type AreaOrOutside, type Elsewhere } from '../model/area-lookup.ts';
import { findServices, namedExactly, noCriteria, servicesOutside, type Criteria, type FoundService } from '../model/filter.ts';
import { buildIndex, search, type SearchIndex } from '../model/search.ts';
import { serviceOpening } from '../model/service-opening.ts';
import { councilOf } from './service-name.tsx';
import { aboutText, nameText } from './service-text.ts';

/** What a person may choose, apart from the words they type. */
export type Choices = Pick<Criteria, 'needs' | 'people' | 'ways' | 'languages' | 'openNow'>;

const noChoices: Choices = {
  needs: noCriteria.needs,
  people: noCriteria.people,
  ways: noCriteria.ways,
  languages: noCriteria.languages,
  openNow: false,
};

export interface Finder {
  readonly areaText: string;
  readonly query: string;
  readonly choices: Choices;
  readonly answer: AreaAnswer;
  /** Settled by the text or by the follow-up question. */
  readonly area: AreaId | null;
  /** Outside Kent and Medway: where. Empty when inside or not said. */
  readonly elsewhere: readonly Elsewhere[];
  readonly found: readonly FoundService[];
  readonly setAreaText: (text: string) => void;
  readonly chooseArea: (area: AreaOrOutside) => void;
  readonly setQuery: (text: string) => void;
  readonly setChoices: (choices: Choices) => void;
  readonly reset: () => void;
}

/** Everything the finder knows lives here, in memory, for as long as the screen is open. */
export function useFinder(lang: LanguageCode, now: Date, start: Partial<Choices> = {}): Finder {
  const [areaText, setAreaText] = useState('');
  const [picked, setPicked] = useState<AreaOrOutside | null>(null);
  const [query, setQuery] = useState('');
  const [choices, setChoices] = useState({ ...noChoices, ...start });
  const lateQuery = useDeferredValue(query);
  const services = allServices();

  const answer = useMemo(() => lookUpArea(areaText), [areaText]);
  const area = picked === 'outside' ? null : (picked ?? (answer.kind === 'area' ? answer.area : null));
  const elsewhere = useMemo<readonly Elsewhere[]>(
    () => (picked === 'outside' ? ['england'] : answer.kind === 'elsewhere' ? answer.nations : []),
    [picked, answer],
  );

  const index = useMemo(() => indexOf(services, lang), [services, lang]);
  const names = useMemo(() => services.map((one) => ({ id: one.id, name: displayName(one, lang) })), [services, lang]);
  const found = useMemo(() => {
    const wanted = lateQuery.trim();
    const ids = wanted === '' ? null : search(index, wanted);
    const pool = elsewhere.length === 0 ? services : servicesElsewhere(services, elsewhere);
    if (elsewhere.length > 0 && !elsewhere.includes('england')) {
      // Another nation's own lines first, then those that serve it too: few, so the wishes do not narrow them.
      const ownFirst = [...pool].sort((one, other) => Number(one.nations.includes('england')) - Number(other.nations.includes('england')));
      return ownFirst.map((service): FoundService => ({ service, opening: serviceOpening(service, now), reach: 'nation', language: null }));
    }
    return findServices(pool, { ...choices, area, ids, named: namedExactly(names, wanted) }, now);
  }, [index, names, services, lateQuery, choices, area, elsewhere, now]);

  return {
    areaText,
    query,
    choices,
    answer,
    area,
    elsewhere,
    found,
    setAreaText: (text) => {
      setAreaText(text);
      setPicked(null);
    },
    chooseArea: setPicked,
    setQuery,
    setChoices,
    reset: () => {
      setChoices(noChoices);
      setQuery('');
    },
  };
}

function servicesElsewhere(services: readonly Service[], elsewhere: readonly Elsewhere[]): readonly Service[] {
  const ids = new Set(elsewhere.flatMap((nation) => servicesOutside(services, nation)).map(({ id }) => id));
  return services.filter(({ id }) => ids.has(id));
}

function displayName(service: Service, lang: LanguageCode): string {
  return service.name ?? nameText(lang, service, councilOf(service)) ?? service.operator;
}

/** How much a match counts: the name first, then what it is for, then what is said about it. */
const weights = { name: 8, number: 6, place: 4, need: 4, operator: 3, people: 2, about: 1 } as const;

function indexOf(services: readonly Service[], lang: LanguageCode): SearchIndex {
  const t = textOf(lang, 'find');
  return buildIndex(
    services.map((service) => ({
      id: service.id,
      fields: [
        { text: displayName(service, lang), weight: weights.name },
        { text: service.contacts.flatMap((one) => (one.way === 'call' || one.way === 'text' ? [one.display] : [])).join(' '), weight: weights.number },
        { text: service.areas === 'all' || service.areas.length > 6 ? '' : service.areas.map(areaName).join(' '), weight: weights.place },
        { text: service.needs.map((need) => t(`need.${need}`)).join(' '), weight: weights.need },
        { text: service.operator, weight: weights.operator },
        { text: service.people.map((people) => t(`people.${people}`)).join(' '), weight: weights.people },
        { text: aboutText(lang, service, councilOf(service)) ?? '', weight: weights.about },
      ],
    })),
  );
}
