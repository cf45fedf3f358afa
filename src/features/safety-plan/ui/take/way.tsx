import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';

/** One way to take something out: what it leaves behind is said before anything can be pressed. */
export function Way({ name, title, leaves, children }: { readonly name: string; readonly title: string; readonly leaves: string; readonly children: ReactNode }): ReactNode {
  const t = useText('takeout');
  return (
    <details className="fold" data-plan-way={name}>
      <summary>{title}</summary>
      <p className="warning">
        {t('leaves')}: {leaves}
      </p>
      {children}
    </details>
  );
}
