import type { ReactNode } from 'react';
import type { HelplineId } from '#content/helpline-ids';
import { lineOf } from '#content/line';
import { pathTo, type GuideId } from '#content/routes';
import { isolate } from '#i18n/format';
import { useLanguage, useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { InsideLink } from '#ui/inside-link.tsx';
import { guideOf } from '../model/guides.ts';

/** The line that is answered day and night and knows what is near. */
const frontDoor: readonly HelplineId[] = ['victim-support-24'];

/** Services for what the guide is about, and somebody who answers now. */
export function HelpCard({ id }: { readonly id: GuideId }): ReactNode {
  const lang = useLanguage();
  const t = useText('guides');
  const { needs, people = [], lines = frontDoor } = guideOf(id);
  return (
    <section className="card">
      <h2>{t('help')}</h2>
      <p>
        <InsideLink className="outside" to={pathTo(lang, 'find')} state={{ needs, people }}>
          {t('near')}
        </InsideLink>
      </p>
      {lines.map((line) => (
        <Line key={line} id={line} />
      ))}
    </section>
  );
}

function Line({ id }: { readonly id: HelplineId }): ReactNode {
  const t = useText('guides');
  const terms = useText('terms');
  const { service, call } = lineOf(id);
  const isForWomen = service.people.includes('women') && !service.people.includes('anyone');
  return (
    <>
      <p>{t(isForWomen ? 'talkWomen' : 'talk', { name: isolate(service.name ?? service.operator) })}</p>
      <CallLink number={call.number} display={call.display} label={terms('way.call', { number: isolate(call.display) })} />
      <p className="soft">
        {terms(`cost.${call.cost}`)} {terms('trace.callLog')} {terms(`trace.bill.${call.bill}`)}
      </p>
    </>
  );
}
