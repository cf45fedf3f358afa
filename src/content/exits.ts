/**
 * Where the exit may lead: ordinary pages that look the same to everyone and
 * say nothing about the person. The first is where it leads unless chosen
 * otherwise (GOV.UK's exit leads to BBC Weather too). `url` is null for the
 * clock, which is our own page and needs no network.
 */
export const exits = [
  { id: 'weather', url: 'https://www.bbc.co.uk/weather' },
  { id: 'metoffice', url: 'https://www.metoffice.gov.uk/' },
  { id: 'sport', url: 'https://www.bbc.co.uk/sport' },
  { id: 'wikipedia', url: 'https://en.wikipedia.org/' },
  { id: 'clock', url: null },
] as const;

export type ExitId = (typeof exits)[number]['id'];

export const defaultExit = exits[0];
