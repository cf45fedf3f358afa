/** The door to the police forces of England and Wales, Scotland and Northern Ireland. */

import list from 'virtual:forces';

import { homeForce, type Force, type ForceList } from './force.ts';

/** Every force, by name, as the build checked them: 43 of England and Wales, Police Scotland and the PSNI. */
export function forceList(): ForceList {
  return list;
}

/** The forces of England and Wales but Kent's own, in the order of their names. */
export function otherForces(): readonly Force[] {
  return list.forces.filter(({ id, nation }) => id !== homeForce && (nation === 'england' || nation === 'wales'));
}

/** The force with this id; null when there is none. */
export function forceById(id: string): Force | null {
  return list.forces.find((force) => force.id === id) ?? null;
}

/** Every address outside that the forces lead to, each once: part of the allow-list of outbound links. */
export function forceUrls(): readonly string[] {
  return [...new Set([list.finder, ...list.forces.map(({ page }) => page)].map(({ url }) => url))].sort();
}
