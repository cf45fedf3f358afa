import type { ReactNode } from 'react';
import { lineOf } from '#content/line';
import { pathTo } from '#content/routes';
import { isolate } from '#i18n/format';
import { useLanguage, useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { InsideLink } from '#ui/inside-link.tsx';
import { Said } from './said.ts';

/** Danger comes before any form: the call, the page for it, and that nothing here is lost meanwhile. */
export function DangerCard(): ReactNode {
  const lang = useLanguage();
  const t = useText('request');
  const terms = useText('terms');
  const { number, display } = lineOf('999').call;
  const emergency = isolate(display);
  return (
    <section className="urgent" role="alert" data-ask-danger>
      <h2>{t('danger.title', { emergency })}</h2>
      <p>
        <Said say={(say) => say('danger.text', { emergency })} />
      </p>
      <CallLink number={number} display={display} label={terms('way.call', { number: emergency })} big />
      <p>
        <InsideLink to={pathTo(lang, 'now')}>{t('intro.now')}</InsideLink>
      </p>
      <p className="soft">{t('danger.stay')}</p>
    </section>
  );
}
