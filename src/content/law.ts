/**
 * What the law gives somebody, and what services near do, each rule with where
 * it was read. The words stand in `locales/<lang>/guides.json`; every sentence
 * there that states a rule names it in src/features/guides/model/guides.ts, and
 * every figure in those words comes from here.
 *
 * Not here on purpose, because no source or only general knowledge stands
 * behind it: fees and forms of the courts, longest sentences, the day a law came
 * into force, sums of money, and what followed the trial of new orders elsewhere.
 */
import type { Rule } from './rule.ts';

/** When all of it was put together, from pages as they were saved: none was opened live that day. */
export const lawCheckedOn = '2026-11-22';

/** How old both must be for the law to call it domestic abuse (Domestic Abuse Act 2021, section 1). */
export const adultAge = 16;
/** How long the leave to remain under the concession for migrant victims lasts, in months (guidance version 4). */
export const concessionMonths = 3;
/** From about which age on many shared refuges cannot take boys (the partnership's assessment, 2021). */
export const refugeBoysAge = 14;
/** Months within which a charge that only a magistrates' court hears must be brought. */
export const chargeMonths = 6;

/** What it is called in English whatever the reader’s language: the words to look for and to say. */
export const lawNames = { concession: 'Migrant Victims of Domestic Abuse Concession' } as const;

const act = { ref: 'Domestic Abuse Act 2021 (legislation.gov.uk)', dated: '2021-04-29' } as const;
const strategy = { ref: 'Kent and Medway Domestic Abuse Strategy 2024 to 2029', dated: '2024' } as const;
const earlierStrategy = { ref: 'Kent and Medway Domestic Abuse Strategy 2020 to 2023', dated: null } as const;
const assessment = { ref: 'Kent Public Health Observatory: Domestic Abuse Needs Assessment, 2021 full update', dated: '2021-11-26' } as const;
const ashford = { ref: 'Ashford Borough Council: Domestic Abuse Annual Report to the Cabinet', dated: '2018-02-08' } as const;
const seriousCrime = { ref: 'Serious Crime Act 2015, section 76 (legislation.gov.uk)', dated: null } as const;
const crossChecked = { ref: 'Our facts for Kent and Medway: public pages that agree, not each named', dated: '2026-11-22' } as const;
const digest = { ref: 'One careful public digest of law and of operators’ pages, reviewed in September 2026', dated: '2026-09-27' } as const;
const concession = { ref: 'Home Office: Migrant Victims of Domestic Abuse Concession, guidance version 4 (gov.uk)', dated: '2024-10-10' } as const;
const nrpf = { ref: 'NRPF Network: Migrant Victims of Domestic Abuse Concession (nrpfnetwork.org.uk)', dated: null } as const;
const legalAid = { ref: 'GOV.UK: legal aid, evidence of domestic abuse', dated: null } as const;
const cumberland = { ref: 'Cumberland Safeguarding Children Partnership: domestic abuse and housing', dated: null } as const;
const flexible = { ref: 'Women’s Aid and the Home Office: flexible fund, round of July 2025 to February 2026', dated: '2026-02' } as const;

/** Every rule the guides state, by name. */
export const lawRules = {
  definition: { confidence: 'high', sources: [act] },
  childVictims: { confidence: 'high', sources: [act] },
  economic: { confidence: 'high', sources: [act] },
  control: { confidence: 'high', sources: [seriousCrime, crossChecked] },
  strangulation: { confidence: 'high', sources: [crossChecked] },
  images: { confidence: 'high', sources: [crossChecked] },
  madeImages: { confidence: 'medium', sources: [digest] },
  familyOrders: { confidence: 'high', sources: [strategy, digest] },
  policeOrders: { confidence: 'medium', sources: [earlierStrategy, digest] },
  newOrders: { confidence: 'medium', sources: [digest, crossChecked] },
  stalkingOrder: { confidence: 'high', sources: [strategy, { ref: 'Stalking Protection Act 2019 (legislation.gov.uk)', dated: null }] },
  chargeLimit: { confidence: 'medium', sources: [digest] },
  legalAid: { confidence: 'high', sources: [legalAid] },
  courtHelp: { confidence: 'high', sources: [earlierStrategy] },
  priorityNeed: { confidence: 'high', sources: [digest, earlierStrategy, cumberland] },
  councilDuties: { confidence: 'medium', sources: [digest] },
  refuge: { confidence: 'high', sources: [assessment, strategy] },
  refugeLimits: { confidence: 'medium', sources: [assessment] },
  homeSafety: { confidence: 'high', sources: [strategy, earlierStrategy, crossChecked] },
  fund: { confidence: 'high', sources: [flexible] },
  school: { confidence: 'high', sources: [earlierStrategy] },
  hospital: { confidence: 'medium', sources: [assessment, ashford] },
  concession: { confidence: 'high', sources: [concession, nrpf] },
  adviser: { confidence: 'medium', sources: [digest] },
} as const satisfies Readonly<Record<string, Rule>>;

export type LawRuleId = keyof typeof lawRules;
