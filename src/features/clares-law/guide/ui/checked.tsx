import type { ReactNode } from 'react';
import { rulesCheckedOn } from '#content/clares-law';
import { pathTo } from '#content/routes';
import { formatDate } from '#i18n/format';
import { useLanguage, useText } from '#i18n/use-text';
import { InsideLink } from '#ui/inside-link.tsx';

/** What the pages do and do not do, how old the facts are, and the way to their sources. */
export function Checked(): ReactNode {
  const lang = useLanguage();
  const t = useText('ask');
  const terms = useText('terms');
  return (
    <section>
      <h2>{t('site.title')}</h2>
      <p>{t('site.text')}</p>
      <p className="soft">
        {t('from', { date: formatDate(terms, rulesCheckedOn) })} <InsideLink to={pathTo(lang, 'sources')}>{t('doors.sources')}</InsideLink>
      </p>
    </section>
  );
}
