/**
 * What must never reach a screen, each with its reason and where that was read
 * (Oast's facts, compiled 22 November 2026). A record that uses one of these
 * fails the build, whatever its publish state.
 */

import type { Service } from './service.ts';

export interface Never {
  readonly value: string;
  readonly why: string;
  readonly source: string;
}

/** Hosts nobody is ever sent to; their subdomains too. */
export const neverHosts: readonly Never[] = [
  { value: 'emergencysms.org.uk', why: 'reported dead or hijacked', source: 'September 2026 source, record emergency-sms' },
  { value: 'emergencysms.net', why: 'reported dead or hijacked', source: 'September 2026 source, record emergency-sms' },
  { value: 'chat.womensaid.org.uk', why: 'the chat closed and its address now leads elsewhere', source: 'uk-content.json, reviewed 2026-09-27, record womens-aid' },
];

/** Numbers that are wrong, retired or somebody else's, in E.164. Keyed by digits, so no grouping slips past. */
export const neverNumbers: readonly Never[] = [
  { value: '+448088010100', why: 'a misprint of the Live Fear Free number', source: 'record live-fear-free' },
  { value: '+443002220123', why: 'replaced by the mental health option of the NHS line', source: 'record nhs-111-2' },
  { value: '+442070081500', why: 'the old Forced Marriage Unit number', source: 'record fmu' },
  { value: '+441322291380', why: 'given for Rising Sun by one list, at another domain: not credible', source: 'record rising-sun' },
  { value: '+441622761146', why: 'belonged to a service that no longer exists', source: 'record housing-maidstone' },
  { value: '+448456341212', why: 'the old prefix of Dartford\'s night number', source: 'record housing-dartford' },
  { value: '+441233629911', why: 'an older night number than the council\'s banner gives', source: 'record housing-ashford' },
];

/**
 * Right digits, wrong grouping: the same number, so it cannot stand among the
 * never-numbers, but nobody should see two shapes of one number and doubt both.
 */
export const neverGroupings: readonly Never[] = [
  { value: '0808 200 0247', why: 'the operator writes 0808 2000 247', source: 'record ndah' },
  { value: '0800 599 9247', why: 'the operator writes 0800 5999 247', source: 'record karma-nirvana' },
];

/** Numbers that are read, not answered: to be texted, never dialled. */
export const textOnlyNumbers: readonly Never[] = [
  { value: '+447860052906', why: 'Hourglass reads texts on it', source: 'record hourglass' },
  { value: '85258', why: 'a text short code', source: 'record shout' },
  { value: '60777', why: 'a text short code', source: 'record ncdv' },
];

/** Words that must not be told to anyone as advice. Compared without regard to case. */
export const neverPhrases: readonly Never[] = [
  { value: 'ask for ani', why: 'the codeword scheme ended on 4 November 2024', source: 'pharmaceutical-journal.com/?p=333102' },
];

/** The reason a host is barred, or null when it is not. Subdomains of a barred host are barred. */
export function whyNeverHost(host: string): string | null {
  const bare = host.toLowerCase();
  return neverHosts.find(({ value }) => bare === value || bare.endsWith(`.${value}`))?.why ?? null;
}

/**
 * Every address outside Oast that a published record links to, sorted, each
 * once: the whole allow-list of outbound links that come from the directory.
 */
export function outboundUrls(services: readonly Service[]): readonly string[] {
  const urls = services.flatMap(({ contacts }) => contacts.flatMap((contact) => ('url' in contact && contact.url !== null ? [contact.url] : [])));
  return [...new Set(urls)].sort();
}
