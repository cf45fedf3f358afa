/** What somebody takes out of their plan: some of its parts, and of what happened perhaps only the last while. */
import { readDay } from './day.ts';
import { isOfKind, type Entry } from './entry.ts';
import { logEntryOf } from './log.ts';
import { isBag, sectionOf } from './steps.ts';

export const parts = ['steps', 'bag', 'people', 'log', 'notes', 'files'] as const;
export type Part = (typeof parts)[number];

/** The part an entry belongs to. */
export function partOf(entry: Entry): Exclude<Part, 'files'> {
  const section = sectionOf(entry);
  if ('step' in entry.rest) return section && isBag(section) ? 'bag' : 'steps';
  if ('log' in entry.rest) return 'log';
  return isOfKind(entry) ? 'people' : 'notes';
}

/**
 * The entries of the parts that were picked. `from`: of what happened, only the
 * days from this one on ('YYYY-MM-DD'), and whatever has no day; `null`: all.
 */
export function selected<T extends Entry>(entries: readonly T[], picked: readonly Part[], from: string | null): readonly T[] {
  return entries.filter((entry) => {
    const part = partOf(entry);
    if (!picked.includes(part)) return false;
    const log = logEntryOf(entry);
    const day = log && !log.isUnsure ? readDay(log.day) : null;
    return from === null || day === null || day >= from;
  });
}
