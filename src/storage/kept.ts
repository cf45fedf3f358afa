/**
 * Everything this app keeps on a device, thing by thing. The type demands a
 * row for each: whoever adds something to keep must say here what it is.
 */
export type KeptThing =
  | 'pages' | 'worker' | 'search' | 'place' | 'language' | 'choices' | 'request'
  | 'container' | 'plans' | 'pictures' | 'passphrases' | 'keys' | 'number-of-plans' | 'dates' | 'wrong-tries' | 'backup' | 'handed';

interface Row {
  /** plain: readable by anyone who has the device; sealed: random bytes to whoever has no passphrase; never: not kept at all. */
  readonly kept: 'plain' | 'sealed' | 'never';
  readonly where: string;
  readonly what: string;
}

export const kept: Readonly<Record<KeptThing, Row>> = {
  pages: { kept: 'plain', where: 'Cache storage, caches named app-…', what: 'The public pages: what danger needs in every language, the rest in the languages that were opened. The same for every visitor who opened the same.' },
  worker: { kept: 'plain', where: 'Service worker registration for /sw.js', what: 'What answers from the copy; the same for every visitor.' },
  search: { kept: 'never', where: 'memory of the open page', what: 'The words typed into the search box.' },
  place: { kept: 'never', where: 'memory of the open page', what: 'The postcode part or town; of a full postcode only the sector.' },
  language: { kept: 'never', where: 'the address that was opened', what: 'The language of the screen. The copy of the pages has more of those that were opened.' },
  choices: { kept: 'plain', where: 'File app-choices, of 64 bytes for every visitor', what: 'Only if asked: text size, look, contrast, where the exit leads, the shortcut, after how long notes lock. Otherwise the bytes of a record that was never used.' },
  request: { kept: 'sealed', where: 'memory of the open page; in the plan, in the container, only when asked', what: 'The answers of a request to the police. Gone on leaving and on lock unless they were kept in the plan.' },
  container: { kept: 'plain', where: 'File app-data, or the database of that name where there are no files', what: 'Random bytes of one size, the same for every visitor, whether or not they ever write.' },
  plans: { kept: 'sealed', where: 'In the container', what: 'What a person writes, with every title, date and count of it.' },
  pictures: { kept: 'sealed', where: 'In the container, in an area every visitor has', what: 'Pictures and short recordings a person adds.' },
  passphrases: { kept: 'never', where: 'memory, until the key is made of it', what: 'The words or digits that open a plan.' },
  keys: { kept: 'never', where: 'memory of the worker that holds the storage', what: 'The key of the open plan; it goes with the worker at the lock.' },
  'number-of-plans': { kept: 'never', where: 'nowhere', what: 'Whether there is a plan, and how many: the app itself cannot tell.' },
  dates: { kept: 'never', where: 'nowhere', what: 'When a plan was opened or saved. The device keeps the time the file was last changed; it changes at every save.' },
  'wrong-tries': { kept: 'never', where: 'memory of the open page', what: 'How many wrong passphrases were tried; closing the page forgets it.' },
  backup: { kept: 'never', where: 'a file wherever the person puts it', what: 'An encrypted copy of one plan or of parts of it, made only when asked for.' },
  handed: { kept: 'never', where: 'memory of the open page', what: 'A file from somebody else that is being read. Gone on closing it, on leaving and on lock.' },
};
