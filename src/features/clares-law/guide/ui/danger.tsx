import type { ReactNode } from 'react';
import { lineOf } from '#content/line';
import { pathTo } from '#content/routes';
import { useLanguage, useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { InsideLink } from '#ui/inside-link.tsx';
import { valuesOf } from './reach.ts';
import { Said } from './said.ts';

/** Before anything else on a page about asking: danger does not wait for an answer. */
export function Danger({ words = 'danger.text' }: { readonly words?: 'danger.text' | 'friends.danger' | 'answer.emergency.text' }): ReactNode {
  const lang = useLanguage();
  const t = useText('ask');
  const { call } = lineOf('999');
  const values = valuesOf();
  return (
    <>
      <p className="warning">
        <Said say={(say) => say(words, values)} />
      </p>
      <CallLink big number={call.number} display={call.display} label={t('danger.call', { number: values.emergency })} />
      <p>
        <InsideLink className="outside" to={pathTo(lang, 'now')}>
          {t('danger.how')}
        </InsideLink>
      </p>
    </>
  );
}
