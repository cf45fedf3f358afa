import type { ReactNode } from 'react';
import { guideIds, pathTo } from '#content/routes';
import { useLanguage, useText } from '#i18n/use-text';
import { Icon } from '#ui/icon.tsx';
import { InsideLink } from '#ui/inside-link.tsx';

/** Every guide by its name, with a line about what is in it. */
export function ReadPage(): ReactNode {
  const lang = useLanguage();
  const t = useText('guides');
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <nav className="cards" aria-label={t('title')}>
        {guideIds.map((id) => (
          <InsideLink key={id} className="card-link" to={pathTo(lang, `read/${id}`)}>
            <span className="words">
              <strong>{t(`${id}.title`)}</strong>
              <span>{t(`${id}.text`)}</span>
            </span>
            <Icon name="forward" />
          </InsideLink>
        ))}
      </nav>
    </>
  );
}
