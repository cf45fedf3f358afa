import type { ReactNode } from 'react';
import { readPath } from '#content/routes';
import { useLanguage } from '#i18n/use-text';
import { RequestPage } from '#features/clares-law/form/ui/request-page.tsx';

/** The page that explains, by its address: null until it is there. */
function explanationIn(lang: string): string | null {
  const address = `/${lang}/ask/`;
  return readPath(address).route === 'lost' ? null : address;
}

export function Page(): ReactNode {
  const lang = useLanguage();
  return <RequestPage askTo={explanationIn(lang)} />;
}
