/** A picture or a recording of a note. Its bytes stand in a place of their own in the container; the note only names it. */
export interface KeptFile {
  /** 0 to one less than the places of a plan. */
  readonly place: number;
  /** What it is; kinds of a later version are carried along. */
  readonly kind: string;
  readonly [beside: string]: unknown;
}

function isKeptFile(value: unknown): value is KeptFile {
  if (typeof value !== 'object' || value === null) return false;
  const { place, kind } = value as Partial<Record<string, unknown>>;
  return typeof place === 'number' && Number.isInteger(place) && place >= 0 && typeof kind === 'string';
}

const listed = (files: unknown): readonly unknown[] => (Array.isArray(files) ? files : files === undefined ? [] : [files]);

/** The files of a note that can be read. */
export function placed(files: unknown): readonly KeptFile[] {
  return listed(files).filter(isKeptFile);
}

/** What stands among them and cannot be: carried along under the same name. */
export function otherFiles(files: unknown): { readonly files?: readonly unknown[] } {
  const others = listed(files).filter((one) => !isKeptFile(one));
  return others.length > 0 ? { files: others } : {};
}

/** Both together, as they are sealed; nothing where there are none. */
export function writtenFiles(files: readonly KeptFile[], beside: Readonly<Record<string, unknown>>): { readonly files?: readonly unknown[] } {
  const all = [...files, ...listed(beside['files'])];
  return all.length > 0 ? { files: all } : {};
}
