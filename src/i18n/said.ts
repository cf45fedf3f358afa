import { createElement, Fragment, type ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { isDraft, sourceLanguage } from './languages.ts';
import { textOf, type Namespace } from './text.ts';
import { useLanguage } from './use-text.ts';

/** How one sentence is said, given the translate function of a language. */
export type Saying<N extends Namespace> = (t: TFunction<N>) => string;

/**
 * Draws an emergency instruction of one screen's words. In a language that is
 * not checked yet the English original stands directly under it, so that a
 * mistranslation can be seen and the sentence can be shown to someone. Such a
 * screen loads its English words too (`englishToo` in src/app/screen-words.ts).
 */
export function saidIn<N extends Namespace>(ns: N): (props: { readonly say: Saying<N> }) => ReactNode {
  return function Said({ say }) {
    const lang = useLanguage();
    const original = isDraft(lang) && createElement('span', { className: 'original', lang: sourceLanguage, dir: 'ltr' }, say(textOf(sourceLanguage, ns)));
    return createElement(Fragment, null, createElement('span', { className: 'said' }, say(textOf(lang, ns))), original);
  };
}
