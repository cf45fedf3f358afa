import type { ReactNode } from 'react';
import { relayPrefix } from '#content/emergency';
import { helpline } from './helpline.ts';
import { useText } from '#i18n/use-text';
import { isolate } from '#i18n/format';
import { CallLink } from '#ui/call-link.tsx';
import { OutsideLink } from '#ui/outside-link.tsx';
import { Said } from './said.tsx';
import { siteName } from '#content/site-name';

export function PoliceSection(): ReactNode {
  const t = useText('now');
  const terms = useText('terms');
  const police = helpline('kent-police-101');
  const call = police.contacts.find((contact) => contact.way === 'call');
  const web = police.contacts.find((contact) => contact.way === 'web');
  if (!call || !web) {
    return null;
  }
  const number = isolate(call.display);
  return (
    <section id="police">
      <h2>{t('police.title', { number })}</h2>
      <p>
        <Said say={(say) => say('police.text', { number, site: isolate(siteName(web.url)), relay: isolate(`${relayPrefix} ${call.display}`) })} />
      </p>
      <p>
        <CallLink number={call.number} display={call.display} label={terms('way.call', { number })} />
      </p>
      <p>
        <OutsideLink href={web.url}>{siteName(web.url)}</OutsideLink>
      </p>
      <p className="soft">
        {terms(`cost.${call.cost}`)} {t('police.ukOnly')} {terms('trace.callLog')}
      </p>
    </section>
  );
}

export function SafeSpaceSection(): ReactNode {
  const t = useText('now');
  const web = helpline('safe-spaces').contacts.find((contact) => contact.way === 'web');
  return (
    <section id="space">
      <h2>{t('space.title')}</h2>
      <p>
        <Said say={(say) => say('space.text')} />
      </p>
      <p>{t('space.check')}</p>
      {web && (
        <p>
          <OutsideLink href={web.url}>{siteName(web.url)}</OutsideLink>
        </p>
      )}
    </section>
  );
}
