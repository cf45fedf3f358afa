import type { ReactNode } from 'react';
import { lawNames } from '#content/clares-law';
import { lineOf } from '#content/line';
import { isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { InsideLink } from '#ui/inside-link.tsx';
import { PageLink } from './page-link.tsx';
import { forceOf, valuesOf } from './reach.ts';

interface Props {
  /** Whom the worry is about decides what to look for on their pages. */
  readonly law?: keyof typeof lawNames;
  readonly requestPath?: string | undefined;
}

/** The three ways in, and what each leaves behind. */
export function KentWays({ law = 'adult', requestPath }: Props): ReactNode {
  const t = useText('ask');
  const terms = useText('terms');
  const { call } = lineOf('kent-police-101');
  const values = valuesOf();
  return (
    <>
      <ul className="plain">
        <li>
          {t('answer.kent.online', { ...values, law: isolate(lawNames[law]) })}
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
      <Traces />
      {requestPath !== undefined && <RequestDoor to={requestPath} />}
    </>
  );
}

/** What a call to the police and a look at their pages leave behind. */
export function Traces(): ReactNode {
  const terms = useText('terms');
  const { call } = lineOf('kent-police-101');
  return (
    <p className="soft">
      {terms(`cost.${call.cost}`)} {terms('trace.callLog')} {terms(`trace.bill.${call.bill}`)} {terms('trace.web')}
    </p>
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
