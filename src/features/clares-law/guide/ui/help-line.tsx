import type { ReactNode } from 'react';
import { lineOf } from '#content/line';
import { pathTo } from '#content/routes';
import { isolate } from '#i18n/format';
import { useLanguage, useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { InsideLink } from '#ui/inside-link.tsx';

/** Someone to talk to, day and night, and the way to all the others. */
export function HelpLine({ title, words }: { readonly title: 'wait.title' | 'friends.youTitle'; readonly words: 'wait.text' | 'friends.you' }): ReactNode {
  const lang = useLanguage();
  const t = useText('ask');
  const terms = useText('terms');
  const { service, call } = lineOf('victim-support-24');
  return (
    <section className="card" id="wait">
      <h2>{t(title)}</h2>
      <p>{t(words, { name: isolate(service.operator) })}</p>
      <CallLink number={call.number} display={call.display} label={terms('way.call', { number: isolate(call.display) })} />
      <p className="soft">
        {terms(`cost.${call.cost}`)} {terms('trace.callLog')} {terms(`trace.bill.${call.bill}`)}
      </p>
      <ul>
        <li>
          <InsideLink className="outside" to={pathTo(lang, 'now')}>
            {t('doors.now')}
          </InsideLink>
        </li>
        <li>
          <InsideLink className="outside" to={pathTo(lang, 'find')}>
            {t('doors.lines')}
          </InsideLink>
        </li>
      </ul>
    </section>
  );
}
