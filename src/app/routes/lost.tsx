import type { ReactNode } from 'react';
import { InsideLink } from '#ui/inside-link.tsx';
import { pathTo } from '#content/routes';
import { useLanguage, useText } from '#i18n/use-text';

/** An address that leads nowhere still has the exit, the language and a way on. */
export function Page(): ReactNode {
  const lang = useLanguage();
  const t = useText('frame');
  return (
    <>
      <h1 tabIndex={-1}>{t('lost.title')}</h1>
      <p>{t('lost.body')}</p>
      <p>
        <InsideLink className="button" to={pathTo(lang, 'home')}>
          {t('lost.go')}
        </InsideLink>
      </p>
    </>
  );
}
