import { useState, type ReactNode } from 'react';
import type { HelplineId } from '#content/helpline-ids';
import { lineOf, textLineOf } from '#content/line';
import { isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { useHandBack } from '#ui/use-hand-on.ts';

/** Answered day and night: one for domestic abuse, one for anything that weighs on somebody; a third that is written to stands under them. */
const lines: readonly HelplineId[] = ['victim-support-24', 'samaritans'];

/** Day and night too, for somebody who cannot be heard. */
function WrittenLine(): ReactNode {
  const terms = useText('terms');
  const { service, text } = textLineOf('shout');
  const number = isolate(text.display);
  return (
    <li>
      {isolate(service.name ?? service.operator)}{' '}
      <a className="number" href={`sms:${text.number}`}>
        {text.keyword === null ? terms('way.text', { number }) : terms('way.textWord', { word: isolate(text.keyword), number })}
      </a>
      <p className="soft">{terms('trace.text')}</p>
    </li>
  );
}

/** A pause after what is hard to think of, with somebody to call. It can be put away, and comes back when asked. */
export function BreathingSpace(): ReactNode {
  const t = useText('steps');
  const terms = useText('terms');
  const [isAway, setAway] = useState(false);
  const away = useHandBack(isAway);
  const again = useHandBack(!isAway);
  if (isAway) {
    return (
      <p>
        <button ref={again} type="button" className="as-link" data-plan-do="breath-again" onClick={() => setAway(false)}>
          {t('breath.title')}
        </button>
      </p>
    );
  }
  return (
    <section className="card" data-plan-breath>
      <h2>{t('breath.title')}</h2>
      <p>{t('breath.text')}</p>
      <p>{t('breath.slow')}</p>
      <p>{t('breath.call')}</p>
      <ul>
        {lines.map((id) => {
          const { service, call } = lineOf(id);
          return (
            <li key={id}>
              {isolate(service.name ?? service.operator)} <CallLink number={call.number} display={call.display} />
              <p className="soft">
                {terms('trace.callLog')} {terms(`trace.bill.${call.bill}`)}
              </p>
            </li>
          );
        })}
        <WrittenLine />
      </ul>
      <p>
        <button ref={away} type="button" className="button quiet" data-plan-do="breath-away" onClick={() => setAway(true)}>
          {t('breath.notNow')}
        </button>
      </p>
    </section>
  );
}
