/**
 * The ideas a plan is made of, section by section: what each is called in
 * `steps.json`, who near can help with it, and what there is to read. Nothing
 * here is prescribed: an idea is taken, changed or put aside by the person.
 */
import type { GuideId } from './routes.ts';
import type { NeedId, PeopleId } from './service.ts';

/** What may be part of somebody's life, in the order it is asked. */
export const situations = ['together', 'going', 'left', 'children', 'pregnant', 'pets', 'work', 'money', 'visa', 'phone', 'health', 'faith', 'older', 'teen', 'care'] as const;
export type Situation = (typeof situations)[number];

/** What there is to read or do elsewhere in the app. */
export type Reading = 'now' | 'device' | 'friends' | 'find' | 'code' | 'bag' | 'log';

export interface Idea {
  /** Services for this need or these people, in the finder. */
  readonly need?: NeedId;
  readonly people?: PeopleId;
  readonly read?: Reading;
  /** Only offered where this is part of life. */
  readonly when?: Situation;
  /** Not offered where this is. */
  readonly notWhen?: Situation;
  /** Names the emergency number, or says what cannot wait: a language nobody has checked yet shows the English under it. */
  readonly isEmergency?: true;
}

const table = {
  now: { signs: {}, room: {}, word: { read: 'code' }, call: { read: 'now' }, phone: {}, outside: { need: 'drop-in' }, hurt: { isEmergency: true }, people: { read: 'find' } },
  friend: {
    listen: {}, ask: {}, word: { read: 'code' }, keep: { read: 'bag' }, place: {}, call: { read: 'now', isEmergency: true }, face: {}, log: { read: 'log' }, police: { read: 'friends' },
    me: { people: 'friends-family' },
  },
  together: { way: {}, keys: {}, neighbour: {}, things: {}, calm: {}, alone: { need: 'talk' } },
  going: { worker: { need: 'local-support' }, where: { need: 'stay' }, bag: { read: 'bag' }, when: {}, children: { need: 'legal', when: 'children' }, travel: {}, home: { need: 'housing' }, know: {} },
  left: { secret: {}, post: {}, ways: {}, locks: { need: 'home-safety' }, order: { need: 'legal' }, write: {}, log: { read: 'log' }, followed: { need: 'stalking' } },
  children: { fault: {}, out: {}, call: { read: 'now', isEmergency: true }, word: { read: 'code' }, school: {}, talk: { need: 'children' }, contact: { need: 'legal' } },
  pregnant: { alone: {}, notes: { read: 'bag' }, hurt: { isEmergency: true }, birth: {}, hospital: { need: 'local-support' } },
  pets: { foster: { need: 'pets' }, friend: {}, proof: {}, pack: { read: 'bag' }, vet: {} },
  work: { tell: {}, desk: {}, way: {}, offer: {}, number: {}, device: { read: 'device' } },
  money: { own: {}, aside: {}, photos: {}, pins: {}, bank: {}, advice: { need: 'money' }, fund: { need: 'local-support' } },
  visa: { advice: { need: 'immigration' }, photos: {}, account: {}, funds: { need: 'immigration' }, police: { people: 'migrants', isEmergency: true }, interpreter: {} },
  phone: { shows: { read: 'device' }, passwords: {}, place: {}, signed: {}, second: {}, tags: {}, images: { need: 'images-online' }, save: { read: 'log' } },
  health: { medicine: { read: 'bag' }, aids: {}, carer: { need: 'adult-at-risk' }, doctor: { read: 'log' }, reach: { people: 'disabled' }, mind: { need: 'mental-health' }, alone: {} },
  faith: { trust: {}, line: { need: 'forced-marriage' }, travel: { need: 'forced-marriage' }, copies: {}, leader: {}, sign: { read: 'code' } },
  older: { talk: { people: 'older' }, money: { need: 'money' }, home: { need: 'housing' }, keys: {}, alarm: {}, council: { need: 'adult-at-risk' } },
  teen: { middle: {}, place: {}, adult: {}, line: { people: 'young' }, call: { read: 'now', isEmergency: true }, phone: { read: 'device' }, own: { need: 'talk' } },
  care: { both: {}, other: {}, papers: { read: 'bag' }, council: { need: 'adult-at-risk' }, hurt: { need: 'talk' }, say: {} },
  docs: {
    passport: {}, birth: {}, visa: { when: 'visa' }, bank: {}, benefits: {}, home: { notWhen: 'teen' }, health: {}, court: {}, marriage: { notWhen: 'teen' }, driving: { notWhen: 'teen' }, pet: { when: 'pets' },
  },
  bag: {
    clothes: {}, medicine: {}, money: {}, charger: {}, keys: {}, glasses: {}, numbers: {}, dear: {}, toys: { when: 'children' }, baby: { when: 'pregnant' },
    petThings: { when: 'pets' }, carer: { when: 'care' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Idea>>>>;

type Table = typeof table;
export type SectionId = keyof Table;
/** 'pets.foster': what an idea is called in `steps.json`, and in a plan that took it. */
export type IdeaId = { [S in SectionId]: `${S}.${keyof Table[S] & string}` }[SectionId];

/** The lists of things to have ready. They are ticked like steps and stand on a screen of their own. */
export const bagSections = ['docs', 'bag'] as const satisfies readonly SectionId[];

const sections: Readonly<Record<SectionId, Readonly<Record<string, Idea>>>> = table;

export const sectionIds = Object.keys(table) as SectionId[];

export function isSection(value: unknown): value is SectionId {
  return typeof value === 'string' && Object.hasOwn(table, value);
}

/** What there is to read beside each section. A guide shows the ideas of its sections to whoever has no plan. */
export const guideBeside: Readonly<Record<SectionId, GuideId>> = {
  now: 'home', friend: 'friend', together: 'home', going: 'moving', left: 'moving', children: 'children', pregnant: 'children', pets: 'pets', work: 'money', money: 'money',
  visa: 'visa', phone: 'phone', health: 'health', faith: 'family', older: 'health', teen: 'young', care: 'health', docs: 'bag', bag: 'bag',
};

/** The ideas of a section in their order. */
export function ideasOf(section: SectionId): readonly IdeaId[] {
  return Object.keys(sections[section]).map((name) => `${section}.${name}` as IdeaId);
}

const all: ReadonlyMap<string, Idea> = new Map(sectionIds.flatMap((section) => Object.entries(sections[section]).map(([name, idea]) => [`${section}.${name}`, idea] as const)));

export function isIdea(value: unknown): value is IdeaId {
  return typeof value === 'string' && all.has(value);
}

export function ideaOf(id: IdeaId): Idea {
  return all.get(id) ?? {};
}
