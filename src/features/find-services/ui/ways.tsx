import { Fragment, type ReactNode } from 'react';
import type { Contact, Service } from '#content/service';
import { siteName } from '#content/site-name';
import { isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { OutsideLink } from '#ui/outside-link.tsx';

type Call = Extract<Contact, { way: 'call' }>;

/** How to reach a service, and beside each way what it leaves behind. */
export function Ways({ service }: { readonly service: Service }): ReactNode {
  const calls = service.contacts.filter((contact) => contact.way === 'call');
  const others = service.contacts.filter((contact) => contact.way !== 'call');
  return (
    <ul className="ways">
      {calls.map((call) => (
        <li key={`${call.role} ${call.number}`}>
          <CallWay call={call} />
        </li>
      ))}
      {others.map((contact) => (
        <li key={`${contact.way}${'url' in contact ? contact.url : ''}`}>
          <OtherWay contact={contact} />
        </li>
      ))}
    </ul>
  );
}

function CallWay({ call }: { readonly call: Call }): ReactNode {
  const t = useText('terms');
  const label = t(call.role === 'main' ? 'way.call' : 'way.callAfter', { number: isolate(call.display) });
  return (
    <>
      <CallLink number={call.number} display={call.display} label={label} />
      <p className="soft">
        {call.cost !== 'unknown' && `${t(`cost.${call.cost}`)} `}
        {t('trace.callLog')} {t(`trace.bill.${call.bill}`)}
      </p>
    </>
  );
}

function OtherWay({ contact }: { readonly contact: Exclude<Contact, { way: 'call' }> }): ReactNode {
  const t = useText('terms');
  switch (contact.way) {
    case 'text':
      return (
        <>
          <a className="number" href={`sms:${contact.number}`}>
            {contact.keyword === null
              ? t('way.text', { number: isolate(contact.display) })
              : t('way.textWord', { word: isolate(contact.keyword), number: isolate(contact.display) })}
          </a>
          <p className="soft">{t('trace.text')}</p>
        </>
      );
    case 'chat':
      return <WebWay href={contact.url} words={t('way.chat')} />;
    case 'bsl':
      return contact.url === null ? <p>{t('way.bslNoLink')}</p> : <WebWay href={contact.url} words={t('way.bsl')} />;
    case 'web':
      return <WebWay href={contact.url} words={t('way.web')} site={siteName(contact.url)} />;
    case 'email':
      return (
        <>
          <a className="outside" href={`mailto:${contact.address}`} rel="noreferrer">
            {t('way.email', { address: isolate(contact.address) })}
          </a>
          <p className="soft">{t('trace.email')}</p>
        </>
      );
    case 'visit':
      return (
        <p>
          {t('way.visit')}
          {contact.place !== null && (
            <Fragment>
              : <bdi lang="en">{contact.place}</bdi>
            </Fragment>
          )}
        </p>
      );
  }
}

function WebWay({ href, words, site }: { readonly href: string; readonly words: string; readonly site?: string }): ReactNode {
  return (
    <OutsideLink href={href}>
      {words}
      {site !== undefined && (
        <>
          : <bdi dir="ltr">{site}</bdi>
        </>
      )}
    </OutsideLink>
  );
}
