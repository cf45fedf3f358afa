/** The three screens about asking come as one part: they share most of it. */
import type { ReactNode } from 'react';
import { pathTo } from '#content/routes';
import { useLanguage } from '#i18n/use-text';
import { AskPage } from '#features/clares-law/guide/ui/ask-page.tsx';
import { WaysPage as Ways } from '#features/clares-law/guide/ui/ways-page.tsx';

export { FriendsPage } from '#features/clares-law/guide/ui/friends-page.tsx';

export function Page(): ReactNode {
  return <AskPage requestPath={pathTo(useLanguage(), 'request')} />;
}

export function WaysPage(): ReactNode {
  return <Ways requestPath={pathTo(useLanguage(), 'request')} />;
}
