import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';

const facts = ['box', 'tries', 'copied', 'seen', 'hidden', 'forced', 'keyboard', 'older', 'database', 'time', 'lost'] as const;

/** What the lock is worth, told without comfort. The same on every screen of the plan. */
export function Protects(): ReactNode {
  const t = useText('plan');
  return (
    <details className="fold">
      <summary>{t('protects.title')}</summary>
      <ul className="plain">
        {facts.map((fact) => (
          <li key={fact}>{t(`protects.${fact}`)}</li>
        ))}
      </ul>
    </details>
  );
}
