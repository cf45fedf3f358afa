import type { ReactNode } from 'react';
import { pathTo } from '#content/routes';
import { useLanguage, useText } from '#i18n/use-text';
import { InsideLink } from '#ui/inside-link.tsx';
import { Checked } from './checked.tsx';
import { Danger } from './danger.tsx';
import { Explained } from './explained.tsx';
import { HelpLine } from './help-line.tsx';

/** For friends and family: what they can do besides asking, and why they may hear nothing. */
export function FriendsPage(): ReactNode {
  const lang = useLanguage();
  const t = useText('ask');
  return (
    <>
      <h1 tabIndex={-1}>{t('friends.title')}</h1>
      <Danger words="friends.danger" />
      <p className="lead">{t('friends.lead')}</p>
      <Explained id="listen" />
      <Explained id="avoid" />
      <Explained id="contact" />
      <Explained id="friend">
        <p>
          <InsideLink className="button" to={pathTo(lang, 'ask')}>
            {t('title')}
          </InsideLink>
        </p>
      </Explained>
      <p>{t('friends.planText')}</p>
      <p>
        <InsideLink className="button quiet" to={pathTo(lang, 'plan')}>
          {t('friends.plan')}
        </InsideLink>
      </p>
      <HelpLine title="friends.youTitle" words="friends.you" />
      <Checked />
    </>
  );
}
