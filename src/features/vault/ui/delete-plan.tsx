import { useEffect, useRef, useState, type ReactNode } from 'react';
import { FaultLine } from '#ui/fault-line.tsx';
import { useHandBack } from '#ui/use-hand-on.ts';
import { useText } from '#i18n/use-text';
import { deletePlan } from '../open-plan.ts';
import { useFault } from './use-fault.ts';

type Step = 'idle' | 'sure' | 'working';

/** The open plan and no other, in two taps. */
export function DeletePlan(): ReactNode {
  const t = useText('plan');
  const [step, setStep] = useState<Step>('idle');
  const fault = useFault();
  const sure = useRef<HTMLButtonElement>(null);
  const opener = useHandBack(step === 'sure');
  useEffect(() => {
    if (step === 'sure') sure.current?.focus();
  }, [step]);
  const remove = async (): Promise<void> => {
    setStep('working');
    const answer = await deletePlan();
    if (answer.ok) return;
    setStep('idle');
    fault.tell(answer.fault);
  };
  return (
    <>
      <p>{t('remove.text')}</p>
      {step === 'sure' ? (
        <p className="pair">
          <span>{t('remove.sure')}</span>
          <button ref={sure} type="button" className="button" data-vault-do="sure-delete-plan" onClick={() => void remove()}>
            {t('remove.yes')}
          </button>
          <button type="button" className="button quiet" data-vault-do="cancel" onClick={() => setStep('idle')}>
            {t('remove.no')}
          </button>
        </p>
      ) : (
        <p>
          <button ref={opener} type="button" className="button quiet" data-vault-do="delete-plan" aria-disabled={step === 'working' ? true : undefined} onClick={() => step === 'idle' && setStep('sure')}>
            {step === 'working' ? t('working') : t('remove.go')}
          </button>
        </p>
      )}
      {fault.told && <FaultLine fault={fault.told} />}
    </>
  );
}
