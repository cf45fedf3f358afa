import type { ReactNode } from 'react';
import { rules, rulesCheckedOn } from '#content/clares-law';
import { emergencyText, silentSolution } from '#content/emergency';
import { forceList } from '#content/forces';
import { lawCheckedOn, lawRules } from '#content/law';
import { sourcesOf, type Source } from '#content/rule';
import { allSources } from '#content/sources';
import { formatDate } from '#i18n/format';
import { useText } from '#i18n/use-text';

/** Every fact's sources, for whoever wants to check them. Addresses are plain text: reading about a source must not visit it. */
export function SourcesPage(): ReactNode {
  const t = useText('about');
  const terms = useText('terms');
  return (
    <>
      <h1 tabIndex={-1}>{t('sources.title')}</h1>
      <p>{t('sources.text')}</p>
      <ul className="facts">
        <li>
          <strong>{t('sources.emergency')}</strong>
          <p className="soft">{terms('checkedOn', { date: formatDate(terms, silentSolution.checkedOn) })}</p>
          <SourceList sources={[...silentSolution.sources, ...emergencyText.sources]} />
        </li>
        <li>
          <strong>{t('sources.asking')}</strong>
          <p className="soft">{terms('checkedOn', { date: formatDate(terms, rulesCheckedOn) })}</p>
          <SourceList sources={[...sourcesOf(rules), ...forceList().sources]} />
        </li>
        <li>
          <strong>{t('sources.guides')}</strong>
          <p className="soft">{terms('checkedOn', { date: formatDate(terms, lawCheckedOn) })}</p>
          <SourceList sources={sourcesOf(lawRules)} />
        </li>
        {allSources().map((record) => (
          <li key={record.id}>
            <bdi lang="en">
              <strong>{record.name ?? record.operator}</strong>
            </bdi>
            <p className="soft">{`${terms('checkedOn', { date: formatDate(terms, record.checkedOn) })} ${t(`sources.confidence.${record.confidence}`)}`}</p>
            <SourceList sources={record.sources} />
          </li>
        ))}
      </ul>
    </>
  );
}

function SourceList({ sources }: { readonly sources: readonly Source[] }): ReactNode {
  const t = useText('about');
  const terms = useText('terms');
  return (
    <ul className="soft">
      {sources.map(({ ref, dated }) => (
        <li key={ref}>
          <bdi lang="en">{ref}</bdi>
          {dated !== null && ` (${t('sources.dated', { date: formatDate(terms, dated) })})`}
        </li>
      ))}
    </ul>
  );
}
