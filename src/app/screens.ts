import { createElement, type ComponentType, type ReactNode } from 'react';
import { isDraft, sourceLanguage, type LanguageCode } from '#i18n/languages';
import { hasText, loadText, type Namespace } from '#i18n/text';
import { always, englishToo, ofGuides, screenWords, type ScreenId } from './screen-words.ts';

export type { ScreenId };

type Load = () => Promise<{ readonly Page: ComponentType }>;

const asking = (): Promise<typeof import('./routes/ask.tsx')> => import('./routes/ask.tsx');

const reading = (): Promise<typeof import('./routes/read.tsx')> => import('./routes/read.tsx');

const screens: Record<ScreenId, Load> = {
  home: () => import('./routes/home.tsx'),
  now: () => import('./routes/now.tsx'),
  find: () => import('./routes/find.tsx'),
  more: () => import('./routes/more.tsx'),
  ask: asking,
  ways: async () => ({ Page: (await asking()).WaysPage }),
  friends: async () => ({ Page: (await asking()).FriendsPage }),
  plan: () => import('./routes/plan.tsx'),
  // The paper for the police is in English in every language.
  request: () => loadText(sourceLanguage, ['request', 'terms']).then(() => import('./routes/request.tsx')),
  read: reading,
  ...ofGuides((id) => async () => ({ Page: (await reading()).guideScreen(id) })),
  device: () => import('./routes/device.tsx'),
  settings: () => import('./routes/settings.tsx'),
  about: () => import('./routes/about.tsx'),
  sources: () => import('./routes/sources.tsx'),
  lost: () => import('./routes/lost.tsx'),
};

const pages = new Map<ScreenId, ComponentType>();
const pending = new Map<string, Promise<void>>();

/** Draws a screen that is in memory; nothing when it is not there yet. */
export function drawScreen(id: ScreenId): ReactNode {
  const Page = pages.get(id);
  return Page ? createElement(Page) : null;
}

/** The English words a screen shows beside those of its language. */
function englishOf(id: ScreenId, lang: LanguageCode): readonly Namespace[] {
  return isDraft(lang) ? screenWords[id].filter((ns) => englishToo.includes(ns)) : [];
}

function isLoaded(id: ScreenId, lang: LanguageCode): boolean {
  return pages.has(id) && hasText(lang, [...always, ...screenWords[id]]) && hasText(sourceLanguage, englishOf(id, lang));
}

/** Lets `use` read a settled promise at once, by the fields React itself sets on one it has waited for. */
function markSettled(promise: Promise<void>): Promise<void> {
  return Object.assign(promise, { status: 'fulfilled', value: undefined });
}

const there = markSettled(Promise.resolve());

/**
 * A part of the app that did not arrive. Chromium remembers a failed import by
 * its address and never asks again (measured, version 147), so the way on is
 * to open the page itself.
 */
export class LoadFailure extends Error {
  override name = 'LoadFailure';
}

/** One promise for each thing, before and after it settles: React must be handed the same one on every try. */
function once(key: string, isThere: boolean, begin: () => Promise<unknown>): Promise<void> {
  const known = pending.get(key) ?? (isThere ? there : null);
  if (known) {
    return known;
  }
  const made = begin().then(
    () => undefined,
    () => {
      throw new LoadFailure();
    },
  );
  made.then(
    () => markSettled(made),
    () => undefined,
  );
  pending.set(key, made);
  return made;
}

/** Brings the words of the frame into memory; settled already when they are there. */
export function loadFrame(lang: LanguageCode): Promise<void> {
  return once(lang, hasText(lang, always), () => loadText(lang, always));
}

/** Brings a screen and its words into memory; settled already when they are there. A failure may be tried again. */
export function loadScreen(id: ScreenId, lang: LanguageCode): Promise<void> {
  return once(`${lang}/${id}`, isLoaded(id, lang), () =>
    Promise.all([
      screens[id]().then(({ Page }) => pages.set(id, Page)),
      loadText(lang, [...always, ...screenWords[id]]),
      loadText(sourceLanguage, englishOf(id, lang)),
    ]),
  );
}

export const screenIds = Object.keys(screens) as ScreenId[];
