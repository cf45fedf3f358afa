/**
 * The explanation as a table: every sentence that is said, and what it rests
 * on. A sentence about law or about what the police do names its rule, which
 * carries its sources (src/content/clares-law.ts); `advice` is what people who
 * support others say and states no rule; `own` is about these pages themselves.
 */
import type { RuleId } from '#content/clares-law';

interface Section {
  /** Points in their order, each with what it rests on. */
  readonly points: Readonly<Record<string, RuleId | 'advice' | 'own'>>;
  /** `steps`: one after the other, numbered. */
  readonly kind?: 'steps';
}

const table = {
  two: { points: { ask: 'rightToAsk', know: 'rightToKnow' } },
  who: { points: { self: 'formerPartners', other: 'rightToAsk', worry: 'realWorry' } },
  not: { points: { report: 'notAReport', crime: 'firstChecks', records: 'notAReport', curious: 'realWorry' } },
  steps: { kind: 'steps', points: { ask: 'waysToAsk', contact: 'whatIsAsked', checks: 'firstChecks', meet: 'proof', decide: 'decision', time: 'answerTime' } },
  ready: { points: { person: 'whatIsAsked', reach: 'whatIsAsked', you: 'whatIsAsked', form: 'onlineForm', gaps: 'advice' } },
  told: { points: { person: 'toldInPerson', whom: 'whoIsTold', friend: 'whoIsTold', private: 'keptPrivate' } },
  nothing: { points: { record: 'nothingToTell', trust: 'advice', support: 'nothingToTell' } },
  find: { points: { asked: 'notToldYouAsked', answer: 'mayBeToldOfAnswer', traces: 'advice' } },
  child: { points: { about: 'sarahsLaw', anyone: 'sarahsLaw', told: 'sarahsLaw', when: 'sarahsLaw', near: 'sarahsLaw', time: 'sarahsLaw' } },
  listen: { points: { time: 'advice', hear: 'advice', believe: 'advice', choose: 'advice', stay: 'advice' } },
  avoid: { points: { confront: 'advice', orders: 'advice', blame: 'advice', tell: 'advice', online: 'advice' } },
  contact: { points: { how: 'advice', seen: 'advice', word: 'advice', gone: 'advice' } },
  friend: { points: { may: 'rightToAsk', nothing: 'whoIsTold', why: 'whoIsTold', mean: 'whoIsTold' } },
  together: { points: { wish: 'advice', theirs: 'own', yours: 'own', proof: 'proof', language: 'advice', after: 'own' } },
  know: { points: { tell: 'rightToKnow', whom: 'whoIsTold', ask: 'rightToAsk' } },
} as const satisfies Readonly<Record<string, Section>>;

export type SectionId = keyof typeof table;

/** The name of a sentence in the words: 'who.self'. */
export type PointKey = { [S in SectionId]: `${S}.${Extract<keyof (typeof table)[S]['points'], string>}` }[SectionId];

export const sectionIds = Object.keys(table) as SectionId[];

export function isSteps(id: SectionId): boolean {
  return 'kind' in table[id];
}

/** The sentences of a section, in order. */
export function pointsOf(id: SectionId): readonly PointKey[] {
  return Object.keys(table[id].points).map((point) => `${id}.${point}` as PointKey);
}

/** Says whom to call in danger: shown with its English while a translation is not checked. */
export function isUrgent(key: PointKey): boolean {
  return key === 'not.report';
}

/** What each sentence rests on. */
export function groundOf(key: PointKey): RuleId | 'advice' | 'own' {
  const [id, point] = key.split('.') as [SectionId, string];
  return (table[id].points as Section['points'])[point] as RuleId | 'advice' | 'own';
}
