/**
 * What the law and the police say about asking for someone's past, each rule
 * with where it was read. The words stand in `locales/<lang>/ask.json`; every
 * sentence there that states a rule names the rule in
 * src/features/clares-law/guide/model/sections.ts, and every figure in those
 * words comes from here.
 *
 * Not here on purpose, because the sources are older than the guidance of
 * April 2023 or too few: time limits inside the 28 days, and the paper people
 * may be asked to sign.
 */

import type { Rule } from './rule.ts';

/** When all of it was last read. */
export const rulesCheckedOn = '2026-11-22';

/** What the two laws are called, in English whatever the reader’s language: the words to look for and to say. */
export const lawNames = { adult: 'Clare’s Law', child: 'Sarah’s Law' } as const;

/** Days the police have, from the asking to the answer. It was 35 until 2023. */
export const answerWithinDays = 28;
/** How far back the online form asks for addresses. */
export const addressYears = 5;
/** About how long the online form takes. */
export const onlineFormMinutes = 15;
/** After how many hours a step of the online form closes. */
export const onlineStepHours = 2;
const guidance = { ref: 'Home Office: Domestic Violence Disclosure Scheme, statutory guidance, section 77 of the Domestic Abuse Act 2021 (gov.uk)', dated: '2023-08-16' } as const;
const reducingTheRisk = { ref: 'Reducing the Risk: Domestic Violence Disclosure Scheme (reducingtherisk.org.uk)', dated: null } as const;
const bbc = { ref: 'BBC News: Clare’s Law requests in Kent (bbc.co.uk, 68517802)', dated: '2024-03' } as const;
const kentListing = { ref: 'Kent and Medway domestic abuse services (domesticabuseservices.org.uk)', dated: null } as const;
const met = { ref: 'Metropolitan Police: the shared online form, Clare’s Law (met.police.uk)', dated: null } as const;
const cityOfLondon = { ref: 'City of London Police: the shared online form, Clare’s Law (cityoflondon.police.uk)', dated: null } as const;
const northants = { ref: 'Northamptonshire Police: the shared online form, Clare’s Law (northants.police.uk)', dated: null } as const;
const westYorkshire = { ref: 'West Yorkshire Police: Clare’s Law, asking for someone else (westyorkshire.police.uk)', dated: null } as const;
const bedfordshire = { ref: 'Bedfordshire Police: Clare’s Law, the steps (beds.police.uk)', dated: null } as const;
const cambridgeshire = { ref: 'Cambridgeshire Constabulary: Clare’s Law (cambs.police.uk)', dated: null } as const;
const bexley = { ref: 'Bexley domestic abuse services: Clare’s Law (bexleydomesticabuseservices.org.uk)', dated: null } as const;
const scotland = { ref: 'Police Scotland: Disclosure Scheme for Domestic Abuse Scotland (scotland.police.uk)', dated: null } as const;

const onlineForm = [met, cityOfLondon, northants] as const;
const steps = [met, cityOfLondon, westYorkshire, bedfordshire, cambridgeshire, bexley, scotland] as const;

/** Every rule the pages state, by name. */
export const rules = {
  rightToAsk: { confidence: 'high', sources: [guidance, westYorkshire] },
  rightToKnow: { confidence: 'high', sources: [guidance] },
  formerPartners: { confidence: 'high', sources: [guidance] },
  notAReport: { confidence: 'high', sources: onlineForm },
  realWorry: { confidence: 'medium', sources: [{ ref: 'Rotherham: Domestic Violence Disclosure Scheme (rotherham.gov.uk)', dated: null }] },
  waysToAsk: { confidence: 'medium', sources: [kentListing, ...onlineForm] },
  whatIsAsked: { confidence: 'high', sources: [met, northants, bedfordshire] },
  onlineForm: { confidence: 'high', sources: onlineForm },
  firstChecks: { confidence: 'high', sources: steps },
  proof: { confidence: 'high', sources: [{ ref: 'Walsall and Threshold: two proofs of who you are, one with a photograph', dated: null }, scotland] },
  decision: { confidence: 'high', sources: steps },
  answerTime: { confidence: 'high', sources: [guidance, reducingTheRisk, bbc] },
  toldInPerson: { confidence: 'high', sources: steps },
  whoIsTold: { confidence: 'high', sources: steps },
  keptPrivate: { confidence: 'medium', sources: steps },
  nothingToTell: { confidence: 'high', sources: [guidance, westYorkshire, bedfordshire, cambridgeshire] },
  notToldYouAsked: { confidence: 'low', sources: [{ ref: 'Public pages about Clare’s Law; which page was not written down', dated: null }] },
  mayBeToldOfAnswer: { confidence: 'low', sources: [{ ref: 'One public page about Clare’s Law; which page was not written down', dated: null }] },
  sarahsLaw: { confidence: 'high', sources: [{ ref: 'Cleveland Police and others: Child Sex Offender Disclosure Scheme, Sarah’s Law', dated: null }] },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;
