import type { ReactNode } from 'react';
import { pathTo, type GuideId } from '#content/routes';
import { useLanguage, useText } from '#i18n/use-text';
import { InsideLink } from '#ui/inside-link.tsx';

/** The way to what there is to read beside a part of the plan. Back leads here again. */
export function GuideLink({ guide }: { readonly guide: GuideId }): ReactNode {
  const lang = useLanguage();
  const t = useText('steps');
  return (
    <p>
      <InsideLink className="outside" to={pathTo(lang, `read/${guide}`)}>
        {t('read.guide')}
      </InsideLink>
    </p>
  );
}
