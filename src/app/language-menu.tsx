import { useEffect, useRef, type ReactNode } from 'react';
import { InsideLink } from '#ui/inside-link.tsx';
import { pathTo } from '#content/routes';
import { languageOf, languages } from '#i18n/languages';
import { useLanguage, useText } from '#i18n/use-text';
import { Icon } from '#ui/icon.tsx';
import type { ScreenId } from './screens.ts';

/** Every language by its own name. A `details` element, so that it opens with no script at all. */
export function LanguageMenu({ route }: { readonly route: ScreenId }): ReactNode {
  const lang = useLanguage();
  const t = useText('frame');
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    menu.current?.removeAttribute('open');
  }, [lang]);
  return (
    <details
      ref={menu}
      className="languages"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && menu.current?.open) {
          menu.current.open = false;
          menu.current.querySelector('summary')?.focus();
        }
      }}
    >
      <summary>
        <span className="visually-hidden">{t('language')}: </span>
        {languageOf(lang).name}
        <Icon name="down" />
      </summary>
      <ul>
        {languages.map((one) => (
          <li key={one.code}>
            <InsideLink to={pathTo(one.code, route)} replace lang={one.code} dir={one.dir} hrefLang={one.code} aria-current={one.code === lang ? 'true' : undefined}>
              {one.name}
            </InsideLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
