/**
 * The guides as a table: every sentence each of them says and what it rests on,
 * whose help it leads to and what else there is to read. A sentence about law,
 * or about what a service does, names its rule, which carries its sources
 * (src/content/law.ts); `advice` is what people who support others say and
 * states no rule. The ideas are the ones a plan is made of (src/content/ideas.ts).
 */
import type { HelplineId } from '#content/helpline-ids';
import { guideBeside, sectionIds, type SectionId } from '#content/ideas';
import type { LawRuleId } from '#content/law';
import type { GuideId, RouteId } from '#content/routes';
import type { NeedId, PeopleId } from '#content/service';

type Ground = LawRuleId | 'advice';

interface Guide {
  /** Sentences in their order. The pages show advice first and rules after it. */
  readonly points: Readonly<Record<string, Ground>>;
  /** Services for this need or these people, in the finder. */
  readonly needs: readonly NeedId[];
  readonly people?: readonly PeopleId[];
  /** Whom to talk to, of those who answer day and night; the line that knows what is near where none is named. */
  readonly lines?: readonly HelplineId[];
  readonly more: readonly RouteId[];
}

const table = {
  signs: {
    points: { fear: 'advice', check: 'advice', blame: 'advice', love: 'advice', anyone: 'advice', after: 'advice', who: 'definition', what: 'definition', once: 'definition', control: 'control', neck: 'strangulation', children: 'childVictims' },
    needs: ['local-support', 'talk'], more: ['read/home', 'read/law', 'ask'],
  },
  home: {
    points: { know: 'advice', change: 'advice', talk: 'advice', order: 'familyOrders' },
    needs: ['local-support', 'talk'], more: ['now', 'read/phone', 'read/moving'],
  },
  moving: {
    points: { time: 'advice', secret: 'refuge', call: 'refuge', full: 'refuge', boys: 'refugeLimits', council: 'priorityNeed', paper: 'councilDuties', other: 'councilDuties', stay: 'homeSafety', fund: 'fund' },
    needs: ['stay', 'housing', 'home-safety'], lines: ['ndah', 'victim-support-24'], more: ['read/bag', 'read/pets', 'read/visa'],
  },
  children: {
    points: { see: 'advice', hear: 'advice', count: 'childVictims', school: 'school' },
    needs: ['children', 'legal'], more: ['read/young', 'read/law'],
  },
  money: {
    points: { looks: 'advice', name: 'advice', job: 'advice', law: 'economic', fund: 'fund' },
    needs: ['money', 'housing'], more: ['read/moving', 'read/law'],
  },
  visa: {
    points: { threat: 'advice', papers: 'advice', help: 'advice', adviser: 'adviser', some: 'concession', who: 'concession', later: 'concession', poor: 'concession' },
    needs: ['immigration'], more: ['now', 'read/moving'],
  },
  phone: {
    points: { seen: 'advice', sudden: 'advice', other: 'advice', threat: 'images', made: 'madeImages' },
    needs: ['images-online', 'stalking'], more: ['device', 'read/law'],
  },
  health: {
    points: { both: 'advice', pain: 'advice', alone: 'advice', neck: 'strangulation', ward: 'hospital' },
    needs: ['adult-at-risk', 'mental-health'], more: ['now', 'read/home'],
  },
  family: {
    points: { push: 'advice', honour: 'advice', custom: 'advice', kin: 'definition', apart: 'control' },
    needs: ['forced-marriage'], more: ['read/signs', 'read/visa'],
  },
  young: {
    points: { cause: 'advice', feel: 'advice', count: 'childVictims', own: 'definition', school: 'school' },
    needs: ['children'], lines: ['childline'], more: ['now', 'read/phone'],
  },
  pets: {
    points: { hurt: 'advice', stay: 'advice', refuge: 'refugeLimits' },
    needs: ['pets'], more: ['read/moving', 'read/bag'],
  },
  law: {
    points: { choose: 'advice', note: 'advice', orders: 'familyOrders', police: 'policeOrders', follow: 'stalkingOrder', trial: 'newOrders', soon: 'chargeLimit', court: 'courtHelp', aid: 'legalAid' },
    needs: ['legal', 'police', 'stalking'], more: ['ask', 'plan', 'read/children'],
  },
  friend: {
    points: { pace: 'advice', stay: 'advice', risk: 'advice' },
    needs: ['talk'], people: ['friends-family'], more: ['friends', 'read/signs'],
  },
  bag: {
    points: { photo: 'advice', found: 'advice' },
    needs: ['local-support', 'stay'], more: ['read/moving', 'read/pets'],
  },
} as const satisfies Readonly<Record<GuideId, Guide>>;

type Table = typeof table;

/** The name of a sentence in the words: 'moving.boys'. */
export type PointKey = { [G in GuideId]: `${G}.${Extract<keyof Table[G]['points'], string>}` }[GuideId];

const guides: Readonly<Record<GuideId, Guide>> = table;

export function guideOf(id: GuideId): Guide {
  return guides[id];
}

/** The sentences of a guide in order: those that are advice, or those that state a rule. */
export function pointsOf(id: GuideId, kind: 'advice' | 'rule'): readonly PointKey[] {
  return Object.entries(guides[id].points)
    .filter(([, ground]) => (ground === 'advice') === (kind === 'advice'))
    .map(([point]) => `${id}.${point}` as PointKey);
}

/** What a sentence rests on. */
export function groundOf(key: PointKey): Ground {
  const [id, point] = key.split('.') as [GuideId, string];
  return guides[id].points[point] ?? 'advice';
}

/** The sections of a plan whose ideas a guide shows. */
export function ideaSectionsOf(id: GuideId): readonly SectionId[] {
  return sectionIds.filter((section) => guideBeside[section] === id);
}
