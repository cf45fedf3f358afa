/**
 * The door to the whole directory. Pages that only need the emergency lines
 * use helplines.ts, which does not pull this one into their bundle.
 */

import services from 'virtual:services';

import type { Service } from './service.ts';

/** Every service people may see, in its fixed order. Never empty: the build fails on an unreadable directory. */
export function allServices(): readonly Service[] {
  return services;
}

/** The service with this id; null when there is none or it may not be shown. */
export function serviceById(id: string): Service | null {
  return services.find((service) => service.id === id) ?? null;
}
