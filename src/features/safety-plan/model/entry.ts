/**
 * What this feature asks of the plan that is open. The vault's session keeps
 * the entries and does the saving; what stands in a field of theirs is read
 * here, and never trusted.
 */
export type Fields = Readonly<Record<string, unknown>>;

/** A picture or a recording, by its place in the container. */
export interface EntryFile {
  readonly place: number;
  readonly kind: string;
  readonly [beside: string]: unknown;
}

export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** When it was last changed, ISO 8601 in UTC; '' when that is not known. */
  readonly changed: string;
  readonly files: readonly EntryFile[];
  /** What stands beside the words: one of `kinds`, and what a later version wrote. */
  readonly rest: Fields;
}

/** Names of the fields that say what an entry is. One with none of them is a note. */
export const kinds = ['step', 'log', 'person', 'code'] as const;
export type Kind = (typeof kinds)[number];

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field of an entry, empty where it is no such field; `null`: the entry is of another kind. */
export function fieldOf({ rest }: Entry, kind: Kind): Fields | null {
  if (!(kind in rest)) return null;
  const field = rest[kind];
  return isFields(field) ? field : {};
}

export const textIn = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

/** True for an entry that is one of ours and no plain note. */
export function isOfKind({ rest }: Pick<Entry, 'rest'>): boolean {
  return kinds.some((kind) => kind in rest);
}
