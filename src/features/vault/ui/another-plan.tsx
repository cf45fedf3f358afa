import { useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { beginAnother } from '../open-plan.ts';
import { KeepBoxes, keptWords } from './keep-boxes.tsx';
import { SecretChoice } from './secret-choice.tsx';
import { useFault } from './use-fault.ts';
import { useSecret } from './use-secret.ts';
import { useStop } from './use-stop.ts';

const honest = ['public', 'judge', 'count'] as const;

/** Other words for other notes. What it is worth, and what it is not, is said first. */
export function AnotherPlan(): ReactNode {
  const t = useText('plan');
  const secret = useSecret();
  const [keep, setKeep] = useState<readonly string[]>(['']);
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const keepFault = useFault();
  const stop = useStop();
  const begin = async (): Promise<void> => {
    if (isBusy) return;
    setDone(false);
    keepFault.tell(null);
    const passphrase = secret.pick();
    if (passphrase === null) return;
    const signal = stop();
    setBusy(true);
    const answer = await beginAnother(passphrase, keptWords(keep));
    if (signal.aborted) return;
    setBusy(false);
    if (answer.ok) {
      // Words made up here stay on the screen: they are the ones that open it.
      secret.setTyped('');
      setKeep(['']);
      setDone(true);
    } else if (answer.fault === 'keep-unknown' || answer.fault === 'no-slot-left') keepFault.tell(answer.fault);
    else secret.fault.tell(answer.fault);
  };
  return (
    <form
      className="vault-form"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <p>{t('another.text')}</p>
      {honest.map((fact) => (
        <p key={fact} className={fact === 'judge' ? 'warning' : undefined}>
          {t(`another.${fact}`)}
        </p>
      ))}
      <SecretChoice secret={secret} mark="data-vault-new-words" />
      <p>{t('another.kept')}</p>
      <KeepBoxes title={t('keep.titleMore')} typed={keep} onChange={setKeep} fault={keepFault.told} />
      <button type="submit" className="button quiet" data-vault-do="begin-another" aria-disabled={isBusy ? true : undefined}>
        {isBusy ? t('working') : t('another.go')}
      </button>
      <div role="status">{isDone && <p>{t('another.done')}</p>}</div>
    </form>
  );
}
