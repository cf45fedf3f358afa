import { useState, type ReactNode } from 'react';
import { FileWordsField, useFileWords } from '#ui/file-words.tsx';
import { isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { secretFault } from '../model/secret.ts';
import type { Session } from '../session.ts';
import { deviceVault, drawPassphrase, longestPassphrase } from '../store.ts';
import { handOver, neutralFileName } from './hand-over.ts';
import { useFault } from './use-fault.ts';
import { useStop } from './use-stop.ts';

/** A sealed file of the plan, for another place or another device. What a download shows is said before. */
export function CopyToFile({ session }: { readonly session: Session }): ReactNode {
  const t = useText('plan');
  const words = useFileWords(drawPassphrase);
  const [isBusy, setBusy] = useState(false);
  /** How many pictures and recordings could not be read and are not in the file. */
  const [lost, setLost] = useState<number | null>(null);
  const fault = useFault();
  const stop = useStop();
  const make = async (): Promise<void> => {
    if (isBusy) return;
    setLost(null);
    const { typed } = words;
    const wrong = secretFault('own', typed, '', longestPassphrase);
    fault.tell(wrong);
    if (wrong) return;
    const signal = stop();
    setBusy(true);
    // The file holds what is saved: what is not must not be missing from it unsaid.
    const isKept = await session.settled();
    if (!isKept) {
      setBusy(false);
      fault.tell(session.view().fault ?? 'locked');
      return;
    }
    const named = session.filePlacesNamed();
    let readable = named;
    let answer = await deviceVault().exportBackup(typed, named);
    if (!answer.ok && answer.fault === 'file-lost') {
      readable = await session.readablePlaces();
      answer = await deviceVault().exportBackup(typed, readable);
    }
    if (signal.aborted) return;
    setBusy(false);
    if (!answer.ok) {
      fault.tell(answer.fault);
      return;
    }
    handOver(document, answer.value);
    words.settle();
    setLost(named.length - readable.length);
  };
  return (
    <form
      className="vault-form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <p className="warning">{t('copy.warn', { name: isolate(neutralFileName) })}</p>
      <p>{t('copy.all')}</p>
      <p>{t('copy.text')}</p>
      <FileWordsField words={words} fault={fault.told} texts={{ label: t('copy.label'), hint: t('copy.hint'), show: t('show'), hide: t('hide'), draw: t('copy.draw') }} />
      <button type="submit" className="button quiet" data-vault-do="make-file" aria-disabled={isBusy ? true : undefined}>
        {isBusy ? t('working') : t('copy.go')}
      </button>
      <div role="status">
        {lost !== null && (
          <p>
            {t('copy.done')} {words.isDrawn && t('copy.drawn')} {lost > 0 && t('copy.lost', { count: lost })}
          </p>
        )}
      </div>
    </form>
  );
}
