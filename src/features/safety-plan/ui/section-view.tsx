import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import type { Go } from '../at.ts';
import type { Holder } from '../holder.ts';
import { guideBeside, type SectionId } from '#content/ideas';
import { BreathingSpace } from './breathing-space.tsx';
import { GuideLink } from './guide-link.tsx';
import { sectionTitle } from './section-title.ts';
import { SectionPart } from './section-part.tsx';
import { pickedIn, sectionsFor, stepsIn } from '../model/steps.ts';
import { useLeaving } from '#ui/use-leaving.ts';
import { useHolder } from './use-holder.ts';

/** What is hard to think of. */
const hard: readonly SectionId[] = ['now', 'friend', 'together', 'going', 'left', 'children', 'pregnant', 'faith', 'teen', 'care'];

interface Props {
  readonly holder: Holder;
  readonly section: SectionId;
  readonly go: Go;
  readonly leave: () => void;
  readonly saved: ReactNode;
}

/** One part of somebody's life: their steps in it, and ideas for more. */
export function SectionView({ holder, section, go, leave, saved }: Props): ReactNode {
  const t = useText('steps');
  useLeaving(holder.saveNow);
  const { entries, fields } = useHolder(holder);
  const picked = pickedIn(fields);
  const parts = sectionsFor(picked, stepsIn(entries));
  const next = parts[parts.indexOf(section) + 1];
  return (
    <div data-plan-view="section">
      <h1 tabIndex={-1}>{sectionTitle(t, section)}</h1>
      {saved}
      <GuideLink guide={guideBeside[section]} />
      <SectionPart holder={holder} section={section} go={go} />
      {picked.isForFriend && section !== 'friend' && <p className="soft">{t('friendTogether')}</p>}
      <div className="pair ends">
        {next && (
          <button type="button" className="button" data-plan-do="next-section" onClick={() => go({ view: 'section', section: next }, true)}>
            {t('next', { part: sectionTitle(t, next) })}
          </button>
        )}
        <button type="button" className="button quiet" data-plan-do="all-steps" onClick={leave}>
          {t('all')}
        </button>
      </div>
      {hard.includes(section) && <BreathingSpace />}
    </div>
  );
}
