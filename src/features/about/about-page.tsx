import { useSyncExternalStore, type ReactNode } from 'react';
import { InsideLink } from '#ui/inside-link.tsx';
import { countsCredit } from '#content/area-names';
import { allServices } from '#content/directory';
import { pack } from '#content/pack';
import { pathTo } from '#content/routes';
import { formatDate, isolate } from '#i18n/format';
import { languages } from '#i18n/languages';
import { useLanguage, useText } from '#i18n/use-text';
import { promises } from './promises.ts';

export function AboutPage(): ReactNode {
  const lang = useLanguage();
  const t = useText('about');
  const terms = useText('terms');
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <h2>{t('what.title')}</h2>
      <p>{t('what.text')}</p>
      <p>{t('what.independent')}</p>

      <h2>{t('device.title')}</h2>
      <ul className="plain">
        {promises.map(({ says, test }) => (
          <li key={says}>
            {t(`device.${says}`)} <small className="soft">{t('device.tested', { file: isolate(test) })}</small>
          </li>
        ))}
      </ul>
      <OfflineState />
      <p>
        <InsideLink className="button quiet" to={pathTo(lang, 'device')}>
          {t('device.more')}
        </InsideLink>
      </p>

      <h2>{t('facts.title')}</h2>
      <p>{t('facts.text', { count: allServices().length, date: formatDate(terms, pack.reviewedOn) })}</p>
      <ul className="plain">
        <li>{t('facts.unsure')}</li>
        <li>{t('facts.hours')}</li>
        <li>{t('facts.emergency', { emergency: isolate('999') })}</li>
        <li>{t('facts.areas')}</li>
      </ul>
      <p>
        <InsideLink className="button quiet" to={pathTo(lang, 'sources')}>
          {t('facts.link')}
        </InsideLink>
      </p>

      <h2>{t('languages.title')}</h2>
      <ul className="plain">
        {languages.map((one) => (
          <li key={one.code}>
            <bdi lang={one.code}>{one.name}</bdi>: {one.checkedBy === null ? t(`languages.${one.review}`) : t('languages.checked', { who: one.checkedBy })}
          </li>
        ))}
      </ul>

      <h2>{t('licences.title')}</h2>
      <p>{t('licences.code')}</p>
      <p>{t('licences.data')}</p>
      <p className="soft" lang="en" dir="ltr">
        {countsCredit}
      </p>
    </>
  );
}

function watchOffline(tell: () => void): () => void {
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributeFilter: ['data-offline'] });
  return () => observer.disconnect();
}

/** Says the copy is complete only when the worker has counted it. */
function OfflineState(): ReactNode {
  const t = useText('about');
  const isWhole = useSyncExternalStore(
    watchOffline,
    () => document.documentElement.dataset['offline'] === 'ready',
    () => false,
  );
  return <p role="status">{t(isWhole ? 'device.state.yes' : 'device.state.no')}</p>;
}
