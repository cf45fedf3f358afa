import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { GuideLink } from './guide-link.tsx';

const tips = ['soon', 'exact', 'small', 'others', 'numbers', 'original', 'screens', 'less', 'decide'] as const;

/** What helps those who may read a record one day, what does not matter, and what may be dangerous. */
export function UsefulRecord(): ReactNode {
  const t = useText('log');
  return (
    <details className="fold">
      <summary>{t('useful.title')}</summary>
      <p>{t('useful.lead')}</p>
      <ul className="plain">
        {tips.map((tip) => (
          <li key={tip}>{t(`useful.${tip}`)}</li>
        ))}
      </ul>
      <p className="warning">{t('useful.secret')}</p>
      <p>{t('useful.risk')}</p>
      <GuideLink guide="law" />
    </details>
  );
}
