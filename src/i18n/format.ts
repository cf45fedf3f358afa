import type { TFunction } from 'i18next';
import { languageOf, type LanguageCode } from './languages.ts';
import type { DayId } from '#content/service';

/**
 * Dates, times and lists in words of the language. The words come from
 * `terms`, not from Intl: a browser's own tables differ from those of the
 * machine that prerendered the page, and a page must read the same in both.
 * Digits are Western everywhere, because telephone numbers are dialled in them.
 */
type Terms = TFunction<'terms'>;

const months = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const;

/** 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY' in words: '22 November 2026', 'November 2026', '2026'. */
export function formatDate(t: Terms, date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) {
    return year;
  }
  const name = months[Number(month) - 1] ?? 'm1';
  return day === undefined
    ? t('date.month', { month: t(`month.${name}`), year })
    : t('date.day', { day: Number(day), month: t(`monthOf.${name}`), year });
}

/** A wall-clock time 'HH:MM' as the language writes it: '9am', '9:30am', '9:30'. '24:00' is midnight. */
export function formatClock(lang: LanguageCode, time: string): string {
  const [hourText = '0', minuteText = '00'] = time.split(':');
  const hour = Number(hourText) % 24;
  if (languageOf(lang).clock === 24) {
    return `${hour}:${minuteText}`;
  }
  const minutes = minuteText === '00' ? '' : `:${minuteText}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** 'Monday' … 'Sunday' in the language. */
export function formatDay(t: Terms, day: DayId): string {
  return t(`day.${day}`);
}

/** 'a', 'a and b', 'a, b and c' in the language. */
export function formatList(t: Terms, items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : t('list.and', { first: items.slice(0, -1).join(t('list.comma')), last });
}

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The wall-clock time in London at an instant: 'HH:MM'. */
export function londonTime(at: Date): string {
  return londonClock.format(at);
}

/** Wraps a number or Latin word so that it keeps its own direction inside any sentence (Unicode LRI … PDI). */
export function isolate(text: string): string {
  return `\u2066${text}\u2069`;
}

/** Wraps words of any language, so that they run as their first letter does and move nothing around them (Unicode FSI … PDI). */
export function isolateWords(text: string): string {
  return `\u2068${text}\u2069`;
}
