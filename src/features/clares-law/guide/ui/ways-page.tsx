import type { ReactNode } from 'react';
import { otherForces } from '#content/forces';
import { isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { Checked } from './checked.tsx';
import { Danger } from './danger.tsx';
import { Explained } from './explained.tsx';
import { KentWays } from './kent-ways.tsx';
import { PageLink } from './page-link.tsx';
import { forceOf } from './reach.ts';
import { NationWay } from './way-answer.tsx';

const jumps = [
  ['kent', 'answer.kent.title'],
  ['nations', 'ways.nations'],
  ['child', 'child.title'],
  ['together', 'together.title'],
  ['others', 'ways.others'],
] as const;

/** Every answer the questions can lead to, on one page: for who reads without script, and for who helps others. */
export function WaysPage({ requestPath }: { readonly requestPath?: string | undefined }): ReactNode {
  const t = useText('ask');
  return (
    <>
      <h1 tabIndex={-1}>{t('ways.title')}</h1>
      <Danger />
      <p className="lead">{t('ways.lead')}</p>
      <nav className="jumps" aria-labelledby="jumps">
        <h2 id="jumps">{t('jump')}</h2>
        <ul>
          {jumps.map(([id, words]) => (
            <li key={id}>
              <a href={`#${id}`}>{t(words)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section id="kent">
        <h2>{t('answer.kent.title')}</h2>
        <p>{t('answer.kent.text')}</p>
        <KentWays requestPath={requestPath} />
      </section>
      <section id="nations">
        <h2>{t('ways.nations')}</h2>
        {(['scotland', 'northern-ireland'] as const).map((nation) => (
          <div key={nation}>
            <h3>{t('answer.nation.title', { force: isolate(forceOf(nation).name) })}</h3>
            <NationWay nation={nation} />
          </div>
        ))}
      </section>
      <Explained id="child" />
      <Explained id="together" />
      <Explained id="know" />
      <section id="others">
        <h2>{t('ways.others')}</h2>
        <p>{t('ways.othersText')}</p>
        <ul>
          {otherForces().map((force) => (
            <li key={force.id}>
              <PageLink page={force.page} name={force.name} />
            </li>
          ))}
        </ul>
      </section>
      <Checked />
    </>
  );
}
