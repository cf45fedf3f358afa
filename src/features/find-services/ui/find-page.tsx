import type { ReactNode } from 'react';
import { useLanguage, useText } from '#i18n/use-text';
import { longestText } from '../model/fold.ts';
import { AreaBox } from './area-box.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { Results } from './results.tsx';
import { TextBox } from './text-box.tsx';
import { useFinder, type Choices } from './use-finder.ts';
import { useNow } from './use-now.ts';

/** Before the time is known nothing is said about opening; the list is the same either way. */
const noTimeYet = new Date(0);

interface Props {
  /** What another screen sends somebody here for. */
  readonly start?: Partial<Pick<Choices, 'needs' | 'people'>>;
}

export function FindPage({ start }: Props): ReactNode {
  const lang = useLanguage();
  const t = useText('find');
  const now = useNow();
  const finder = useFinder(lang, now ?? noTimeYet, start);
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <noscript>
        <p className="warning">{t('noScript')}</p>
      </noscript>
      <div role="search" className="finder">
        <AreaBox finder={finder} />
        <div className="field">
          <TextBox label={t('search.label')} hint={t('search.hint')} value={finder.query} onChange={finder.setQuery} clearLabel={t('search.clear')} data-find-query="" />
          {finder.query.length > longestText && <p className="soft">{t('results.cut', { count: longestText })}</p>}
        </div>
        <FilterPanel choices={finder.choices} onChange={finder.setChoices} onReset={finder.reset} />
      </div>
      <Results finder={finder} now={now} />
    </>
  );
}
