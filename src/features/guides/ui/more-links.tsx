import type { ReactNode } from 'react';
import { guideIds, pathTo, type GuideId, type RouteId } from '#content/routes';
import { useLanguage, useText } from '#i18n/use-text';
import { InsideLink } from '#ui/inside-link.tsx';
import { guideOf } from '../model/guides.ts';

/** What else there is to read, and the way to all of it. */
export function MoreLinks({ id }: { readonly id: GuideId }): ReactNode {
  const lang = useLanguage();
  const t = useText('guides');
  const nameOf = (route: RouteId): string => {
    const guide = guideIds.find((one) => route === `read/${one}`);
    return guide ? t(`${guide}.title`) : t(`elsewhere.${route as 'now'}`);
  };
  return (
    <nav aria-labelledby="more">
      <h2 id="more">{t('more')}</h2>
      <ul>
        {guideOf(id).more.map((route) => (
          <li key={route}>
            <InsideLink className="outside" to={pathTo(lang, route)}>
              {nameOf(route)}
            </InsideLink>
          </li>
        ))}
        <li>
          <InsideLink className="outside" to={pathTo(lang, 'read')}>
            {t('all')}
          </InsideLink>
        </li>
      </ul>
    </nav>
  );
}
