/** The door to where every shown record comes from, for the about page. */

import sources from 'virtual:sources';

import type { SourceEntry } from './publish.ts';

/** One entry for every service `allServices` gives, in the same order. */
export function allSources(): readonly SourceEntry[] {
  return sources;
}
