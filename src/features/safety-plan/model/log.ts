/** What happened, and when: entries of a person's own record, in the order of days. */
import { localDay } from '#kernel/local-time';
import { readDay, readTime } from './day.ts';
import { fieldOf, textIn, type Entry, type EntryFile, type Fields } from './entry.ts';

/** What a person may say beside what happened, in the order it is asked. */
export const details = ['where', 'who', 'hurt', 'refs', 'felt'] as const;
export type Detail = (typeof details)[number];

export interface LogEntry {
  readonly id: string;
  readonly text: string;
  /** As typed. */
  readonly day: string;
  readonly time: string;
  readonly isUnsure: boolean;
  /** About when, where the day is not known. */
  readonly about: string;
  readonly details: Readonly<Record<Detail, string>>;
  /** When it was begun, ISO 8601 in UTC; '' when that is not known. */
  readonly written: string;
  readonly changed: string;
  readonly files: readonly EntryFile[];
  readonly field: Fields;
}

export function logEntryOf(entry: Entry): LogEntry | null {
  const field = fieldOf(entry, 'log');
  if (!field) return null;
  const read = (name: string): string => textIn(field, name);
  return {
    id: entry.id,
    text: entry.text,
    day: read('day'),
    time: read('time'),
    isUnsure: field['unsure'] === true,
    about: read('about'),
    details: { where: read('where'), who: read('who'), hurt: read('hurt'), refs: read('refs'), felt: read('felt') },
    written: read('written'),
    changed: entry.changed,
    files: entry.files,
    field,
  };
}

/** The day an entry stands under; `null`: not known. */
export function dayOfEntry({ day, isUnsure }: LogEntry): string | null {
  return isUnsure ? null : readDay(day);
}

/** Newest first; within a day by time, those without one last; those without a day at the end. The order they were begun in decides the rest. */
export function inOrderOfDays(entries: readonly Entry[]): readonly LogEntry[] {
  const rows = entries.map(logEntryOf).filter((one) => one !== null).map((entry, at) => ({ entry, at, key: `${dayOfEntry(entry) ?? ''} ${readTime(entry.time) ?? ''}` }));
  return rows.sort((a, b) => (a.key === b.key ? b.at - a.at : a.key < b.key ? 1 : -1)).map(({ entry }) => entry);
}

/** Every word of an entry, for the search. */
export function wordsOf({ text, about, details: beside }: LogEntry): string {
  return [text, about, ...details.map((name) => beside[name])].join(' ');
}

/** Nothing was said in it and nothing added to it: not kept. It begins with the day of its beginning, which says nothing yet. */
export function isBlankEntry(entry: LogEntry): boolean {
  const begun = new Date(entry.written);
  const saysWhen = entry.time.trim() !== '' || (entry.day !== '' && !Number.isNaN(begun.getTime()) && entry.day !== localDay(begun));
  return wordsOf(entry).trim() === '' && entry.files.length === 0 && !saysWhen;
}
