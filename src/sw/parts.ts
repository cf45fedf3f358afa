/**
 * Which readers need which files. Everybody needs what comes first and what is
 * common; of what comes second in one language only, a device holds the
 * languages it was used in. Nobody writes those down: they are seen from what is kept.
 */

/** What the worker's list says of a file: see `KeptEntry`. */
export interface Part {
  readonly url: string;
  readonly second?: 1 | string | undefined;
}

function languageOf({ second }: Part): string | null {
  return typeof second === 'string' ? second : null;
}

/** The files somebody needs who reads in these languages. */
export function filesFor<File extends Part>(files: readonly File[], languages: readonly string[]): readonly File[] {
  return files.filter((file) => {
    const lang = languageOf(file);
    return lang === null || languages.includes(lang);
  });
}

/** True for a language the list has files of. Of any other nobody can say that its pages are there. */
export function isOffered(files: readonly Part[], lang: unknown): lang is string {
  return typeof lang === 'string' && files.some((file) => languageOf(file) === lang);
}

/** The languages of which a copy holds anything that comes second. A page keeps its address from one version to the next. */
export function languagesIn(files: readonly Part[], keptAddresses: Iterable<string>): readonly string[] {
  const kept = new Set([...keptAddresses].map((address) => new URL(address).pathname));
  const found = new Set<string>();
  for (const file of files) {
    const lang = languageOf(file);
    if (lang !== null && kept.has(new URL(file.url).pathname)) found.add(lang);
  }
  return [...found];
}
