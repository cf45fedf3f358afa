import { createContext, use } from 'react';
import type { TFunction } from 'i18next';
import { sourceLanguage, type LanguageCode } from './languages.ts';
import { textOf, type Namespace } from './text.ts';

/** The language of the screen. The frame provides it; everything below reads it. */
export const ScreenLanguage = createContext<LanguageCode>(sourceLanguage);

export function useLanguage(): LanguageCode {
  return use(ScreenLanguage);
}

/** The translate function of a namespace in the language of the screen. */
export function useText<N extends Namespace>(ns: N): TFunction<N> {
  return textOf(useLanguage(), ns);
}
