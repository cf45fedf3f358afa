import type { TFunction } from 'i18next';
import { lineOf } from '#content/line';
import { isolate } from '#i18n/format';
import type { IdeaId } from '#content/ideas';
import type { Step } from '../model/steps.ts';

export function ideaWords(t: TFunction<'steps'>, idea: IdeaId): string {
  return t(`idea.${idea}`, { emergency: isolate(lineOf('999').call.display) });
}

/** How many there are, and how many are done where any is: nothing is counted against anyone. */
export function countWords(t: TFunction<'steps'>, steps: readonly Step[]): string {
  const done = steps.filter(({ isDone }) => isDone).length;
  return done === 0 ? t('door.count', { count: steps.length }) : t('door.done', { count: steps.length, done });
}

/** The same of things to have ready. */
export function bagWords(t: TFunction<'steps'>, things: readonly Step[]): string {
  const done = things.filter(({ isDone }) => isDone).length;
  return done === 0 ? t('bag.things', { count: things.length }) : t('bag.count', { count: things.length, done });
}

/** A step in the person's words, or the idea's in the language of the screen. */
export function stepWords(t: TFunction<'steps'>, { words, idea }: Step): string {
  return words === '' && idea !== null ? ideaWords(t, idea) : words;
}
