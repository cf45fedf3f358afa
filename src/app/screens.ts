import { createElement, type ComponentType, type ReactNode } from 'react';
import { isDraft, sourceLanguage, type LanguageCode } from '#i18n/languages';
import { hasText, loadText, type Namespace } from '#i18n/text';
import type { RouteId } from '#content/routes';

/** Routes with a screen in the app; `clock` is a page of its own with no way back. */
export type ScreenId = Exclude<RouteId, 'clock'>;

interface Screen {
  readonly words: readonly Namespace[];
  /** Shows emergency instructions: a draft language needs the English words too. */
  readonly withEnglish: boolean;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}

/** Needed on every screen. */
const always: readonly Namespace[] = ['frame', 'terms'];

const asking = (): Promise<typeof import('./routes/ask.tsx')> => import('./routes/ask.tsx');

const screens: Record<ScreenId, Screen> = {
  home: { words: ['home'], withEnglish: false, load: () => import('./routes/home.tsx') },
  now: { words: ['now'], withEnglish: true, load: () => import('./routes/now.tsx') },
  find: { words: ['find', 'services'], withEnglish: false, load: () => import('./routes/find.tsx') },
  more: { words: ['find', 'services'], withEnglish: false, load: () => import('./routes/more.tsx') },
  ask: { words: ['ask'], withEnglish: true, load: asking },
  ways: { words: ['ask'], withEnglish: true, load: async () => ({ Page: (await asking()).WaysPage }) },
  friends: { words: ['ask'], withEnglish: true, load: async () => ({ Page: (await asking()).FriendsPage }) },
  plan: { words: ['plan'], withEnglish: false, load: () => import('./routes/plan.tsx') },
  // The paper for the police is in English in every language.
  request: { words: ['request'], withEnglish: true, load: () => loadText(sourceLanguage, ['request', 'terms']).then(() => import('./routes/request.tsx')) },
  device: { words: ['device'], withEnglish: false, load: () => import('./routes/device.tsx') },
  settings: { words: ['settings'], withEnglish: false, load: () => import('./routes/settings.tsx') },
  about: { words: ['about'], withEnglish: false, load: () => import('./routes/about.tsx') },
  sources: { words: ['about', 'services'], withEnglish: false, load: () => import('./routes/sources.tsx') },
  lost: { words: [], withEnglish: false, load: () => import('./routes/lost.tsx') },
};

const pages = new Map<ScreenId, ComponentType>();
const pending = new Map<string, Promise<void>>();

/** Draws a screen that is in memory; nothing when it is not there yet. */
export function drawScreen(id: ScreenId): ReactNode {
  const Page = pages.get(id);
  return Page ? createElement(Page) : null;
}

function isLoaded(id: ScreenId, lang: LanguageCode): boolean {
  const english = isDraft(lang) && screens[id].withEnglish ? hasText(sourceLanguage, screens[id].words) : true;
  return pages.has(id) && hasText(lang, [...always, ...screens[id].words]) && english;
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
  const { words, withEnglish, load } = screens[id];
  return once(`${lang}/${id}`, isLoaded(id, lang), () =>
    Promise.all([
      load().then(({ Page }) => pages.set(id, Page)),
      loadText(lang, [...always, ...words]),
      withEnglish && isDraft(lang) ? loadText(sourceLanguage, words) : undefined,
    ]),
  );
}

export const screenIds = Object.keys(screens) as ScreenId[];
