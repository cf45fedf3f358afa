import type { ReactNode } from 'react';
import { InsideLink } from '#ui/inside-link.tsx';
import { helplines } from '#content/helplines';
import { pathTo } from '#content/routes';
import { languages } from '#i18n/languages';
import { useLanguage, useText } from '#i18n/use-text';
import { isolate } from '#i18n/format';
import { CallLink } from '#ui/call-link.tsx';
import { CardLink } from './card-link.tsx';

/** The line that is answered day and night and knows what is near: the honest answer to "who do I ring?" */
const frontDoor = 'victim-support-24';

export function HomePage(): ReactNode {
  const lang = useLanguage();
  const t = useText('home');
  const frame = useText('frame');
  const terms = useText('terms');
  const line = helplines().find((one) => one.id === frontDoor);
  const call = line?.contacts.find((contact) => contact.way === 'call');
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <nav className="cards" aria-label={t('title')}>
        <CardLink to={pathTo(lang, 'now')} icon="alert" tone="urgent" title={t('now.title')} text={t('now.text', { emergency: isolate('999') })} />
        <CardLink to={pathTo(lang, 'find')} icon="search" title={t('find.title')} text={t('find.text')} />
        <CardLink to={pathTo(lang, 'ask')} icon="info" title={t('ask.title')} text={t('ask.text')} />
        <CardLink to={pathTo(lang, 'friends')} icon="speech" title={t('friends.title')} text={t('friends.text')} />
        <CardLink to={pathTo(lang, 'plan')} icon="note" title={t('plan.title')} text={t('plan.text')} />
        <CardLink to={pathTo(lang, 'read')} icon="book" title={t('read.title')} text={t('read.text')} />
        <CardLink to={pathTo(lang, 'device')} icon="device" title={t('device.title')} text={t('device.text')} />
      </nav>
      {line && call && (
        <section className="card">
          <h2>{t('talk.title')}</h2>
          <p>{t('talk.text', { name: isolate(line.operator) })}</p>
          <CallLink big number={call.number} display={call.display} label={terms('way.call', { number: isolate(call.display) })} />
          <p className="soft">
            {terms(`cost.${call.cost}`)} {terms('trace.callLog')} {terms(`trace.bill.${call.bill}`)}
          </p>
        </section>
      )}
      <section>
        <h2>{t('exitNote.title')}</h2>
        <p>
          {t('exitNote.text', { exit: frame('exit') })} {t('exitNote.shortcut')} {t('exitNote.limit')}
        </p>
        <p>
          <InsideLink to={pathTo(lang, 'device')}>{t('exitNote.more')}</InsideLink>
        </p>
      </section>
      <section>
        <h2>{t('languages')}</h2>
        <ul className="language-row">
          {languages.map((one) => (
            <li key={one.code}>
              <InsideLink to={pathTo(one.code, 'home')} replace lang={one.code} dir={one.dir} hrefLang={one.code} aria-current={one.code === lang ? 'true' : undefined}>
                {one.name}
              </InsideLink>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
