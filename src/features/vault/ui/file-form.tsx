import { useId, useRef, useState, type ReactNode } from 'react';
import type { Result } from '#kernel/result';
import { FaultLine } from '#ui/fault-line.tsx';
import { SecretField } from '#ui/secret-field.tsx';
import { useText } from '#i18n/use-text';
import { deviceVault, largestBackup, type Backup } from '../store.ts';
import type { Fault } from './fault-words.ts';
import { useFault } from './use-fault.ts';
import { useStop } from './use-stop.ts';

/** Faults of the file and not of its words. */
const ofFile = new Set<Fault>(['no-file', 'file-too-large', 'file-unreadable', 'not-a-backup', 'damaged', 'newer-version', 'cost-refused']);

interface Props {
  readonly text: string;
  readonly go: string;
  /** Says what was done with it, '' where that shows; or why nothing was. */
  readonly onBackup: (backup: Backup) => Result<string, Fault> | Promise<Result<string, Fault>>;
}

/** A file that was made here before, and its words. */
export function FileForm({ text, go, onBackup }: Props): ReactNode {
  const t = useText('plan');
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState('');
  const fault = useFault();
  const stop = useStop();
  const isOfFile = fault.what !== null && ofFile.has(fault.what);
  const tell = (what: Fault): void => {
    setBusy(false);
    fault.tell(what);
    if (ofFile.has(what)) picker.current?.focus();
  };
  const read = async (): Promise<void> => {
    if (isBusy) return;
    const signal = stop();
    setDone('');
    fault.tell(null);
    const file = picker.current?.files?.[0];
    if (!file) return tell('no-file');
    // Before it is read: a film would fill the memory.
    if (file.size > largestBackup) return tell('file-too-large');
    if (typed.trim() === '') return tell('empty');
    setBusy(true);
    const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null);
    if (!bytes) return tell('file-unreadable');
    const answer = await deviceVault().readBackup(bytes, typed);
    if (signal.aborted) return;
    if (!answer.ok) return tell(answer.fault);
    const said = await onBackup(answer.value);
    if (signal.aborted) return;
    if (!said.ok) return tell(said.fault);
    setBusy(false);
    setTyped('');
    setDone(said.value);
  };
  return (
    <form
      className="vault-form"
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <p>{text}</p>
      <div>
        <label className="button quiet pick">
          <input ref={picker} className="visually-hidden" type="file" data-vault-file onChange={(event) => setName(event.target.files?.[0]?.name ?? '')} aria-describedby={`${id}-file`} />
          {t('file.pick')}
        </label>
        <div id={`${id}-file`}>
          {name !== '' && (
            <p translate="no" dir="auto">
              {name}
            </p>
          )}
          {isOfFile && fault.told && <FaultLine fault={fault.told} />}
        </div>
      </div>
      <SecretField label={t('file.label')} value={typed} onChange={setTyped} fault={isOfFile ? null : fault.told} complete="off" show={t('show')} hide={t('hide')} mark="data-vault-file-words" />
      <button type="submit" className="button quiet" data-vault-do="read-file" aria-disabled={isBusy ? true : undefined}>
        {isBusy ? t('working') : go}
      </button>
      <div role="status">{done !== '' && <p>{done}</p>}</div>
    </form>
  );
}
