import { useEffect, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { InsideLink } from '#ui/inside-link.tsx';
import { brand } from '#content/brand';
import { pathTo } from '#content/routes';
import { languageOf } from '#i18n/languages';
import { useLanguage, useText } from '#i18n/use-text';
import { Icon } from '#ui/icon.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { LockButton } from './lock-button.tsx';
import { UpdateNotice } from './update-notice.tsx';
import type { ScreenId } from './screens.ts';

/** Two taps from anywhere: what this device shows, and where the facts come from. */
const footLinks = ['device', 'settings', 'about'] as const;

/** What every screen has: the way home, the language, Back, and the words at the foot. */
export function Frame({ route, children }: { readonly route: ScreenId; readonly children: ReactNode }): ReactNode {
  const lang = useLanguage();
  const t = useText('frame');
  useEffect(() => {
    document.documentElement.dataset['app'] = 'ready';
  }, []);
  return (
    <>
      <header className="top">
        <InsideLink className="brand" to={pathTo(lang, 'home')} aria-label={t('home', { brand: brand.name })}>
          {brand.name}
        </InsideLink>
        <LanguageMenu route={route} />
      </header>
      <LockButton />
      <main id="main" tabIndex={-1}>
        {route !== 'home' && <BackLink />}
        {children}
      </main>
      <footer className="foot">
        {languageOf(lang).review === 'draft' && (
          <p>
            {t('draft')} {t('draftMore')}
          </p>
        )}
        <p>{t('footer.note', { exit: t('exit') })}</p>
        <ul className="foot-links">
          {footLinks
            .filter((one) => one !== route)
            .map((one) => (
              <li key={one}>
                <InsideLink to={pathTo(lang, one)}>{t(`footer.${one}`)}</InsideLink>
              </li>
            ))}
        </ul>
      </footer>
      <UpdateNotice />
    </>
  );
}

/** One screen back inside; from the screen the visit began on, to the first page. */
function BackLink(): ReactNode {
  const lang = useLanguage();
  const t = useText('frame');
  const navigate = useNavigate();
  const { key } = useLocation();
  return (
    <InsideLink
      className="back"
      data-back
      to={pathTo(lang, 'home')}
      onClick={(event) => {
        if (key !== 'default') {
          event.preventDefault();
          void navigate(-1);
        }
      }}
    >
      <Icon name="back" />
      {t('back')}
    </InsideLink>
  );
}

