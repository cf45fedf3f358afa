import type { ReactNode } from 'react';
import type { Service } from '#content/service';
import { serviceOpening } from '../model/service-opening.ts';
import { ServiceCard } from './service-card.tsx';
import { useNow } from './use-now.ts';

/** A plain list of services with their hours and traces, for screens that do not search. */
export function ServiceLines({ services }: { readonly services: readonly Service[] }): ReactNode {
  const now = useNow();
  return services.map((service) => (
    <ServiceCard key={service.id} service={service} about={null} opening={now && { now, state: serviceOpening(service, now) }} />
  ));
}
