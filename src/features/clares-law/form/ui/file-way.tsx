import { useState, type ReactNode } from 'react';
import type { LanguageCode } from '#i18n/languages';
import { useLanguage, useText } from '#i18n/use-text';
import type { FaultTold } from '#ui/fault-line.tsx';
import { SecretField } from '#ui/secret-field.tsx';
import type { Draft } from '../model/draft.ts';
import { fileEntry } from './plan-entry.ts';
import { Way } from './ways.tsx';

/** What can be wrong with the words of a file, and `refused`: it could not be made. */
export type FileFault = 'empty' | 'too-short' | 'too-long' | 'refused';

/** Makes a locked file of a text in the format of a plan's copy and hands it to the browser; `null`: handed over. Provided by the route. */
export type SaveAsFile = (text: string, passphrase: string) => Promise<FileFault | null>;

interface Props {
  readonly draft: Draft;
  /** The language of the paper that is handed over. */
  readonly paperIn: LanguageCode;
  readonly saveAsFile: SaveAsFile;
}

export function FileWay({ draft, paperIn, saveAsFile }: Props): ReactNode {
  const lang = useLanguage();
  const t = useText('request');
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<FaultTold | null>(null);
  const [state, setState] = useState<'idle' | 'working' | 'done'>('idle');
  const make = async (): Promise<void> => {
    if (state === 'working') return;
    setFault(null);
    setState('working');
    const now = new Date();
    const { words, fields } = fileEntry(draft, paperIn, lang, now);
    const wrong = await saveAsFile(JSON.stringify({ notes: [{ ...words, ...fields, changed: now.toISOString() }] }), typed);
    if (wrong === null) setTyped('');
    else setFault({ what: wrong, words: t(`way.file.${wrong}`) });
    setState(wrong === null ? 'done' : 'idle');
  };
  return (
    <Way name="file" title={t('way.file.title')} leaves={t('way.file.leaves')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <p>{t('way.file.text')}</p>
        <SecretField label={t('way.file.label')} value={typed} onChange={setTyped} fault={fault} complete="new-password" startsShown show={t('way.file.show')} hide={t('way.file.hide')} mark="data-vault-file-words" />
        <p>
          <button type="submit" className="button" data-ask-do="file" aria-disabled={state === 'working' ? true : undefined}>
            {state === 'working' ? t('way.file.working') : t('way.file.go')}
          </button>
        </p>
        <p role="status">{state === 'done' && t('way.file.done')}</p>
      </form>
    </Way>
  );
}
