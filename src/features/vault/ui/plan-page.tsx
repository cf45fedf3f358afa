import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';

export function PlanPage(): ReactNode {
  const t = useText('plan');
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p>{t('lead')}</p>
      <noscript>
        <p className="warning">{t('noScript')}</p>
      </noscript>
    </>
  );
}
