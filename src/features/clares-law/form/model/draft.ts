/**
 * What a person has answered so far. A kept draft is restored, not trusted:
 * whatever cannot be read is carried along and written back, so that neither a
 * later version's work nor a broken part is lost.
 */
import { fieldIds, fieldOf, isOption, type FieldId } from './fields.ts';
import { emptyDate, isBlankDate, type TypedDate } from './part-date.ts';
import { isStepId, type StepId } from './step-list.ts';

type Fields = Readonly<Record<string, unknown>>;

/** By the kind of the field: words or one choice, choices, a date. */
export type Value = string | readonly string[] | TypedDate;

export type Answers = Readonly<Partial<Record<FieldId, Value>>>;

/** Where someone is: at a question, before the first, at the list of answers, or at the finished paper. */
export type Place = StepId | 'start' | 'check' | 'paper';

export interface Draft {
  readonly answers: Answers;
  /** Questions answered with "I don't know". Words may stand there too: then they are unsure of them. */
  readonly unsure: readonly StepId[];
  readonly at: Place;
  /** What we could not read, by where it stood. */
  readonly rest: Fields;
  readonly restAnswers: Fields;
  readonly restUnsure: readonly unknown[];
}

const version = 1;

export const emptyDraft: Draft = { answers: {}, unsure: [], at: 'start', rest: {}, restAnswers: {}, restUnsure: [] };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readTypedDate(value: unknown): TypedDate | null {
  // An earlier hand or a later version may keep a date as words: they are kept as words.
  if (typeof value === 'string') return { ...emptyDate, about: value };
  if (!isFields(value)) return null;
  const parts = new Map(Object.entries(emptyDate));
  for (const [name, part] of Object.entries(value)) {
    if (!parts.has(name) || typeof part !== 'string') return null;
    parts.set(name, part);
  }
  return { ...emptyDate, ...Object.fromEntries(parts) };
}

function readValue(id: FieldId, value: unknown): Value | null {
  const { kind } = fieldOf(id);
  if (kind === 'date') return readTypedDate(value);
  if (kind === 'many') return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
  return typeof value === 'string' ? value : null;
}

function isPlace(value: unknown): value is Place {
  return value === 'start' || value === 'check' || value === 'paper' || isStepId(value);
}

/** Never fails: anything at all gives a draft that can be gone on with. */
export function parseDraft(found: unknown): Draft {
  if (!isFields(found)) return found === undefined || found === null ? emptyDraft : { ...emptyDraft, rest: { unread: found } };
  const { answers: listed, unsure: doubts, at, version: written, ...beside } = found;
  // Of another version the number is written back: what that version added is still there.
  const rest = written === undefined || written === version ? beside : { ...beside, version: written };
  const answers: Partial<Record<FieldId, Value>> = {};
  const restAnswers = new Map(Object.entries(isFields(listed) ? listed : {}));
  for (const id of fieldIds) {
    const value = restAnswers.has(id) ? readValue(id, restAnswers.get(id)) : null;
    if (value === null) continue;
    answers[id] = value;
    restAnswers.delete(id);
  }
  const entries: readonly unknown[] = Array.isArray(doubts) ? doubts : [];
  return {
    answers,
    unsure: [...new Set(entries.filter(isStepId))],
    at: isPlace(at) ? at : 'start',
    rest: listed === undefined || isFields(listed) ? rest : { ...rest, unread: listed },
    restAnswers: Object.fromEntries(restAnswers),
    restUnsure: entries.filter((entry) => !isStepId(entry)),
  };
}

/** The draft as it is kept: plain JSON. */
export function writeDraft({ answers, unsure, at, rest, restAnswers, restUnsure }: Draft): Fields {
  return { ...rest, version: rest['version'] ?? version, at, answers: { ...restAnswers, ...answers }, unsure: [...unsure, ...restUnsure] };
}

export function answer(draft: Draft, id: FieldId, value: Value): Draft {
  return { ...draft, answers: { ...draft.answers, [id]: value } };
}

export function setUnsure(draft: Draft, step: StepId, isUnsure: boolean): Draft {
  const others = draft.unsure.filter((one) => one !== step);
  return { ...draft, unsure: isUnsure ? [...others, step] : others };
}

export function isUnsure(draft: Draft, step: StepId): boolean {
  return draft.unsure.includes(step);
}

/** Words or a choice as typed; '' when there are none. */
export function wordsAt({ answers }: Pick<Draft, 'answers'>, id: FieldId): string {
  const value = answers[id];
  return typeof value === 'string' ? value : '';
}

/** One of the field's own choices; null when none of them is made. */
export function choiceAt(draft: Pick<Draft, 'answers'>, id: FieldId): string | null {
  const value = wordsAt(draft, id);
  return isOption(id, value) ? value : null;
}

/** The field's own choices that are made, in its order. */
export function choicesAt({ answers }: Pick<Draft, 'answers'>, id: FieldId): readonly string[] {
  const value = answers[id];
  const chosen: readonly string[] = Array.isArray(value) ? value : [];
  return (fieldOf(id).options ?? []).filter((option) => chosen.includes(option));
}

export function dateAt({ answers }: Pick<Draft, 'answers'>, id: FieldId): TypedDate {
  const value = answers[id];
  return typeof value === 'object' && !Array.isArray(value) ? (value as TypedDate) : emptyDate;
}

/** Whether anything stands in a field that can be shown. */
export function isAnswered(draft: Pick<Draft, 'answers'>, id: FieldId): boolean {
  const { kind } = fieldOf(id);
  if (kind === 'date') return !isBlankDate(dateAt(draft, id));
  if (kind === 'many') return choicesAt(draft, id).length > 0;
  if (kind === 'one') return choiceAt(draft, id) !== null;
  return wordsAt(draft, id).trim() !== '';
}

/** Whether a person has put anything into it, or said that they do not know. */
export function isBegun(draft: Draft): boolean {
  return draft.unsure.length > 0 || fieldIds.some((id) => isAnswered(draft, id));
}
