import type { ReactNode } from 'react';
import { onlineFormMinutes } from '#content/clares-law';
import { lineOf } from '#content/line';
import { pathTo } from '#content/routes';
import { isolate } from '#i18n/format';
import { useLanguage, useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { InsideLink } from '#ui/inside-link.tsx';
import { goOn, goTo } from '../held.ts';
import { isBegun, type Draft } from '../model/draft.ts';
import { Said } from './said.ts';

/** What this is and is not, before the first question. */
export function StartView({ draft, askTo }: { readonly draft: Draft; readonly askTo: string | null }): ReactNode {
  const lang = useLanguage();
  const t = useText('request');
  const terms = useText('terms');
  const { number, display } = lineOf('999').call;
  const emergency = isolate(display);
  const begun = isBegun(draft);
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <div className="warning">
        <p>
          <Said say={(say) => say('intro.danger', { emergency })} />
        </p>
        <CallLink number={number} display={display} label={terms('way.call', { number: emergency })} />
        <p>
          <InsideLink to={pathTo(lang, 'now')}>{t('intro.now')}</InsideLink>
        </p>
      </div>
      <p className="lead closing">{t('intro.lead')}</p>
      <ul className="plain">
        <li>{t('intro.may')}</li>
        <li>{t('intro.skip')}</li>
        <li>{t('intro.sends')}</li>
        <li>{t('intro.time', { minutes: onlineFormMinutes })}</li>
        <li>{t('intro.offline')}</li>
      </ul>
      <noscript>
        <p className="warning">{t('intro.noScript')}</p>
      </noscript>
      <p className="needs-script">
        <button type="button" className="button wide" data-ask-do="begin" onClick={() => goOn('start')}>
          {t('intro.go')}
        </button>
      </p>
      {begun && (
        <p>
          <button type="button" className="button quiet wide" data-ask-do="check" onClick={() => goTo('check')}>
            {t('intro.toCheck')}
          </button>
        </p>
      )}
      {askTo !== null && (
        <p>
          <InsideLink to={askTo}>{t('intro.ask')}</InsideLink>
        </p>
      )}
      <details className="fold">
        <summary>{t('pro.title')}</summary>
        <ul className="plain">
          <li>{t('pro.device')}</li>
          <li>{t('pro.identity')}</li>
          <li>{t('pro.after')}</li>
        </ul>
      </details>
    </>
  );
}
