/** The door to the few services of the emergency page, apart from the directory so that the page stays small. */

import services from 'virtual:helplines';

import type { Service } from './service.ts';

/** The services of the emergency page, in the order of `helplineIds` in helpline-ids.ts. Each of them is there: the build fails otherwise. */
export function helplines(): readonly Service[] {
  return services;
}

/** The emergency-page service with this id; null when it is not one of them. */
export function helplineById(id: string): Service | null {
  return services.find((service) => service.id === id) ?? null;
}
