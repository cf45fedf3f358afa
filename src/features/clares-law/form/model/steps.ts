/** When a question is asked, and the way from one to the next. An answer that is no longer asked for is kept and left out. */
import { choiceAt, choicesAt, isAnswered, isUnsure, type Draft } from './draft.ts';
import { stepIds, stepList, type SectionId, type StepId } from './step-list.ts';
import type { FieldId } from './fields.ts';

type Condition = (draft: Draft) => boolean;

const forOther: Condition = (draft) => choiceAt(draft, 'for') === 'other';
const nameUnsure: Condition = (draft) => !isAnswered(draft, 'subjectName') || isUnsure(draft, 'subject-name') || choiceAt(draft, 'sure') === 'no';
const byWay = (...ways: readonly string[]): Condition => (draft) => choicesAt(draft, 'ways').some((way) => ways.includes(way));

/** Steps with no row here are always asked. */
const conditions: Readonly<Partial<Record<StepId, Condition>>> = {
  helper: (draft) => choiceAt(draft, 'for') === 'with',
  link: forOther,
  'their-name': forOther,
  'their-born': forOther,
  'their-address': forOther,
  'they-know': forOther,
  looks: nameUnsure,
  'children-more': (draft) => ['yes', 'baby'].includes(choiceAt(draft, 'children') ?? ''),
  'danger-who': (draft) => choiceAt(draft, 'danger') === 'yes' || isUnsure(draft, 'danger'),
  phone: byWay('call', 'text'),
  email: byWay('email'),
  letter: byWay('letter'),
  place: byWay('visit'),
  through: byWay('through'),
};

export function isAsked(draft: Draft, step: StepId): boolean {
  return conditions[step]?.(draft) ?? true;
}

export function fieldsOf(step: StepId): readonly FieldId[] {
  return stepList.find(({ id }) => id === step)?.fields ?? [];
}

export function sectionOf(step: StepId): SectionId {
  return stepList.find(({ id }) => id === step)?.section ?? 'who';
}

export function askedSteps(draft: Draft): readonly StepId[] {
  return stepIds.filter((id) => isAsked(draft, id));
}

/** The next question by these answers; the list of answers after the last. Works from a question that is no longer asked too. */
export function stepAfter(draft: Draft, from: StepId | 'start'): StepId | 'check' {
  const at = from === 'start' ? -1 : stepIds.indexOf(from);
  return stepIds.find((id, index) => index > at && isAsked(draft, id)) ?? 'check';
}

/** The question before by these answers; the first page before the first. */
export function stepBefore(draft: Draft, from: StepId | 'check'): StepId | 'start' {
  const at = from === 'check' ? stepIds.length : stepIds.indexOf(from);
  const before = stepIds.filter((id, index) => index < at && isAsked(draft, id));
  return before[before.length - 1] ?? 'start';
}

/** Whether a question speaks of somebody else's life and not of the reader's. */
export function isForOther(draft: Draft): boolean {
  return forOther(draft);
}

/** Nothing stands there and the person has not said that they do not know. */
export function isOpen(draft: Draft, step: StepId): boolean {
  return !isUnsure(draft, step) && !fieldsOf(step).some((id) => isAnswered(draft, id));
}

/** Parts with the questions that are asked in each, in order; a part with none is left out. */
export function askedBySection(draft: Draft): readonly { readonly section: SectionId; readonly steps: readonly StepId[] }[] {
  const asked = askedSteps(draft);
  const sections = [...new Set(asked.map(sectionOf))];
  return sections.map((section) => ({ section, steps: asked.filter((id) => sectionOf(id) === section) }));
}
