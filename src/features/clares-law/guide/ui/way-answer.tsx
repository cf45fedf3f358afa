import type { ReactNode } from 'react';
import { lineOf } from '#content/line';
import { forceById, forceList } from '#content/forces';
import { pathTo } from '#content/routes';
import { isolate } from '#i18n/format';
import { useLanguage, useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { InsideLink } from '#ui/inside-link.tsx';
import type { Circumstances, WayId } from '../model/way.ts';
import { Danger } from './danger.tsx';
import { Points } from './explained.tsx';
import { KentWays, RequestDoor, Traces } from './kent-ways.tsx';
import { PageLink } from './page-link.tsx';
import { forceOf, valuesOf } from './reach.ts';
import { useWayTitle } from './use-way-title.ts';

interface Props {
  readonly way: WayId;
  readonly given: Circumstances;
  readonly requestPath?: string | undefined;
}

/** The one plain answer the questions lead to. */
export function WayAnswer({ way, given, requestPath }: Props): ReactNode {
  const title = useWayTitle(way, given.force);
  return (
    <section className="card" data-ask-route={way}>
      <h3>{title}</h3>
      <Body way={way} given={given} requestPath={requestPath} />
      {way !== 'emergency' && <Besides given={given} />}
    </section>
  );
}

function Body({ way, given, requestPath }: Props): ReactNode {
  const t = useText('ask');
  const values = valuesOf();
  switch (way) {
    case 'emergency':
      return (
        <>
          <Danger words="answer.emergency.text" />
          <p className="soft">{t('answer.emergency.later', { no: t('way.choices.no') })}</p>
        </>
      );
    case 'kent':
      return (
        <>
          <p>{t(given.placeUnknown ? 'answer.kent.unsure' : 'answer.kent.text')}</p>
          <KentWays requestPath={requestPath} />
        </>
      );
    case 'force':
      return (
        <>
          <p>{t('answer.force.text', values)}</p>
          <ForceWays id={given.force} />
          {requestPath !== undefined && <RequestDoor to={requestPath} />}
        </>
      );
    case 'scotland':
    case 'northern-ireland':
      return <NationWay nation={way} />;
    case 'know':
      return (
        <>
          <Points id="know" />
          <p>{t('answer.kent.reach')}</p>
          <KentWays requestPath={requestPath} />
          <WaysDoor words="doors.work" />
        </>
      );
    case 'child':
      return (
        <>
          <p>{t('answer.child.text')}</p>
          <Points id="child" />
          <p>{t('answer.kent.reach')}</p>
          <KentWays law="child" />
          <WaysDoor words="doors.ways" />
        </>
      );
  }
}

/** A force chosen by name, or the police's own finder where the force or its address is in doubt. */
function ForceWays({ id }: { readonly id: string | null }): ReactNode {
  const t = useText('ask');
  const terms = useText('terms');
  const { call } = lineOf('kent-police-101');
  const { finder } = forceList();
  const page = (id === null ? null : forceById(id)?.page) ?? finder;
  return (
    <>
      {page.url === finder.url && <p>{t('answer.force.finder')}</p>}
      <p>
        <PageLink page={page} />
      </p>
      <p>
        <CallLink number={call.number} display={call.display} label={terms('way.call', { number: isolate(call.display) })} />
      </p>
      <Traces />
    </>
  );
}

/** Police Scotland or the PSNI, with the name of its own scheme. */
export function NationWay({ nation }: { readonly nation: 'scotland' | 'northern-ireland' }): ReactNode {
  const t = useText('ask');
  const force = forceOf(nation);
  return (
    <>
      <p>{t('answer.nation.text', { scheme: isolate(force.scheme) })}</p>
      <p>
        <PageLink page={force.page} name={force.name} />
      </p>
    </>
  );
}

function WaysDoor({ words }: { readonly words: 'doors.ways' | 'doors.work' }): ReactNode {
  const lang = useLanguage();
  const t = useText('ask');
  return (
    <p>
      <InsideLink className="outside" to={pathTo(lang, 'ways')}>
        {t(words)}
      </InsideLink>
    </p>
  );
}

/** What is true besides, because of who asks and for whom. */
function Besides({ given: { forOther, childToo } }: { readonly given: Circumstances }): ReactNode {
  const lang = useLanguage();
  const t = useText('ask');
  return (
    <>
      {childToo && <p>{t('answer.childToo')}</p>}
      {forOther && (
        <>
          <p className="unknown">{t('answer.forOther')}</p>
          <p>
            <InsideLink className="outside" to={pathTo(lang, 'friends')}>
              {t('doors.friends')}
            </InsideLink>
          </p>
        </>
      )}
    </>
  );
}
