/**
 * What a plan holds: a list of notes. A step, an entry of what happened, a
 * person to call are notes too, with a field beside their words that says what
 * they are; what stands in such a field is for those who wrote it to know. What
 * comes out of the vault is restored, not trusted: anything that cannot be read
 * is carried along and written back, so that neither a later version's work nor
 * a broken part is lost.
 */
import { otherFiles, placed, writtenFiles, type KeptFile } from './kept-file.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface Note {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Grows with every change in the plan: the order is kept by it and never by a clock. */
  readonly order: number;
  /** When it was last changed, ISO 8601 in UTC; '' when that is not known. */
  readonly changed: string;
  /** Pictures and recordings, by their place in the container. */
  readonly files: readonly KeptFile[];
  /** What stands beside the words. */
  readonly rest: Fields;
}

export interface Plan {
  readonly notes: readonly Note[];
  /** Entries of the list that are no notes we know. */
  readonly unread: readonly unknown[];
  readonly rest: Fields;
}

/** A note as the person changes it. */
export interface Words {
  readonly title: string;
  readonly text: string;
}

/** What of a note becomes different. A field that is `undefined` goes. */
export interface Change extends Partial<Words> {
  readonly fields?: Fields;
  readonly files?: readonly KeptFile[];
}

export type NewId = () => string;

const version = 1;

export const emptyPlan: Plan = { notes: [], unread: [], rest: {} };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isTextOrNone = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';

function readNote(entry: unknown): Omit<Note, 'id'> & { readonly id: string | null } | null {
  if (!isFields(entry)) return null;
  const { id, title, text, order, changed, files, ...rest } = entry;
  if (!isTextOrNone(title) || !isTextOrNone(text) || (title === undefined && text === undefined)) return null;
  return {
    id: typeof id === 'string' && id !== '' ? id : null,
    title: title ?? '',
    text: text ?? '',
    order: typeof order === 'number' && Number.isSafeInteger(order) && order >= 0 ? order : 0,
    changed: typeof changed === 'string' ? changed : '',
    files: placed(files),
    rest: { ...rest, ...otherFiles(files) },
  };
}

/** Never fails: a text that is no plan becomes one note that holds it. */
export function parsePlan(json: string, newId: NewId): Plan {
  if (json === '') return emptyPlan;
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch {
    found = null;
  }
  if (!isFields(found)) return { ...emptyPlan, notes: [{ id: newId(), title: '', text: json, order: 0, changed: '', files: [], rest: {} }] };
  const { notes: listed, ...rest } = found;
  const entries: readonly unknown[] = Array.isArray(listed) ? listed : listed === undefined ? [] : [listed];
  const notes: Note[] = [];
  const unread: unknown[] = [];
  const known = new Set<string>();
  for (const entry of entries) {
    const note = readNote(entry);
    if (!note) {
      unread.push(entry);
      continue;
    }
    const id = note.id === null || known.has(note.id) ? newId() : note.id;
    known.add(id);
    notes.push({ ...note, id });
  }
  return { notes, unread, rest };
}

/** A note that changes becomes another one: what was written of this one stays true, and goes with it. */
const writtenBefore = new WeakMap<Note, string>();

function noteText(note: Note): string {
  const before = writtenBefore.get(note);
  if (before !== undefined) return before;
  const { rest: beside, files, ...own } = note;
  const written = JSON.stringify({ ...beside, ...own, ...writtenFiles(files, beside) });
  writtenBefore.set(note, written);
  return written;
}

/** The plan as it is sealed. A save after one key writes one note anew, not five hundred. */
export function planText({ notes, unread, rest }: Plan): string {
  const before = JSON.stringify({ ...rest, version: rest['version'] ?? version, notes: undefined });
  const written = [...notes.map(noteText), ...unread.map((entry) => JSON.stringify(entry))];
  return `${before.slice(0, -1)},"notes":[${written.join(',')}]}`;
}

/** How many bytes a text takes once it is sealed. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

const nextOrder = ({ notes }: Plan): number => notes.reduce((highest, { order }) => Math.max(highest, order), 0) + 1;

/** Last changed first. */
export function inOrder(plan: Plan): readonly Note[] {
  return [...plan.notes].sort((a, b) => b.order - a.order);
}

export function addNote(plan: Plan, id: string, words: Words, changed: string, rest: Fields = {}): Plan {
  return { ...plan, notes: [...plan.notes, { id, ...words, order: nextOrder(plan), changed, files: [], rest }] };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The plan with a part of a note replaced; the same plan when nothing is different. */
export function changeNote(plan: Plan, id: string, { fields, ...change }: Change, changed: string): Plan {
  const before = plan.notes.find((note) => note.id === id);
  if (!before) return plan;
  const rest = Object.fromEntries(Object.entries({ ...before.rest, ...fields }).filter(([, value]) => value !== undefined));
  const after = { ...before, ...change, rest };
  if (isSame(before, after)) return plan;
  const order = nextOrder(plan);
  return { ...plan, notes: plan.notes.map((note) => (note.id === id ? { ...after, changed, order } : note)) };
}

/** The plan with one of its own fields replaced, such as what a person picked; the same plan when nothing is different. */
export function changeField(plan: Plan, name: string, value: unknown): Plan {
  return isSame(plan.rest[name], value) ? plan : { ...plan, rest: { ...plan.rest, [name]: value } };
}

export function removeNote(plan: Plan, id: string): Plan {
  return { ...plan, notes: plan.notes.filter((note) => note.id !== id) };
}

export function isBlank({ title, text }: Words): boolean {
  return title.trim() === '' && text.trim() === '';
}

/** The places that something of this plan may still stand in. `null`: nobody can say, because a part cannot be read. */
export function placesIn({ notes, unread }: Plan): readonly number[] | null {
  if (unread.length > 0 || notes.some(({ rest }) => rest['files'] !== undefined)) return null;
  return notes.flatMap(({ files }) => files.map(({ place }) => place));
}

/** What two plans picked from a list, each once; anything else stands as it is here. */
function joined(here: unknown, brought: unknown): unknown {
  return Array.isArray(here) && Array.isArray(brought) ? [...new Set<unknown>([...here, ...brought])] : here;
}

/** What makes two notes the same: their words and what stands beside them. */
const noteKey = ({ title, text, rest }: Note): string => JSON.stringify([title, text, rest]);

/** The notes of a file that are not here yet: in the same words, and with the same beside them. */
export function newNotes(here: Plan, brought: Plan): readonly Note[] {
  const known = new Set(here.notes.map(noteKey));
  return brought.notes.filter((note) => !known.has(noteKey(note)));
}

/** The notes of a file that are here already, each with the one here. */
export function knownNotes(here: Plan, brought: Plan): readonly { readonly here: Note; readonly brought: Note }[] {
  const known = new Map(here.notes.map((note) => [noteKey(note), note]));
  return brought.notes.flatMap((note) => {
    const one = known.get(noteKey(note));
    return one ? [{ here: one, brought: note }] : [];
  });
}

/**
 * What was brought back from a file, put to what is here. A note that is here
 * already in the same words is not doubled; one that differs stands beside.
 * Of what we cannot read, what is here stands.
 */
export function mergePlans(here: Plan, brought: Plan, newId: NewId): Plan {
  const ids = new Set(here.notes.map(({ id }) => id));
  const added = newNotes(here, brought).map((note) => ({ ...note, id: ids.has(note.id) ? newId() : note.id }));
  // A file is older than what is here: what was written last stays the last.
  const above = added.reduce((highest, { order }) => Math.max(highest, order), 0);
  const lifted = above === 0 ? here.notes : here.notes.map((note) => ({ ...note, order: above + note.order }));
  const known = new Set(here.unread.map((entry) => JSON.stringify(entry)));
  const unread = brought.unread.filter((entry) => !known.has(JSON.stringify(entry)));
  const both = Object.keys(here.rest).filter((name) => name in brought.rest).map((name) => [name, joined(here.rest[name], brought.rest[name])]);
  return { notes: [...lifted, ...added], unread: [...here.unread, ...unread], rest: { ...brought.rest, ...here.rest, ...Object.fromEntries(both) } };
}
