import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { goTo } from '../held.ts';
import type { Draft } from '../model/draft.ts';
import { askedBySection, sectionOf } from '../model/steps.ts';
import type { StepId } from '../model/step-list.ts';

/** Which part this is, and the way to any other. Names, never a share of anything. */
export function Progress({ draft, step }: { readonly draft: Draft; readonly step: StepId }): ReactNode {
  const t = useText('request');
  const here = sectionOf(step);
  return (
    <nav aria-label={t('progress.all')}>
      <details className="fold">
        <summary>{t('progress.now', { name: t(`section.${here}`) })}</summary>
        <ol className="chips">
          {askedBySection(draft).map(({ section, steps: [first] }) => (
            <li key={section}>
              <button type="button" className="button quiet small" aria-current={section === here ? 'step' : undefined} data-ask-part={section} onClick={() => first && goTo(first)}>
                {t(`section.${section}`)}
                {section === here && ` (${t('progress.here')})`}
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="button quiet small" data-ask-do="check" onClick={() => goTo('check')}>
              {t('intro.toCheck')}
            </button>
          </li>
        </ol>
      </details>
    </nav>
  );
}
