import type { ReactNode } from 'react';
import { emergencyText, relayPrefix } from '#content/emergency';
import { helpline } from './helpline.ts';
import { useText } from '#i18n/use-text';
import { isolate } from '#i18n/format';
import { CallLink } from '#ui/call-link.tsx';
import { OutsideLink } from '#ui/outside-link.tsx';
import { Said, SaidSteps } from './said.tsx';
import { siteName } from '#content/site-name';

export function DeafSection({ emergency }: { readonly emergency: string }): ReactNode {
  const t = useText('now');
  const terms = useText('terms');
  const video = helpline('999-bsl').contacts.find((contact) => contact.way === 'web');
  const relay = helpline('relay-uk-18000').contacts.find((contact) => contact.way === 'call');
  const text = helpline('emergency-sms').contacts.find((contact) => contact.way === 'text');
  return (
    <section id="deaf">
      <h2>{t('deaf.title')}</h2>
      <h3>{t('deaf.bsl.title', { emergency })}</h3>
      <p>
        <Said say={(say) => say('deaf.bsl.text')} />
      </p>
      {video && (
        <p>
          <OutsideLink href={video.url}>{t('deaf.bsl.open', { site: isolate(siteName(video.url)) })}</OutsideLink>
        </p>
      )}
      <h3>{t('deaf.text.title', { emergency })}</h3>
      <p>
        <Said say={(say) => say('deaf.text.register')} />
      </p>
      <SaidSteps
        steps={[
          (say) => say('deaf.text.r1', { emergency, word: isolate(emergencyText.registerWord) }),
          (say) => say('deaf.text.r2', { word: isolate(emergencyText.confirmWord) }),
          (say) => say('deaf.text.r3'),
        ]}
      />
      <p>
        <Said say={(say) => say('deaf.text.use')} />
      </p>
      <p>
        <Said say={(say) => say('deaf.text.wait', { reply: emergencyText.replyMinutes, resend: emergencyText.resendMinutes })} />
      </p>
      {text && (
        <p>
          <a className="button quiet" href={`sms:${text.number}`}>
            {t('deaf.text.send', { emergency })}
          </a>
        </p>
      )}
      <p className="soft">{t('deaf.text.trace')}</p>
      <h3>{t('deaf.relay.title')}</h3>
      {relay && (
        <>
          <p>
            <Said say={(say) => say('deaf.relay.text', { number: isolate(relay.display), prefix: isolate(relayPrefix) })} />
          </p>
          <p>
            <CallLink number={relay.number} display={relay.display} label={terms('way.call', { number: isolate(relay.display) })} />
          </p>
        </>
      )}
    </section>
  );
}
