import { localClock, localDay } from '#kernel/local-time';
import { formatClock, formatDate } from '#i18n/format';
import type { LanguageCode } from '#i18n/languages';
import { draftField, ourWordsField } from '../held.ts';
import { writeDraft, type Draft } from '../model/draft.ts';
import { paperText } from './paper-text.ts';
import { speakerOf } from './request-words.ts';

export interface PlanEntry {
  readonly words: { readonly title: string; readonly text: string };
  /** What stands beside the words: the draft, and which words are ours. */
  readonly fields: Readonly<Record<string, unknown>>;
}

function entryOf(words: PlanEntry['words'], draft: unknown): PlanEntry {
  return { words, fields: { [draftField]: draft, [ourWordsField]: words } };
}

/** A draft as an entry of a plan: a note that says what it is and from when, so that two of them are told apart. */
export function planEntry(lang: LanguageCode, draft: unknown, now: Date): PlanEntry {
  const { t, terms } = speakerOf(lang);
  const date = formatDate(terms, localDay(now));
  const time = formatClock(lang, localClock(now));
  return entryOf({ title: t('keep.note.title'), text: t('keep.note.text', { date, time }) }, draft);
}

/** A draft as an entry of a file: whoever is handed it reads the paper. In a plan it can be gone on with, and takes the short words again. */
export function fileEntry(draft: Draft, lang: LanguageCode, readIn: LanguageCode, now: Date): PlanEntry {
  return entryOf({ title: speakerOf(lang).t('keep.note.title'), text: paperText(draft, lang, readIn, now) }, writeDraft(draft));
}
