/** The questions in their order: which part they belong to and what is on each page. When one is asked: steps.ts. */
import type { FieldId } from './fields.ts';

export const sectionIds = ['who', 'you', 'person', 'subject', 'relation', 'children', 'worry', 'danger', 'contact', 'language', 'help'] as const;
export type SectionId = (typeof sectionIds)[number];

interface Listed {
  readonly id: string;
  readonly section: SectionId;
  readonly fields: readonly FieldId[];
}

export const stepList = [
  { id: 'for', section: 'who', fields: ['for'] },
  { id: 'helper', section: 'who', fields: ['helper'] },
  { id: 'your-name', section: 'you', fields: ['yourName', 'yourFormer'] },
  { id: 'your-born', section: 'you', fields: ['yourBorn'] },
  { id: 'your-address', section: 'you', fields: ['yourAddress'] },
  { id: 'link', section: 'person', fields: ['link', 'linkMore'] },
  { id: 'their-name', section: 'person', fields: ['theirName'] },
  { id: 'their-born', section: 'person', fields: ['theirBorn'] },
  { id: 'their-address', section: 'person', fields: ['theirAddress'] },
  { id: 'they-know', section: 'person', fields: ['theyKnow'] },
  { id: 'subject-name', section: 'subject', fields: ['subjectName', 'sure'] },
  { id: 'subject-former', section: 'subject', fields: ['subjectFormer', 'nicknames'] },
  { id: 'subject-born', section: 'subject', fields: ['subjectBorn'] },
  { id: 'subject-address', section: 'subject', fields: ['subjectAddress'] },
  { id: 'subject-earlier', section: 'subject', fields: ['subjectEarlier'] },
  { id: 'looks', section: 'subject', fields: ['looks'] },
  { id: 'subject-more', section: 'subject', fields: ['gender', 'birthplace', 'work'] },
  { id: 'relation', section: 'relation', fields: ['relation', 'relationMore'] },
  { id: 'since', section: 'relation', fields: ['since'] },
  { id: 'live', section: 'relation', fields: ['live'] },
  { id: 'children', section: 'children', fields: ['children'] },
  { id: 'children-more', section: 'children', fields: ['childrenWho', 'childrenHome'] },
  { id: 'why', section: 'worry', fields: ['why'] },
  { id: 'happened', section: 'worry', fields: ['happened'] },
  { id: 'when', section: 'worry', fields: ['lastTime', 'otherTimes'] },
  { id: 'danger', section: 'danger', fields: ['danger'] },
  { id: 'danger-who', section: 'danger', fields: ['dangerWho'] },
  { id: 'ways', section: 'contact', fields: ['ways'] },
  { id: 'phone', section: 'contact', fields: ['phone', 'voicemail', 'phoneOthers'] },
  { id: 'email', section: 'contact', fields: ['email', 'emailOthers'] },
  { id: 'letter', section: 'contact', fields: ['letter', 'letterOthers'] },
  { id: 'place', section: 'contact', fields: ['place'] },
  { id: 'through', section: 'contact', fields: ['through'] },
  { id: 'times', section: 'contact', fields: ['times', 'notTimes'] },
  { id: 'code', section: 'contact', fields: ['codeWord'] },
  { id: 'never', section: 'contact', fields: ['never'] },
  { id: 'language', section: 'language', fields: ['spoken', 'spokenOther'] },
  { id: 'interpreter', section: 'language', fields: ['interpreter', 'interpreterWish'] },
  { id: 'help', section: 'help', fields: ['help', 'helpMore'] },
] as const satisfies readonly Listed[];

export type StepId = (typeof stepList)[number]['id'];

export const stepIds = stepList.map(({ id }) => id) as readonly StepId[];

const known = new Set<unknown>(stepIds);

export function isStepId(value: unknown): value is StepId {
  return known.has(value);
}
