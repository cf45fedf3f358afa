import { assert } from '../kernel/assert.ts';
import type { HelplineId } from './helpline-ids.ts';
import { helplineById } from './helplines.ts';
import type { Contact, Service } from './service.ts';

export interface Line {
  readonly service: Service;
  readonly call: Extract<Contact, { way: 'call' }>;
}

export interface TextLine {
  readonly service: Service;
  readonly text: Extract<Contact, { way: 'text' }>;
}

/** The same of one that can be written to. */
export function textLineOf(id: HelplineId): TextLine {
  const service = helplineById(id);
  const text = service?.contacts.find((contact) => contact.way === 'text');
  assert(service && text, 'a text line of the emergency page is missing');
  return { service, text };
}

/** A service of the emergency page that can be called, with its number. Throws when it has none or is not there, which the build would not let pass for those that are named in the code. */
export function lineOf(id: HelplineId): Line {
  const service = helplineById(id);
  const call = service?.contacts.find((contact) => contact.way === 'call');
  assert(service && call, 'a line of the emergency page is missing');
  return { service, call };
}
