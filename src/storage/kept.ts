/**
 * Everything this app keeps on a device, thing by thing. The type demands a
 * row for each: whoever adds something to keep must say here what it is.
 */
export type KeptThing = 'pages' | 'worker' | 'search' | 'place' | 'choices';

interface Row {
  /** plain: readable by anyone who has the device; never: not kept at all. */
  readonly kept: 'plain' | 'never';
  readonly where: string;
  readonly what: string;
}

export const kept: Readonly<Record<KeptThing, Row>> = {
  pages: { kept: 'plain', where: 'Cache storage, caches named app-…', what: 'The public pages, the same for every visitor.' },
  worker: { kept: 'plain', where: 'Service worker registration for /sw.js', what: 'What answers from the copy; the same for every visitor.' },
  search: { kept: 'never', where: 'memory of the open page', what: 'The words typed into the search box.' },
  place: { kept: 'never', where: 'memory of the open page', what: 'The postcode part or town; of a full postcode only the sector.' },
  choices: { kept: 'never', where: 'memory of the open page', what: 'Language, text size, look, where the exit leads, the shortcut.' },
};
