import { useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import type { Session } from '../session.ts';
import { deviceVault } from '../store.ts';
import { SecretChoice } from './secret-choice.tsx';
import { useSecret } from './use-secret.ts';
import { useStop } from './use-stop.ts';

/** Other words for the plan that is open. */
export function ChangeWords({ session }: { readonly session: Session }): ReactNode {
  const t = useText('plan');
  const secret = useSecret();
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const stop = useStop();
  const change = async (): Promise<void> => {
    if (isBusy) return;
    setDone(false);
    const passphrase = secret.pick();
    if (passphrase === null) return;
    const signal = stop();
    setBusy(true);
    await session.settled();
    const answer = await deviceVault().changePassphrase(passphrase);
    if (signal.aborted) return;
    setBusy(false);
    if (answer.ok) {
      // Words made up here stay on the screen: they are the ones that open it now.
      secret.setTyped('');
      setDone(true);
      return;
    }
    secret.fault.tell(answer.fault);
    // The second copy is still under the old words; a save writes it anew.
    if (answer.fault === 'old-still-opens') session.saveAgain();
  };
  return (
    <form
      className="vault-form"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <p>{t('change.text')}</p>
      <SecretChoice secret={secret} mark="data-vault-new-words" />
      <button type="submit" className="button quiet" data-vault-do="change-words" aria-disabled={isBusy ? true : undefined}>
        {isBusy ? t('working') : t('change.go')}
      </button>
      <div role="status">{isDone && <p>{t('change.done')}</p>}</div>
    </form>
  );
}
