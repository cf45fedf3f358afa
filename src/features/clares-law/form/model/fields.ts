/**
 * Everything that may be asked, as data. What it holds follows what police
 * forces publish (src/content names the sources); `optional` marks what only
 * some of them mention.
 */
interface Field {
  /** line: one row; page: any number of rows; one and many: choices; spoken: a language. */
  readonly kind: 'line' | 'page' | 'one' | 'many' | 'date' | 'spoken';
  readonly options?: readonly string[];
  readonly optional?: true;
  /** Rows of a page before it grows. */
  readonly rows?: number;
  readonly keys?: 'tel' | 'email';
}

export const fields = {
  for: { kind: 'one', options: ['me', 'other', 'with'] },
  helper: { kind: 'page', rows: 2, optional: true },
  yourName: { kind: 'page', rows: 2 },
  yourFormer: { kind: 'page', rows: 2, optional: true },
  yourBorn: { kind: 'date' },
  yourAddress: { kind: 'page', rows: 4 },
  link: { kind: 'one', options: ['family', 'friend', 'neighbour', 'colleague', 'worker', 'else'] },
  linkMore: { kind: 'page', rows: 2, optional: true },
  theirName: { kind: 'page', rows: 2 },
  theirBorn: { kind: 'date', optional: true },
  theirAddress: { kind: 'page', rows: 4, optional: true },
  theyKnow: { kind: 'one', options: ['yes', 'no'], optional: true },
  subjectName: { kind: 'page', rows: 2 },
  sure: { kind: 'one', options: ['yes', 'no'] },
  subjectFormer: { kind: 'page', rows: 3 },
  nicknames: { kind: 'page', rows: 2, optional: true },
  subjectBorn: { kind: 'date' },
  subjectAddress: { kind: 'page', rows: 4 },
  subjectEarlier: { kind: 'page', rows: 6 },
  looks: { kind: 'page', rows: 4, optional: true },
  gender: { kind: 'one', options: ['woman', 'man', 'else'], optional: true },
  birthplace: { kind: 'page', rows: 2, optional: true },
  work: { kind: 'page', rows: 2, optional: true },
  relation: { kind: 'one', options: ['now', 'ended', 'never'] },
  relationMore: { kind: 'page', rows: 2, optional: true },
  since: { kind: 'page', rows: 3 },
  live: { kind: 'one', options: ['yes', 'no', 'sometimes'] },
  children: { kind: 'one', options: ['yes', 'baby', 'no'] },
  childrenWho: { kind: 'page', rows: 4 },
  childrenHome: { kind: 'page', rows: 3, optional: true },
  why: { kind: 'page', rows: 6 },
  happened: { kind: 'page', rows: 8 },
  lastTime: { kind: 'date', optional: true },
  otherTimes: { kind: 'page', rows: 4, optional: true },
  danger: { kind: 'one', options: ['yes', 'no'] },
  dangerWho: { kind: 'page', rows: 4 },
  ways: { kind: 'many', options: ['call', 'text', 'email', 'letter', 'visit', 'through'] },
  phone: { kind: 'line', keys: 'tel' },
  voicemail: { kind: 'one', options: ['yes', 'no'] },
  phoneOthers: { kind: 'page', rows: 2, optional: true },
  email: { kind: 'line', keys: 'email' },
  emailOthers: { kind: 'page', rows: 2, optional: true },
  letter: { kind: 'page', rows: 4 },
  letterOthers: { kind: 'page', rows: 2, optional: true },
  place: { kind: 'page', rows: 3 },
  through: { kind: 'page', rows: 3 },
  times: { kind: 'page', rows: 3 },
  notTimes: { kind: 'page', rows: 3 },
  codeWord: { kind: 'line', optional: true },
  never: { kind: 'page', rows: 3, optional: true },
  spoken: { kind: 'spoken' },
  spokenOther: { kind: 'line', optional: true },
  interpreter: { kind: 'one', options: ['yes', 'no'] },
  interpreterWish: { kind: 'page', rows: 2, optional: true },
  help: { kind: 'many', options: ['hear', 'see', 'read', 'move', 'company'], optional: true },
  helpMore: { kind: 'page', rows: 3, optional: true },
} as const satisfies Record<string, Field>;

export type FieldId = keyof typeof fields;

export const fieldIds = Object.keys(fields) as readonly FieldId[];

/** A field as any code may read it, whichever it is. */
export function fieldOf(id: FieldId): Field {
  return fields[id];
}

/** Whether a word that was kept is one this version offers. */
export function isOption(id: FieldId, value: string): boolean {
  return fieldOf(id).options?.includes(value) ?? false;
}
