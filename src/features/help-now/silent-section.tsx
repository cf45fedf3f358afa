import type { ReactNode } from 'react';
import { silentSolution } from '#content/emergency';
import { sourceLanguage } from '#i18n/languages';
import { useLanguage, useText } from '#i18n/use-text';
import { isolate } from '#i18n/format';
import { RehearsalDoor } from './rehearsal-door.tsx';
import { Said, SaidSteps } from './said.tsx';

/** Calling without speaking: the mobile and the landline are different, and what the key does not do is said beside it. */
export function SilentSection({ emergency }: { readonly emergency: string }): ReactNode {
  const lang = useLanguage();
  const t = useText('now');
  const key = isolate(silentSolution.key);
  const opening = isolate(silentSolution.opening);
  return (
    <section className="urgent" id="silent">
      <h2>{t('silent.title', { emergency })}</h2>
      <p className="warning">
        <Said say={(say) => say('silent.warning')} />
      </p>
      {lang !== sourceLanguage && (
        <p>
          <Said say={(say) => say('silent.english')} />
        </p>
      )}
      <h3>{t('silent.mobile.title')}</h3>
      <SaidSteps
        steps={[
          (say) => say('silent.mobile.s1', { emergency }),
          (say) => say('silent.mobile.s2'),
          (say) => say('silent.mobile.s3', { opening, seconds: silentSolution.messageSeconds }),
          (say) => say('silent.mobile.s4', { key }),
          (say) => say('silent.mobile.s5'),
        ]}
      />
      <h3>{t('silent.landline.title')}</h3>
      <SaidSteps
        steps={[
          (say) => say('silent.landline.s1', { emergency }),
          (say) => say('silent.landline.s2'),
          (say) => say('silent.landline.s3', { seconds: silentSolution.landlineOpenSeconds }),
        ]}
      />
      <RehearsalDoor emergency={emergency} />
      <h3>{t('silent.limits.title', { key })}</h3>
      <ul className="plain">
        <li>
          <Said say={(say) => say('silent.limits.location', { emergency })} />
        </li>
        <li>
          <Said say={(say) => say('silent.limits.mobileOnly')} />
        </li>
        <li>
          <Said say={(say) => say('silent.limits.promise')} />
        </li>
      </ul>
    </section>
  );
}
