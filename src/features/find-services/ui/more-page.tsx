import type { ReactNode } from 'react';
import { allServices } from '#content/directory';
import { useText } from '#i18n/use-text';
import { findServices, noCriteria } from '../model/filter.ts';
import { FoundCard, firstShown } from './results.tsx';
import { useNow } from './use-now.ts';

/**
 * The rest of the list, for readers without script: the finder's own page
 * carries the first part, so that its first response stays small.
 */
export function MorePage(): ReactNode {
  const t = useText('find');
  const now = useNow();
  const rest = findServices(allServices(), noCriteria, now ?? new Date(0)).slice(firstShown);
  return (
    <>
      <h1 tabIndex={-1}>{t('rest.title')}</h1>
      <h2 className="visually-hidden">{t('results.count', { count: rest.length })}</h2>
      {rest.map(({ service, opening }) => (
        <FoundCard key={service.id} service={service} opening={now && { now, state: opening }} />
      ))}
    </>
  );
}
