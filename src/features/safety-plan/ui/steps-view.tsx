import { useRef, type ReactNode } from 'react';
import { formatDate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { Icon } from '#ui/icon.tsx';
import { useLeaving } from '#ui/use-leaving.ts';
import type { Go } from '../at.ts';
import type { Holder } from '../holder.ts';
import { readDay } from '../model/day.ts';
import { isBag, pickedIn, sectionsFor, stepsIn, withDays } from '../model/steps.ts';
import { sectionTitle } from './section-title.ts';
import { StepList } from './step-list.tsx';
import { countWords, stepWords } from './step-words.ts';
import { useHolder } from './use-holder.ts';

/** The whole of somebody's steps in one place: what has a day first, then part after part of their life, each leading to its ideas. */
export function StepsView({ holder, go, saved }: { readonly holder: Holder; readonly go: Go; readonly saved: ReactNode }): ReactNode {
  const t = useText('steps');
  const terms = useText('terms');
  const { entries, fields } = useHolder(holder);
  const heading = useRef<HTMLHeadingElement>(null);
  useLeaving(holder.saveNow);
  const steps = stepsIn(entries);
  const picked = pickedIn(fields);
  const dated = withDays(steps.filter(({ of }) => !isBag(of)));
  return (
    <div data-plan-view="steps">
      <h1 ref={heading} tabIndex={-1}>
        {t('title')}
      </h1>
      <p>{t('lead')}</p>
      {saved}
      {picked.isForFriend && <p className="soft">{t('friendTogether')}</p>}
      {!picked.hasBegun && (
        <p>
          <button type="button" className="button wide" data-plan-do="begin-steps" onClick={() => go({ view: 'begin' })}>
            {t('begin.title')}
          </button>
        </p>
      )}
      {dated.length > 0 && (
        <section data-plan-days>
          <h2>{t('withDay')}</h2>
          <ul className="facts">
            {dated.map((step) => (
              <li key={step.id}>
                <button type="button" className="as-link" translate={step.words === '' ? undefined : 'no'} dir={step.words === '' ? undefined : 'auto'} onClick={() => go({ view: 'section', section: step.of })}>
                  {stepWords(t, step)}
                </button>
                <span className="said soft">{formatDate(terms, readDay(step.day) ?? step.day)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="notes">
        {sectionsFor(picked, steps).map((section) => {
          const own = steps.filter(({ of }) => of === section);
          return (
            <li key={section} data-plan-section={section}>
              <button type="button" className="card-link" onClick={() => go({ view: 'section', section })}>
                <span className="words">
                  <strong>{sectionTitle(t, section)}</strong>
                  <span>{own.length === 0 ? t('count.none') : countWords(t, own)}</span>
                </span>
                <Icon name="forward" />
              </button>
              <StepList holder={holder} steps={[...own].sort((a, b) => Number(a.isLater) - Number(b.isLater))} go={go} after={heading} />
            </li>
          );
        })}
      </ul>
      {picked.hasBegun && (
        <p>
          <button type="button" className="button quiet" data-plan-do="begin-steps" onClick={() => go({ view: 'begin' })}>
            {t(picked.isForFriend ? 'againFriend' : 'again')}
          </button>
        </p>
      )}
    </div>
  );
}
