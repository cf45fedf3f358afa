export type KeptEntry = {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity?: string;
  /** Not needed in the first minute: fetched once everything else is there. `1`: for every reader; a language: for those who read in it. */
  readonly second?: 1 | string;
};

/** Every cache of ours starts like this: a word that says nothing. */
export const cachePrefix = 'app-';

/**
 * The name of the cache that holds exactly this list of files. Two builds share
 * a name only if every file of both is the same, so a cache never holds a
 * mixture of two versions. 32-bit FNV-1a: names need to differ between one
 * release and the next, not to resist an attacker.
 */
export function cacheNameFor(entries: readonly KeptEntry[]): string {
  const lines = entries.map(({ url, revision }) => `${url} ${revision ?? ''}`).sort();
  let hash = 0x81_1c_9d_c5;
  for (const character of lines.join('\n')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  }
  return cachePrefix + hash.toString(36);
}
