import type { ReactNode } from 'react';
import type { Service } from '#content/service';
import { formatDate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { isStale } from '../model/stale.ts';
import type { ServiceOpening } from '../model/service-opening.ts';
import { OpeningState, WeekWords } from './opening-line.tsx';
import { ServiceName } from './service-name.tsx';
import { Ways } from './ways.tsx';

interface Props {
  readonly service: Service;
  /** What it is and what to expect, in the reader's language. */
  readonly about: string | null;
  /** Whether it can be reached now; null until the time is known. */
  readonly opening: { readonly now: Date; readonly state: ServiceOpening } | null;
  readonly note?: string | null;
  readonly children?: ReactNode;
}

export function ServiceCard({ service, about, opening, note = null, children }: Props): ReactNode {
  const t = useText('terms');
  return (
    <article className="card service" data-service={service.id}>
      <h3>
        <ServiceName service={service} />
      </h3>
      <p className={service.hours.kind === 'weekly' ? 'opening timed' : 'opening'}>
        {service.hours.kind === 'always' ? (
          <span className="state open">{t('hours.openAlways')}</span>
        ) : (
          <>
            {opening && <OpeningState state={opening.state.state} now={opening.now} />}
            {service.hours.kind === 'weekly' && <WeekWords hours={service.hours} />}
            {!opening && service.hours.kind !== 'weekly' && <WeekWords hours={service.hours} />}
          </>
        )}
      </p>
      {about !== null && <p>{about}</p>}
      {note !== null && <p className="check">{note}</p>}
      {service.checkFirst && <p className="check">{t('checkFirst')}</p>}
      {opening && isStale(service.checkedOn, opening.now) && <p className="check">{t('stale')}</p>}
      <Ways service={service} />
      {children}
      <p className="soft">
        {t('checkedOn', { date: formatDate(t, service.checkedOn) })}{' '}
        {service.sourceDated === null ? t('sourceUndated') : t('sourceDated', { date: formatDate(t, service.sourceDated) })}
      </p>
    </article>
  );
}
