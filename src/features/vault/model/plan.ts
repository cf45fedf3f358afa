/**
 * What a plan holds: a list of notes. What comes out of the vault is restored,
 * not trusted: anything that cannot be read as a note is carried along and
 * written back, so that neither a later version's work nor a broken part is lost.
 */
type Fields = Readonly<Record<string, unknown>>;

export interface Note {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Grows with every change in the plan: the order is kept by it and never by a clock. */
  readonly order: number;
  /** When it was last changed, ISO 8601 in UTC; '' when that is not known. */
  readonly changed: string;
  /** What a later version wrote beside. */
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

export type NewId = () => string;

const version = 1;

export const emptyPlan: Plan = { notes: [], unread: [], rest: {} };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isTextOrNone = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';

function readNote(entry: unknown): Omit<Note, 'id'> & { readonly id: string | null } | null {
  if (!isFields(entry)) return null;
  const { id, title, text, order, changed, ...rest } = entry;
  if (!isTextOrNone(title) || !isTextOrNone(text) || (title === undefined && text === undefined)) return null;
  return {
    id: typeof id === 'string' && id !== '' ? id : null,
    title: title ?? '',
    text: text ?? '',
    order: typeof order === 'number' && Number.isSafeInteger(order) && order >= 0 ? order : 0,
    changed: typeof changed === 'string' ? changed : '',
    rest,
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
  if (!isFields(found)) return { ...emptyPlan, notes: [{ id: newId(), title: '', text: json, order: 0, changed: '', rest: {} }] };
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

/** The plan as it is sealed. */
export function planText({ notes, unread, rest }: Plan): string {
  const written = notes.map(({ rest: beside, ...note }) => ({ ...beside, ...note }));
  return JSON.stringify({ ...rest, version: rest['version'] ?? version, notes: [...written, ...unread] });
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

export function addNote(plan: Plan, id: string, words: Words, changed: string): Plan {
  return { ...plan, notes: [...plan.notes, { id, ...words, order: nextOrder(plan), changed, rest: {} }] };
}

/** The plan with a note's words replaced; the same plan when nothing is different. */
export function changeNote(plan: Plan, id: string, { title, text }: Words, changed: string): Plan {
  const before = plan.notes.find((note) => note.id === id);
  if (!before || (before.title === title && before.text === text)) return plan;
  const order = nextOrder(plan);
  return { ...plan, notes: plan.notes.map((note) => (note.id === id ? { ...note, title, text, changed, order } : note)) };
}

export function removeNote(plan: Plan, id: string): Plan {
  return { ...plan, notes: plan.notes.filter((note) => note.id !== id) };
}

export function isBlank({ title, text }: Words): boolean {
  return title.trim() === '' && text.trim() === '';
}

/**
 * What was brought back from a file, put to what is here. A note that is here
 * already in the same words is not doubled; one that differs stands beside.
 * Of what we cannot read, what is here stands.
 */
export function mergePlans(here: Plan, brought: Plan, newId: NewId): Plan {
  const ids = new Set(here.notes.map(({ id }) => id));
  const isHere = (note: Note): boolean => here.notes.some(({ title, text }) => title === note.title && text === note.text);
  const base = nextOrder(here);
  const added = brought.notes.filter((note) => !isHere(note)).map((note) => ({ ...note, id: ids.has(note.id) ? newId() : note.id, order: base + note.order }));
  const known = new Set(here.unread.map((entry) => JSON.stringify(entry)));
  const unread = brought.unread.filter((entry) => !known.has(JSON.stringify(entry)));
  return { notes: [...here.notes, ...added], unread: [...here.unread, ...unread], rest: { ...brought.rest, ...here.rest } };
}
