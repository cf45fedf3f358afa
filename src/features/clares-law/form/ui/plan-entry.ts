import { formatClock, formatDate } from '#i18n/format';
import type { LanguageCode } from '#i18n/languages';
import { draftField } from '../held.ts';
import { speakerOf } from './request-words.ts';

const two = (part: number): string => String(part).padStart(2, '0');

/** A draft as an entry of a plan: a note that says what it is and from when, so that two of them are told apart. */
export function planEntry(lang: LanguageCode, draft: unknown, now: Date): object {
  const { t, terms } = speakerOf(lang);
  const date = formatDate(terms, `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
  const time = formatClock(lang, `${two(now.getHours())}:${two(now.getMinutes())}`);
  return { title: t('keep.note.title'), text: t('keep.note.text', { date, time }), changed: now.toISOString(), [draftField]: draft };
}
