import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { isDraft, sourceLanguage } from '#i18n/languages';
import { textOf } from '#i18n/text';
import { useLanguage } from '#i18n/use-text';

/** An emergency instruction: in a language that is not checked yet the English stands under it. */
export function Said({ say }: { readonly say: (t: TFunction<'request'>) => string }): ReactNode {
  const lang = useLanguage();
  return (
    <>
      <span className="said">{say(textOf(lang, 'request'))}</span>
      {isDraft(lang) && (
        <span className="original" lang={sourceLanguage} dir="ltr">
          {say(textOf(sourceLanguage, 'request'))}
        </span>
      )}
    </>
  );
}
