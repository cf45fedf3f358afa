import type { ReactNode } from 'react';
import { helplines } from '#content/helplines';
import { ServiceLines } from '#features/find-services/ui/service-lines.tsx';
import { NowPage } from '#features/help-now/now-page.tsx';

/** Shown as steps of their own higher up the page. */
const shownAbove = new Set(['999', '999-bsl', 'emergency-sms', 'relay-uk-18000', 'kent-police-101', 'safe-spaces']);

export function Page(): ReactNode {
  return <NowPage lines={<ServiceLines services={helplines().filter((one) => !shownAbove.has(one.id))} />} />;
}
