import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { removeStored } from './store.ts';

type Step = 'idle' | 'sure' | 'working' | 'done' | 'failed';

/** Two taps, and then what was found when it looked again. */
export function WipeSection(): ReactNode {
  const t = useText('device');
  const [step, setStep] = useState<Step>('idle');
  const sure = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (step === 'sure') {
      sure.current?.focus();
    }
  }, [step]);
  const wipe = (): void => {
    setStep('working');
    void removeStored(window).then((clean) => setStep(clean ? 'done' : 'failed'));
  };
  return (
    <section data-wipe={step}>
      <h2>{t('wipe.title')}</h2>
      <p>{t('wipe.text')}</p>
      {(step === 'idle' || step === 'failed') && (
        <button type="button" className="button quiet" onClick={() => setStep('sure')}>
          {t('wipe.start')}
        </button>
      )}
      {step === 'sure' && (
        <p className="pair">
          <span>{t('wipe.sure')}</span>
          <button ref={sure} type="button" className="button" onClick={wipe}>
            {t('wipe.yes')}
          </button>
          <button type="button" className="button quiet" onClick={() => setStep('idle')}>
            {t('wipe.no')}
          </button>
        </p>
      )}
      <div role="status">
        {step === 'working' && <p>{t('wipe.working')}</p>}
        {step === 'done' && <p>{t('wipe.done')}</p>}
        {step === 'failed' && <p>{t('wipe.failed')}</p>}
      </div>
      <p>{t('wipe.remains')}</p>
    </section>
  );
}
