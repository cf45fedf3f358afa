import { openState, type OpenState } from '#content/opening-hours';
import type { Contact, ContactWay, Hours, Service } from '#content/service';

/** Whether a service can be reached now, and by which contact that is so. */
export interface ServiceOpening {
  readonly state: OpenState;
  /** The contact the state speaks of: the one to use now, or the next to open. Null: it is the service's own hours. */
  readonly contact: Contact | null;
}

/** The order in which an open way is offered: a voice first, then what can be read, then a journey. */
const wayOrder: readonly ContactWay[] = ['call', 'chat', 'text', 'bsl', 'visit'];

function hoursOf(contact: Contact): Hours | null {
  return contact.way === 'email' || contact.way === 'web' ? null : contact.hours;
}

function preference(contact: Contact): number {
  const order = wayOrder.indexOf(contact.way) * 2;
  return contact.way === 'call' && contact.role === 'out-of-hours' ? order + 1 : order;
}

function rank(state: OpenState): number {
  if (state.state === 'open') return 0;
  return state.state === 'unknown' ? 1 : 2;
}

function opensAtMs(state: OpenState): number {
  return state.state === 'closed' ? (state.opensAt?.getTime() ?? Infinity) : 0;
}

/**
 * The best answer over the ways someone would use (all of them when none is named): open if
 * any is open, so an out-of-hours number counts and is the contact named; otherwise unknown if
 * any is unknown; otherwise closed until the first to open. A service without any timed contact
 * answers by its own hours, unless certain ways were asked for.
 */
export function serviceOpening(service: Service, now: Date, ways: readonly ContactWay[] = []): ServiceOpening {
  const timed: ServiceOpening[] = [];
  const wanted = service.contacts.filter((contact) => ways.length === 0 || ways.includes(contact.way));
  for (const contact of wanted) {
    const hours = hoursOf(contact);
    if (hours !== null) timed.push({ state: openState(hours, now), contact });
  }
  timed.sort((a, b) => {
    const byState = rank(a.state) - rank(b.state);
    if (byState !== 0) return byState;
    const first = opensAtMs(a.state);
    const second = opensAtMs(b.state);
    if (first !== second) return first < second ? -1 : 1;
    return a.contact === null || b.contact === null ? 0 : preference(a.contact) - preference(b.contact);
  });
  const best = timed[0];
  if (best !== undefined) return best;
  if (ways.length > 0) return { state: { state: 'unknown', reason: 'not-stated' }, contact: null };
  return { state: openState(service.hours, now), contact: null };
}
