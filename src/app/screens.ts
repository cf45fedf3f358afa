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

const screens: Record<ScreenId, Screen> = {
  home: { words: ['home'], withEnglish: false, load: () => import('./routes/home.tsx') },
  now: { words: ['now'], withEnglish: true, load: () => import('./routes/now.tsx') },
  find: { words: ['find', 'services'], withEnglish: false, load: () => import('./routes/find.tsx') },
  more: { words: ['find', 'services'], withEnglish: false, load: () => import('./routes/more.tsx') },
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

/**
 * Brings a screen and its words into memory. Null when they are there already.
 * The promise is the same one until it settles; a failure may be tried again.
 */
export function loadScreen(id: ScreenId, lang: LanguageCode): Promise<void> | null {
  if (isLoaded(id, lang)) {
    return null;
  }
  const key = `${lang}/${id}`;
  const known = pending.get(key);
  if (known) {
    return known;
  }
  const { words, withEnglish, load } = screens[id];
  const made = Promise.all([
    load().then(({ Page }) => pages.set(id, Page)),
    loadText(lang, [...always, ...words]),
    withEnglish && isDraft(lang) ? loadText(sourceLanguage, words) : undefined,
  ]).then(() => undefined);
  pending.set(key, made);
  // Kept until it settles badly: React must be handed the same promise on each try.
  made.catch(() => undefined);
  return made;
}

/** Forgets failed attempts, so that "try again" really does. */
export function forgetFailures(): void {
  pending.clear();
}

export const screenIds = Object.keys(screens) as ScreenId[];
