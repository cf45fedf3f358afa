import type { ReactNode } from 'react';
import { isDraft, sourceLanguage } from '#i18n/languages';
import { useLanguage } from '#i18n/use-text';
import { textOf } from '#i18n/text';
import type { TFunction } from 'i18next';

/** How one sentence is said, given the translate function of a language. */
export type Saying = (t: TFunction<'now'>) => string;

/**
 * An emergency instruction. In a language that is not checked yet the English
 * original stands directly under it, so that a mistranslation can be seen and
 * the sentence can be shown to someone.
 */
export function Said({ say }: { readonly say: Saying }): ReactNode {
  const lang = useLanguage();
  return (
    <>
      <span className="said">{say(textOf(lang, 'now'))}</span>
      {isDraft(lang) && (
        <span className="original" lang={sourceLanguage} dir="ltr">
          {say(textOf(sourceLanguage, 'now'))}
        </span>
      )}
    </>
  );
}

export function SaidSteps({ steps }: { readonly steps: readonly Saying[] }): ReactNode {
  return (
    <ol className="steps">
      {steps.map((say, index) => (
        <li key={index}>
          <Said say={say} />
        </li>
      ))}
    </ol>
  );
}
