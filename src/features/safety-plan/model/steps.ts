import { readDay } from './day.ts';
import { fieldOf, textIn, type Entry, type Fields } from './entry.ts';
import { bagSections, ideaOf, ideasOf, isIdea, isSection, situations, type IdeaId, type SectionId, type Situation } from '#content/ideas';

export interface Step {
  readonly id: string;
  readonly of: SectionId;
  /** What it was taken from; its words are the idea's as long as it has none of its own. */
  readonly idea: IdeaId | null;
  /** '' for an idea that was not changed: it then reads in the language of the screen. */
  readonly words: string;
  readonly isDone: boolean;
  readonly isLater: boolean;
  /** Still being typed: kept like everything, and no step yet. */
  readonly isDraft: boolean;
  /** As typed; '' for none. */
  readonly day: string;
  /** Where a thing is, or who has it; what somebody settled on. */
  readonly where: string;
  readonly field: Fields;
}

function stepOf(entry: Entry): Step | null {
  const field = fieldOf(entry, 'step');
  if (!field) return null;
  const { of, idea, done, later, draft } = field;
  return {
    id: entry.id,
    of: isSection(of) ? of : 'now',
    idea: isIdea(idea) ? idea : null,
    words: entry.text,
    isDone: done === true,
    isLater: later === true,
    isDraft: draft === true,
    day: textIn(field, 'day'),
    where: textIn(field, 'where'),
    field,
  };
}

/** In the order they were taken. */
export function stepsIn(entries: readonly Entry[]): readonly Step[] {
  return entries.map(stepOf).filter((step) => step !== null && !step.isDraft) as readonly Step[];
}

/** Those that are not done and have a day, the first day first; on a day in the order they were taken. */
export function withDays(steps: readonly Step[]): readonly Step[] {
  const dated = steps.flatMap((step) => (step.isDone ? [] : [{ step, day: readDay(step.day) ?? '' }])).filter(({ day }) => day !== '');
  return dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ step }) => step);
}

/** The step that somebody is typing, or was when the page was taken from them. */
export function draftIn(entries: readonly Entry[], section: SectionId): Step | null {
  return entries.map(stepOf).find((step) => step?.isDraft && step.of === section) ?? null;
}

/** What was typed and not added, where nobody left the screen: the plan locked, or the page was killed. */
export function draftsIn(entries: readonly Entry[]): readonly Step[] {
  return entries.map(stepOf).filter((step) => step !== null && step.isDraft) as readonly Step[];
}

/** The section of a step, also of one that is still being typed; `null`: it is none. */
export function sectionOf(entry: Entry): SectionId | null {
  return stepOf(entry)?.of ?? null;
}

export const isBag = (section: SectionId): boolean => (bagSections as readonly SectionId[]).includes(section);

/** What a person picked, kept as fields of the plan itself. A list, so that two plans can be put together. */
export interface Picked {
  readonly situations: readonly Situation[];
  readonly isForFriend: boolean;
  readonly aside: readonly IdeaId[];
  /** Whether the first questions were answered or put off. */
  readonly hasBegun: boolean;
}

const listIn = (fields: Fields, name: string): readonly unknown[] => {
  const value = fields[name];
  return Array.isArray(value) ? value : [];
};

const isSituation = (value: unknown): value is Situation => (situations as readonly unknown[]).includes(value);

export function pickedIn(fields: Fields): Picked {
  const forWhom = listIn(fields, 'for');
  return {
    situations: situations.filter((one) => listIn(fields, 'situations').includes(one)),
    isForFriend: forWhom.includes('friend') && !forWhom.includes('me'),
    aside: listIn(fields, 'aside').filter(isIdea),
    hasBegun: forWhom.length > 0,
  };
}

/** What goes along with some entries of a plan: what their own sections say of a person's life, and nothing more. */
export function fieldsBeside(fields: Fields, entries: readonly Entry[]): Fields {
  const sections = new Set<string>(stepsIn(entries).map(({ of }) => of));
  if (sections.size === 0) return {};
  return { for: listIn(fields, 'for'), situations: listIn(fields, 'situations').filter((one) => typeof one === 'string' && sections.has(one)) };
}

export { isSituation };

/** The sections to show: what is always there, what was picked, and whatever holds a step already. */
export function sectionsFor({ situations: picked, isForFriend }: Picked, steps: readonly Step[]): readonly SectionId[] {
  const used = new Set(steps.map(({ of }) => of));
  const first: readonly SectionId[] = isForFriend ? ['friend', 'now'] : ['now'];
  const rest: readonly SectionId[] = isForFriend ? situations : ['friend', ...situations];
  return [...first, ...rest.filter((one) => used.has(one) || (picked as readonly SectionId[]).includes(one))];
}

/** The ideas of a section that were neither taken nor put aside. */
export function ideasLeft(section: SectionId, { situations: picked, aside }: Picked, steps: readonly Step[]): readonly IdeaId[] {
  const taken = new Set(steps.map(({ idea }) => idea));
  return ideasOf(section).filter((id) => {
    const { when, notWhen } = ideaOf(id);
    const fits = (when === undefined || picked.includes(when)) && (notWhen === undefined || !picked.includes(notWhen));
    return fits && !taken.has(id) && !aside.includes(id);
  });
}

export function asideOf(section: SectionId, { aside }: Picked): readonly IdeaId[] {
  return ideasOf(section).filter((id) => aside.includes(id));
}
