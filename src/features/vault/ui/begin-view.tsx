import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ok } from '#kernel/result';
import { FaultLine } from '#ui/fault-line.tsx';
import { pathTo } from '#content/routes';
import { InsideLink } from '#ui/inside-link.tsx';
import { useLanguage, useText } from '#i18n/use-text';
import { beginPlan } from '../open-plan.ts';
import type { Backup } from '../store.ts';
import { FileForm } from './file-form.tsx';
import { wayOn } from './fault-words.ts';
import { KeepBoxes, keptWords } from './keep-boxes.tsx';
import { SecretChoice } from './secret-choice.tsx';
import { useFault } from './use-fault.ts';
import { useSecret } from './use-secret.ts';
import { useStop } from './use-stop.ts';

/** Faults that are about a box other than the one for the new words. */
const aboutKeeping = new Set(['keep-unknown', 'no-slot-left']);
const aboutWords = new Set(['empty', 'too-long', 'already-used', 'in-other-tab']);

/** Picking words for a new plan. Nothing is written before "Begin with these". */
export function BeginView({ onCancel }: { readonly onCancel: () => void }): ReactNode {
  const t = useText('plan');
  const lang = useLanguage();
  const secret = useSecret();
  const [keep, setKeep] = useState<readonly string[]>(['']);
  const [brought, setBrought] = useState<Backup | null>(null);
  const [isBusy, setBusy] = useState(false);
  const keepFault = useFault();
  const fault = useFault();
  const stop = useStop();
  const faultBox = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fault.told) faultBox.current?.focus();
  }, [fault.told]);
  const begin = async (takeOver: boolean): Promise<void> => {
    if (isBusy) return;
    keepFault.tell(null);
    fault.tell(null);
    const passphrase = secret.pick();
    if (passphrase === null) return;
    const signal = stop();
    setBusy(true);
    const answer = await beginPlan(passphrase, brought, keptWords(keep), { takeOver }, signal);
    if (signal.aborted) return;
    setBusy(false);
    if (answer.ok) return;
    if (aboutKeeping.has(answer.fault)) keepFault.tell(answer.fault);
    else if (aboutWords.has(answer.fault)) secret.fault.tell(answer.fault);
    else fault.tell(answer.fault);
  };
  const takeOver = secret.fault.what && wayOn[secret.fault.what] === 'take-over' && (
    <button type="button" className="button quiet" data-vault-do="take-over" onClick={() => void begin(true)}>
      {t('locked.takeOver')}
    </button>
  );
  return (
    <>
      <h1 tabIndex={-1}>{t('begin.title')}</h1>
      <p>{t('begin.lost')}</p>
      <p className="warning">{t('begin.earlier')}</p>
      <div className="card">
        <p>{t('begin.checked')}</p>
        <div className="pair">
          <InsideLink to={pathTo(lang, 'device')}>{t('begin.device')}</InsideLink>
          <InsideLink to={pathTo(lang, 'find')} state={{ needs: ['local-support'], people: [] }}>
            {t('begin.worker')}
          </InsideLink>
        </div>
      </div>
      <form
        className="vault-form"
        onSubmit={(event) => {
          event.preventDefault();
          void begin(false);
        }}
      >
        <SecretChoice secret={secret} mark="data-vault-passphrase" takeOver={takeOver} />
        <KeepBoxes title={t('keep.title')} typed={keep} onChange={setKeep} fault={keepFault.told} />
        <div ref={faultBox} tabIndex={-1}>
          {fault.told && <FaultLine fault={fault.told} />}
        </div>
        <div className="pair">
          <button type="submit" className="button" data-vault-do="create" aria-disabled={isBusy ? true : undefined}>
            {isBusy ? t('begin.making') : t('begin.create')}
          </button>
          <button type="button" className="button quiet" data-vault-do="cancel" aria-disabled={isBusy ? true : undefined} onClick={() => !isBusy && onCancel()}>
            {t('begin.cancel')}
          </button>
        </div>
      </form>
      <details className="fold">
        <summary>{t('file.title')}</summary>
        <FileForm
          text={t('file.text')}
          go={t('file.go')}
          onBackup={(backup) => {
            setBrought(backup);
            return ok(t('file.readFirst'));
          }}
        />
      </details>
    </>
  );
}
