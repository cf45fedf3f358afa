import type { ReactNode } from 'react';
import { RadioGroup } from '#ui/radio-group.tsx';
import { SecretField } from '#ui/secret-field.tsx';
import { useLanguage, useText } from '#i18n/use-text';
import { secretKinds, spanOf } from '../model/secret.ts';
import { averageSeconds, strengthOf } from '../store.ts';
import { spanWords } from './span-words.ts';
import type { Secret } from './use-secret.ts';

interface Props {
  readonly secret: Secret;
  /** Where other boxes of this screen open things too, this one is not the main one. */
  readonly mark: 'data-vault-passphrase' | 'data-vault-new-words';
  readonly takeOver?: ReactNode;
}

/** Three ways to lock, the strongest first, each with what it is worth in plain words. */
export function SecretChoice({ secret, mark, takeOver }: Props): ReactNode {
  const t = useText('plan');
  const { kind, typed, drawn } = secret;
  return (
    <>
      <RadioGroup title={t('secret.title')} options={secretKinds.map((value) => ({ value, label: t(`secret.${value}.name`) }))} value={kind} onChange={secret.setKind} />
      <div className="secret">
        {kind === 'drawn' && (
          <>
            <p>{t('secret.drawn.text')}</p>
            <p className="drawn" translate="no" dir="ltr" data-vault-drawn>
              {drawn}
            </p>
            <p>
              <button type="button" className="button quiet" onClick={secret.drawAgain}>
                {t('secret.drawn.again')}
              </button>
            </p>
          </>
        )}
        <Worth kind={kind} passphrase={kind === 'drawn' ? drawn : typed} />
        <SecretField
          key={kind}
          label={t(`secret.${kind}.label`)}
          hint={t(`secret.${kind}.hint`)}
          value={typed}
          onChange={secret.setTyped}
          fault={secret.fault.told}
          complete="new-password"
          digits={kind === 'lock'}
          startsShown
          show={t('show')}
          hide={t('hide')}
          mark={mark}
        >
          {takeOver}
        </SecretField>
      </div>
    </>
  );
}

/** How long it would hold against somebody who copied the device. */
function Worth({ kind, passphrase }: { readonly kind: Secret['kind']; readonly passphrase: string }): ReactNode {
  const lang = useLanguage();
  const t = useText('plan');
  if (kind === 'own') return <p>{t('secret.own.worth')}</p>;
  const bits = strengthOf(passphrase)?.bits;
  const time = bits === null || bits === undefined ? null : spanWords(lang, spanOf(averageSeconds(bits)));
  if (kind === 'drawn') return time === null ? null : <p>{t('secret.drawn.worth', { time })}</p>;
  return (
    <p>
      {t('secret.lock.text')} {time !== null && t('secret.lock.worth', { time })}
    </p>
  );
}
