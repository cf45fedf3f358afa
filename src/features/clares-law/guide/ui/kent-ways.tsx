import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { InsideLink } from '#ui/inside-link.tsx';
import { PageLink } from './page-link.tsx';
import { forceOf, lineOf, valuesOf } from './reach.ts';

/** The three ways in, and what each leaves behind. */
export function KentWays({ requestPath }: { readonly requestPath?: string | undefined }): ReactNode {
  const t = useText('ask');
  const terms = useText('terms');
  const { call } = lineOf('kent-police-101');
  const values = valuesOf();
  return (
    <>
      <ul className="plain">
        <li>
          {t('answer.kent.online', values)}
          <br />
          <PageLink page={forceOf('kent').page} />
        </li>
        <li>
          {t('answer.kent.call', values)}
          <br />
          <CallLink number={call.number} display={call.display} label={terms('way.call', { number: values.number })} />
        </li>
        <li>{t('answer.kent.station')}</li>
      </ul>
      <p className="soft">{t('answer.traces')}</p>
      {requestPath !== undefined && <RequestDoor to={requestPath} />}
    </>
  );
}

/** To the pages that help to get the answers ready. */
export function RequestDoor({ to }: { readonly to: string }): ReactNode {
  const t = useText('ask');
  return (
    <p>
      <InsideLink className="button" to={to}>
        {t('doors.request')}
      </InsideLink>
    </p>
  );
}
