import type { Entry } from './entry.ts';
import { isBlankEntry, logEntryOf } from './log.ts';
import { codeWordsIn, contactsIn, isBlankCode, isBlankContact } from './people.ts';

/**
 * Entries that were opened and in which nothing was written. Leaving one takes
 * it away; this finds those that nobody left: the plan locked, or the page was
 * killed, while one was open.
 */
export function blankIn(entries: readonly Entry[]): readonly string[] {
  return [
    ...entries.map(logEntryOf).filter((entry) => entry !== null && isBlankEntry(entry)),
    ...contactsIn(entries).filter(isBlankContact),
    ...codeWordsIn(entries).filter(isBlankCode),
  ].flatMap((one) => (one ? [one.id] : []));
}
