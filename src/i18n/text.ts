/**
 * The door to every word on the screen. Words live in `locales/<lang>/<namespace>.json`,
 * one chunk each, loaded with the screen that needs them. English is the
 * source; its files are the type of every key.
 */
import { createInstance, type TFunction, type i18n } from 'i18next';
import type { LanguageCode } from './languages.ts';
import type { Texts } from './keys.ts';

export type Namespace = keyof Texts;

/** Of the screens somebody may need in danger. The list of all the others would weigh on every one of them: it comes when it is wanted. */
const files = import.meta.glob<Record<string, unknown>>('../../locales/*/{clock,device,find,frame,home,now,rehearsal,services,settings,terms}.json', { import: 'default' });
const speakers = new Map<LanguageCode, i18n>();

function speakerOf(lang: LanguageCode): i18n {
  const known = speakers.get(lang);
  if (known) {
    return known;
  }
  const made = createInstance();
  void made.init({
    lng: lang,
    fallbackLng: false,
    resources: {},
    ns: [],
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  speakers.set(lang, made);
  return made;
}

/** True when every one of these namespaces is in memory for this language. */
export function hasText(lang: LanguageCode, namespaces: readonly Namespace[]): boolean {
  const speaker = speakerOf(lang);
  return namespaces.every((ns) => speaker.hasResourceBundle(lang, ns));
}

/**
 * Loads what is missing. Resolves when all of it is in memory; rejects when a
 * file cannot be had (offline before the first visit was whole), and may then
 * be called again.
 */
export async function loadText(lang: LanguageCode, namespaces: readonly Namespace[]): Promise<void> {
  const speaker = speakerOf(lang);
  await Promise.all(
    namespaces
      .filter((ns) => !speaker.hasResourceBundle(lang, ns))
      .map(async (ns) => {
        const path = `../../locales/${lang}/${ns}.json`;
        const file = files[path] ?? (await import('./other-words.ts')).otherWords[path];
        if (!file) {
          throw new Error(`no words: ${lang}/${ns}`);
        }
        speaker.addResourceBundle(lang, ns, await file());
      }),
  );
}

/**
 * The translate function of a namespace in a language. What it returns is in
 * that language or, for a key that is missing, the key itself: the build fails
 * before that can ship. Nothing falls through to English.
 */
export function textOf<N extends Namespace>(lang: LanguageCode, ns: N): TFunction<N> {
  return speakerOf(lang).getFixedT(lang, ns) as TFunction<N>;
}
