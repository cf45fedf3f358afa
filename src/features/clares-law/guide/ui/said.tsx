import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { isDraft, sourceLanguage } from '#i18n/languages';
import { textOf } from '#i18n/text';
import { useLanguage } from '#i18n/use-text';

/** An emergency instruction. In a language that is not checked yet the English stands directly under it. */
export function Said({ say }: { readonly say: (t: TFunction<'ask'>) => string }): ReactNode {
  const lang = useLanguage();
  return (
    <>
      <span className="said">{say(textOf(lang, 'ask'))}</span>
      {isDraft(lang) && (
        <span className="original" lang={sourceLanguage} dir="ltr">
          {say(textOf(sourceLanguage, 'ask'))}
        </span>
      )}
    </>
  );
}
