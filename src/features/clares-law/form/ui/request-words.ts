/** How what was answered is said: the same for the list of answers, the paper and what is copied. */
import type { TFunction } from 'i18next';
import { plainDigits } from '#kernel/digits';
import { spokenLanguage } from '#content/spoken-languages';
import { formatDate } from '#i18n/format';
import { sourceLanguage, type LanguageCode } from '#i18n/languages';
import { textOf } from '#i18n/text';
import type { FieldId } from '../model/fields.ts';
import type { PaperValue } from '../model/paper.ts';
import { daysIn, likelyYear, readDate, type PartDate, type Today, type TypedDate } from '../model/part-date.ts';

export interface Speaker {
  readonly lang: LanguageCode;
  readonly t: TFunction<'request'>;
  readonly terms: TFunction<'terms'>;
}

export function speakerOf(lang: LanguageCode): Speaker {
  return { lang, t: textOf(lang, 'request'), terms: textOf(lang, 'terms') };
}

/** The words of one choice. The table of fields and the files of words agree: a test goes through all of them. */
export function optionWords(t: TFunction<'request'>, field: FieldId, option: string): string {
  return t(`option.${field}.${option}` as 'option.for.me');
}

const two = (part: number): string => String(part).padStart(2, '0');

export const monthNames = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const;

/** A date as far as it is known. */
export function dateWords({ t, terms }: Speaker, { day, month, year }: PartDate): string {
  if (year !== null) return formatDate(terms, [String(year), ...(month === null ? [] : [two(month)]), ...(month === null || day === null ? [] : [two(day)])].join('-'));
  const name = monthNames[(month ?? 1) - 1] ?? 'm1';
  return day === null ? t('date.monthOnly', { month: terms(`month.${name}`) }) : t('date.dayMonth', { day, month: terms(`monthOf.${name}`) });
}

/** The name of a spoken language: in English for the police, its own name for the person who speaks it. */
export function spokenWords({ lang }: Speaker, code: string): string {
  const found = spokenLanguage(code);
  if (!found) return code;
  return lang === sourceLanguage ? found.english : found.own;
}

/** The line that asks for an interpreter, where one is wanted. */
export function interpreterWords(speaker: Speaker, code: string, unnamed: string, named: (language: string) => string): string {
  return code === '' ? unnamed : named(spokenWords(speaker, code));
}

/** The lines of a value. Only `words` are a person's own. */
export function linesOf(speaker: Speaker, field: FieldId, value: PaperValue): readonly string[] {
  switch (value.is) {
    case 'words':
      return value.lines;
    case 'choice':
      return [optionWords(speaker.t, field, value.option)];
    case 'spoken':
      return [spokenWords(speaker, value.code)];
    case 'date':
      return [dateWords(speaker, value.date)];
    case 'typed-date':
      return [speaker.t('date.asWritten', { text: value.text })];
  }
}

/** Why a date cannot be understood, with what was understood of it. Null: it can. */
export function dateFaultWords(speaker: Speaker, typed: TypedDate, today: Today): string | null {
  const read = readDate(typed, today);
  if (read.ok) return null;
  const { t, terms } = speaker;
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) => Number(plainDigits(part.trim())) || 0) as [number, number, number];
  const name = monthNames[month - 1] ?? 'm1';
  switch (read.fault) {
    case 'not-a-number':
      return t('fault.not-a-number');
    case 'short-year':
      return t('fault.short-year', { year: likelyYear(typed.year, today) });
    case 'long-ago':
      return t('fault.long-ago', { year: typed.year.trim() });
    case 'future':
      return t('fault.future', { date: dateWords(speaker, { day: day || null, month: month || null, year }) });
    case 'no-such-month':
      return t('fault.no-such-month', { month: typed.month.trim() });
    case 'no-such-day':
      return t('fault.no-such-day', { day: typed.day.trim() });
    case 'day-alone':
      return t('fault.day-alone', { day: typed.day.trim() });
    case 'day-not-in-month':
      return t('fault.day-not-in-month', { day, days: daysIn(month, year || null), month: year ? formatDate(terms, `${year}-${two(month)}`) : terms(`month.${name}`) });
  }
}

/** The day it is on this device. */
export function todayOf(now: Date): Today {
  return { day: now.getDate(), month: now.getMonth() + 1, year: now.getFullYear() };
}
