import type { ReactNode } from 'react';
import { helpline } from './helpline.ts';
import type { Contact } from '#content/service';
import { useText } from '#i18n/use-text';
import { isolate } from '#i18n/format';
import { CallLink } from '#ui/call-link.tsx';
import { DeafSection } from './deaf-section.tsx';
import { PoliceSection, SafeSpaceSection } from './police-section.tsx';
import { Said } from './said.tsx';
import { SilentSection } from './silent-section.tsx';

/** The ways into the page, in the order of how little time there may be. */
const jumps = ['silent', 'deaf', 'police', 'space', 'lines'] as const;

export function NowPage({ lines }: { readonly lines: ReactNode }): ReactNode {
  const t = useText('now');
  const terms = useText('terms');
  const call = mainCall(helpline('999').contacts);
  const emergency = isolate(call.display);
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p className="lead">
        <Said say={(say) => say('lead', { emergency })} />
      </p>
      <CallLink big number={call.number} display={call.display} label={t('call', { number: emergency })} />
      <p className="soft">{terms('trace.callLog')}</p>
      <nav className="jumps" aria-labelledby="jumps">
        <h2 id="jumps">{t('jump')}</h2>
        <ul>
          {jumps.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{t(`${id}.jump`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <SilentSection emergency={emergency} />
      <DeafSection emergency={emergency} />
      <PoliceSection />
      <SafeSpaceSection />
      <section id="lines">
        <h2>{t('lines.title')}</h2>
        <p>{t('lines.text')}</p>
        {lines}
      </section>
    </>
  );
}

function mainCall(contacts: readonly Contact[]): Extract<Contact, { way: 'call' }> {
  const call = contacts.find((contact) => contact.way === 'call');
  if (!call) {
    throw new Error('the emergency record has no number');
  }
  return call;
}
