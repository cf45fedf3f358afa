import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { useDesk } from './use-desk.ts';

/** How long the browser will keep it, told once after a plan was begun. */
export function StayNote(): ReactNode {
  const t = useText('plan');
  const { staying } = useDesk();
  return <div role="status">{staying && <p className="card">{t(`stay.${staying}`)}</p>}</div>;
}
