/** The finished paper as a structure, made of the answers and nothing else. How it is said, in which language, is not decided here. */
import { choiceAt, choicesAt, dateAt, isAnswered, isUnsure, wordsAt, type Draft } from './draft.ts';
import { fieldOf, type FieldId } from './fields.ts';
import { readDate, type PartDate, type Today } from './part-date.ts';
import { askedBySection, fieldsOf } from './steps.ts';
import type { SectionId, StepId } from './step-list.ts';

export type PaperValue =
  /** The person's own words, line by line as written. */
  | { readonly is: 'words'; readonly lines: readonly string[] }
  | { readonly is: 'choice'; readonly option: string }
  | { readonly is: 'spoken'; readonly code: string }
  | { readonly is: 'date'; readonly date: PartDate }
  /** What was typed as a date and is none: handed over as it stands. */
  | { readonly is: 'typed-date'; readonly text: string };

export interface PaperRow {
  readonly field: FieldId;
  readonly step: StepId;
  /** None: the person does not know. */
  readonly values: readonly PaperValue[];
  readonly isUnsure: boolean;
}

export interface PaperPart {
  readonly section: SectionId;
  readonly rows: readonly PaperRow[];
}

export interface Paper {
  readonly isDanger: boolean;
  /** The language an interpreter is asked for; '' when it is not known which; null when none is asked for. */
  readonly interpreter: string | null;
  readonly parts: readonly PaperPart[];
}

/** What a reader must know before they ring or write comes first. */
const order: readonly SectionId[] = ['danger', 'contact', 'language', 'help', 'who', 'you', 'person', 'subject', 'relation', 'children', 'worry'];

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}

function dateValues(draft: Draft, field: FieldId, today: Today): readonly PaperValue[] {
  const typed = dateAt(draft, field);
  const read = readDate(typed, today);
  const boxes: PaperValue[] = [];
  if (!read.ok) boxes.push({ is: 'typed-date', text: [typed.day, typed.month, typed.year].map((part) => part.trim()).filter(Boolean).join(' / ') });
  else if (read.value) boxes.push({ is: 'date', date: read.value });
  return typed.about.trim() === '' ? boxes : [...boxes, { is: 'words', lines: linesOf(typed.about) }];
}

function valuesOf(draft: Draft, field: FieldId, today: Today): readonly PaperValue[] {
  const { kind } = fieldOf(field);
  if (!isAnswered(draft, field)) return [];
  if (kind === 'date') return dateValues(draft, field, today);
  if (kind === 'many') return choicesAt(draft, field).map((option) => ({ is: 'choice', option }));
  if (kind === 'one') return [{ is: 'choice', option: choiceAt(draft, field) ?? '' }];
  if (kind === 'spoken') return [{ is: 'spoken', code: wordsAt(draft, field) }];
  return [{ is: 'words', lines: linesOf(wordsAt(draft, field)) }];
}

/** The rows of one question: what was answered, or one row that says it is not known. Nothing when it was left blank. */
export function rowsOf(draft: Draft, step: StepId, today: Today): readonly PaperRow[] {
  const unsure = isUnsure(draft, step);
  const rows = fieldsOf(step)
    .map((field) => ({ field, step, values: valuesOf(draft, field, today), isUnsure: unsure }))
    .filter(({ values }) => values.length > 0);
  const [field] = fieldsOf(step);
  return rows.length === 0 && unsure && field ? [{ field, step, values: [], isUnsure: true }] : rows;
}

/** Where nothing was said of a language, the one the pages are read in. */
export function interpreterFor(draft: Draft, readIn: string): string | null {
  const wanted = choiceAt(draft, 'interpreter');
  if (wanted === 'no') return null;
  const other = wordsAt(draft, 'spokenOther').trim();
  const spoken = wordsAt(draft, 'spoken') || (other === '' && readIn !== 'en' ? readIn : '');
  if (spoken !== '' && spoken !== 'en') return spoken;
  return wanted === 'yes' || other !== '' ? '' : null;
}

export function paperOf(draft: Draft, readIn: string, today: Today): Paper {
  const asked = askedBySection(draft);
  const parts = order.flatMap((section) => {
    const rows = asked.filter((part) => part.section === section).flatMap(({ steps }) => steps.flatMap((step) => rowsOf(draft, step, today)));
    return rows.length === 0 ? [] : [{ section, rows }];
  });
  return { isDanger: choiceAt(draft, 'danger') === 'yes', interpreter: interpreterFor(draft, readIn), parts };
}

/** What to say on the telephone, sentence by sentence. */
export type ScriptLine =
  | { readonly line: 'hello' | 'me' | 'other' | 'danger' | 'contact' | 'ready' }
  | { readonly line: 'interpreter'; readonly code: string }
  | { readonly line: 'name' | 'code'; readonly words: readonly string[] };

export function scriptOf(draft: Draft, readIn: string): readonly ScriptLine[] {
  const words = (line: 'name' | 'code', field: FieldId): readonly ScriptLine[] => (isAnswered(draft, field) ? [{ line, words: linesOf(wordsAt(draft, field)) }] : []);
  const code = interpreterFor(draft, readIn);
  return [
    { line: 'hello' },
    ...(code === null ? [] : [{ line: 'interpreter', code } as const]),
    ...(choiceAt(draft, 'danger') === 'yes' ? [{ line: 'danger' } as const] : []),
    { line: choiceAt(draft, 'for') === 'other' ? 'other' : 'me' },
    ...words('name', 'subjectName'),
    { line: 'contact' },
    ...words('code', 'codeWord'),
    { line: 'ready' },
  ];
}
