/**
 * What a service is, once it has passed the schema and the publishing rules:
 * the only shape that reaches a screen. Everything here may be shown to a
 * person; what may not is already gone (see publish.ts).
 */

export const areaIds = [
  'ashford', 'canterbury', 'dartford', 'dover', 'folkestone-hythe', 'gravesham', 'maidstone',
  'medway', 'sevenoaks', 'swale', 'thanet', 'tonbridge-malling', 'tunbridge-wells',
] as const;
export type AreaId = (typeof areaIds)[number];

export const nationIds = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type NationId = (typeof nationIds)[number];

/** What someone may need, in the order the finder offers them. */
export const needIds = [
  'talk', 'local-support', 'stay', 'housing', 'home-safety', 'drop-in', 'police', 'legal', 'money',
  'children', 'sexual-violence', 'stalking', 'forced-marriage', 'images-online', 'immigration',
  'pets', 'mental-health', 'adult-at-risk', 'other-harm', 'own-behaviour',
] as const;
export type NeedId = (typeof needIds)[number];

/** Who a service says it is for. `anyone` is a statement too. */
export const peopleIds = [
  'anyone', 'women', 'men', 'lgbt', 'deaf', 'disabled', 'older', 'young', 'minoritised', 'migrants',
  'friends-family', 'professionals',
] as const;
export type PeopleId = (typeof peopleIds)[number];

export const dayIds = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type DayId = (typeof dayIds)[number];

/** A span on the clock of Europe/London, 'HH:MM' to 'HH:MM' (close after open; '24:00' allowed). */
export interface OpenSpan {
  readonly days: readonly DayId[];
  readonly open: string;
  readonly close: string;
}

/** `see-page`: the operator's own page says; `unknown`: no source says. Neither is ever shown as open. */
export type Hours =
  | { readonly kind: 'always' }
  | { readonly kind: 'weekly'; readonly spans: readonly OpenSpan[] }
  | { readonly kind: 'see-page' }
  | { readonly kind: 'unknown' };

export type CallCost = 'free' | 'local-rate' | 'ordinary' | 'unknown';
/** `left-off` only where the operator itself says so. */
export type BillTrace = 'left-off' | 'shows' | 'unknown';

export type Contact =
  | {
      readonly way: 'call';
      /** 'tel:' target: E.164 ('+448081689111') or a short code ('999'). */
      readonly number: string;
      /** As people know it: '0808 168 9111'. */
      readonly display: string;
      /** When this very number is answered. */
      readonly hours: Hours;
      readonly role: 'main' | 'out-of-hours';
      readonly cost: CallCost;
      readonly bill: BillTrace;
    }
  | { readonly way: 'text'; readonly number: string; readonly display: string; readonly keyword: string | null; readonly hours: Hours; readonly mustRegister: boolean }
  | { readonly way: 'chat'; readonly url: string; readonly hours: Hours }
  | { readonly way: 'bsl'; readonly url: string | null; readonly hours: Hours }
  | { readonly way: 'email'; readonly address: string }
  | { readonly way: 'web'; readonly url: string }
  | { readonly way: 'visit'; readonly place: string | null; readonly hours: Hours };

export type ContactWay = Contact['way'];

export interface Service {
  readonly id: string;
  /** The operator's own name for it, in English; null when the locale files name it in each language. */
  readonly name: string | null;
  /** The entry of locales/<lang>/services.json that describes it; its id unless records share one text. */
  readonly textKey: string;
  /** The council named by {{council}} in a shared text; null where the text names none. */
  readonly council: AreaId | null;
  readonly operator: string;
  readonly kind: 'emergency' | 'service' | 'drop-in' | 'route' | 'statutory';
  /** Districts served, or 'all' for the whole of the nations named. */
  readonly areas: readonly AreaId[] | 'all';
  readonly nations: readonly NationId[];
  readonly needs: readonly NeedId[];
  readonly people: readonly PeopleId[];
  /** BCP 47 codes of the languages it says it works in, English apart ('pl', 'bfi' for BSL). Empty: none stated. */
  readonly languages: readonly string[];
  readonly interpreters: boolean;
  readonly contacts: readonly Contact[];
  readonly hours: Hours;
  /** True: something about it could not be confirmed; shown marked "check before you go". */
  readonly checkFirst: boolean;
  /** The day its sources were last read, 'YYYY-MM-DD'. */
  readonly checkedOn: string;
  /** The newest date a source itself carries ('YYYY', 'YYYY-MM' or 'YYYY-MM-DD'); null: the sources carry none. */
  readonly sourceDated: string | null;
}
