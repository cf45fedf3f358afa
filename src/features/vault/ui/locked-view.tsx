import { useState, type ReactNode } from 'react';
import { ok } from '#kernel/result';
import { SecretField } from '#ui/secret-field.tsx';
import { useText } from '#i18n/use-text';
import { openPlan, readHanded, type LockedNote } from '../open-plan.ts';
import { deviceVault } from '../store.ts';
import { FileForm } from './file-form.tsx';
import { wayOn } from './fault-words.ts';
import { toSeconds } from './span-words.ts';
import { useFault } from './use-fault.ts';
import { useStop } from './use-stop.ts';

interface Props {
  readonly note: LockedNote | null;
  readonly onBegin: () => void;
  readonly readerDoor: { readonly title: string; readonly text: string };
}

/** The same for everybody: a box, "open", and "begin" beside it. */
export function LockedView({ note, onBegin, readerDoor }: Props): ReactNode {
  const t = useText('plan');
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState<{ readonly waitSeconds: number } | null>(null);
  const [nextWaitSeconds, setNextWaitSeconds] = useState(0);
  const fault = useFault();
  const stop = useStop();
  const open = async (takeOver: boolean): Promise<void> => {
    if (busy) return;
    fault.tell(null);
    if (typed.trim() === '') {
      fault.tell('empty');
      return;
    }
    const signal = stop();
    setBusy({ waitSeconds: toSeconds(deviceVault().nextWaitMs()) });
    const answer = await openPlan(typed, { takeOver }, signal);
    if (signal.aborted) return;
    setBusy(null);
    setNextWaitSeconds(toSeconds(deviceVault().nextWaitMs()));
    if (!answer.ok) fault.tell(answer.fault);
    else if (!answer.value) fault.tell('nothing-opened');
  };
  return (
    <>
      <div className="needs-script">
        <form
          className="vault-form"
          onSubmit={(event) => {
            event.preventDefault();
            void open(false);
          }}
        >
          <SecretField
            label={t('locked.label')}
            hint={t('locked.hint')}
            value={typed}
            onChange={(words) => {
              deviceVault().prepare();
              setTyped(words);
            }}
            fault={fault.told}
            complete="current-password"
            show={t('show')}
            hide={t('hide')}
            mark="data-vault-passphrase"
          >
            {fault.what && wayOn[fault.what] === 'take-over' && (
              <button type="button" className="button quiet" data-vault-do="take-over" onClick={() => void open(true)}>
                {t('locked.takeOver')}
              </button>
            )}
          </SecretField>
          <button type="submit" className="button" data-vault-do="open" aria-disabled={busy ? true : undefined}>
            {busy ? t('locked.trying') : t('locked.open')}
          </button>
        </form>
        <div role="status" className="vault-status">
          {busy && busy.waitSeconds > 0 && <p>{t('locked.waiting', { count: busy.waitSeconds })}</p>}
          {!busy && nextWaitSeconds > 0 && <p>{t('locked.nextWait', { count: nextWaitSeconds })}</p>}
          {!busy && !fault.what && note && <p>{t(`locked.note.${note}`)}</p>}
        </div>
        <section className="card">
          <h2>{t('begin.door')}</h2>
          <p>{t('begin.doorText')}</p>
          <button type="button" className="button quiet" data-vault-do="begin" onClick={onBegin}>
            {t('begin.go')}
          </button>
        </section>
        <details className="fold" data-vault-read-file>
          <summary>{readerDoor.title}</summary>
          <FileForm
            text={readerDoor.text}
            go={t('locked.open')}
            onBackup={(backup) => {
              readHanded(backup);
              return ok('');
            }}
          />
        </details>
      </div>
    </>
  );
}
