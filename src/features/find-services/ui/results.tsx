import { useState, type ReactNode } from 'react';
import { areaName } from '#content/area-names';
import { serviceById } from '#content/directory';
import { pathTo } from '#content/routes';
import { areaIds, type Service } from '#content/service';
import { formatList, isolate } from '#i18n/format';
import { useLanguage, useText } from '#i18n/use-text';
import { InsideLink } from '#ui/inside-link.tsx';
import { serviceOpening } from '../model/service-opening.ts';
import { ServiceCard } from './service-card.tsx';
import { councilOf } from './service-name.tsx';
import { aboutText, noteText } from './service-text.ts';
import type { Finder } from './use-finder.ts';

/** Shown at once; the rest on asking, or on a page of its own without script. Keeps the first response under its budget. */
export const firstShown = 34;

/** Closes every list: answered day and night, and knows what is near. */
const closingService = 'victim-support-24';

export function Results({ finder, now }: { readonly finder: Finder; readonly now: Date | null }): ReactNode {
  const lang = useLanguage();
  const t = useText('find');
  const [all, setAll] = useState(false);
  const { found, choices } = finder;
  const closing = serviceById(closingService);
  const isShown = found.some(({ service }) => service.id === closingService);
  return (
    <section className="results" aria-labelledby="results-count">
      <h2 id="results-count">
        <span role="status">{t('results.count', { count: found.length })}</span>
      </h2>
      {choices.needs.includes('own-behaviour') && <p>{t('ownBehaviour')}</p>}
      {found.length === 0 && (
        <p>
          {t('results.none')} {t('results.noneMore')}
        </p>
      )}
      {found.slice(0, all ? found.length : firstShown).map(({ service, opening }) => (
        <FoundCard key={service.id} service={service} opening={now && { now, state: opening }} />
      ))}
      {!all && found.length > firstShown && (
        <p>
          <InsideLink
            className="button quiet"
            to={pathTo(lang, 'more')}
            onClick={(event) => {
              event.preventDefault();
              setAll(true);
            }}
          >
            {t('results.rest', { count: found.length - firstShown })}
          </InsideLink>
        </p>
      )}
      {closing && (
        <div className="closing">
          <h2>{t('results.closing')}</h2>
          <p>{t('results.closingText')}</p>
          {(found.length > 3 || !isShown) && <FoundCard service={closing} opening={now && { now, state: serviceOpening(closing, now) }} />}
        </div>
      )}
      <p className="soft">{t('bankHolidays')}</p>
    </section>
  );
}

export function FoundCard({ service, opening }: { readonly service: Service; readonly opening: Parameters<typeof ServiceCard>[0]['opening'] }): ReactNode {
  const lang = useLanguage();
  const t = useText('find');
  const terms = useText('terms');
  const council = councilOf(service);
  const people = service.people.includes('anyone') ? [] : service.people.map((one) => t(`people.${one}`));
  const languages = [...service.languages.map((code) => languageName(t, code)), ...(service.interpreters ? [t('language.interpreters')] : [])];
  const local = service.areas !== 'all' && service.areas.length < areaIds.length && service.council === null ? service.areas.map((area) => isolate(areaName(area))) : [];
  return (
    <ServiceCard service={service} about={aboutText(lang, service, council)} note={noteText(lang, service, council)} opening={opening}>
      {(people.length > 0 || local.length > 0 || languages.length > 0) && (
        <ul className="tags soft">
          {people.length > 0 && <li>{t('results.for', { people: formatList(terms, people) })}</li>}
          {local.length > 0 && <li>{t('results.near', { areas: formatList(terms, local) })}</li>}
          {languages.length > 0 && <li>{t('results.languages', { languages: formatList(terms, languages) })}</li>}
        </ul>
      )}
    </ServiceCard>
  );
}

function languageName(t: ReturnType<typeof useText<'find'>>, code: string): string {
  switch (code) {
    case 'pl':
    case 'ur':
    case 'pa':
    case 'cy':
    case 'bfi':
    case 'en':
      return t(`language.${code}`);
    default:
      return code;
  }
}
