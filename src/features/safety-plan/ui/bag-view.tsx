import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import type { Go } from '../at.ts';
import type { Holder } from '../holder.ts';
import { bagSections } from '#content/ideas';
import { GuideLink } from './guide-link.tsx';
import { SectionPart } from './section-part.tsx';
import { useLeaving } from '#ui/use-leaving.ts';

/** What to have ready, and where it is. */
export function BagView({ holder, go, saved }: { readonly holder: Holder; readonly go: Go; readonly saved: ReactNode }): ReactNode {
  const t = useText('steps');
  useLeaving(holder.saveNow);
  return (
    <div data-plan-view="bag">
      <h1 tabIndex={-1}>{t('bag.title')}</h1>
      <p>{t('bag.lead')}</p>
      <p className="soft">{t('bag.risk')}</p>
      {saved}
      <GuideLink guide="bag" />
      {bagSections.map((section) => (
        <SectionPart key={section} holder={holder} section={section} go={go} />
      ))}
    </div>
  );
}
