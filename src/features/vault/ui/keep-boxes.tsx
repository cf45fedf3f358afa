import type { ReactNode } from 'react';
import { SecretField } from '#ui/secret-field.tsx';
import type { FaultTold } from '#ui/fault-line.tsx';
import { useText } from '#i18n/use-text';
import { deviceVault } from '../store.ts';
import { toSeconds } from './span-words.ts';

interface Props {
  readonly title: string;
  readonly typed: readonly string[];
  readonly onChange: (typed: readonly string[]) => void;
  readonly fault: FaultTold | null;
}

/** As many as a device can hold beside a new one. */
const mostKept = 3;

/** The words of the boxes that hold any. */
export function keptWords(typed: readonly string[]): readonly string[] {
  return typed.filter((words) => words.trim() !== '');
}

/** Boxes for the words of plans that must not be written over. */
export function KeepBoxes({ title, typed, onChange, fault }: Props): ReactNode {
  const t = useText('plan');
  const nextWaitSeconds = fault ? toSeconds(deviceVault().nextWaitMs()) : 0;
  return (
    <details className="fold">
      <summary>{title}</summary>
      <p>{t('keep.text')}</p>
      {typed.map((words, at) => (
        <SecretField
          key={at}
          label={t('keep.label')}
          value={words}
          onChange={(next) => onChange(typed.map((one, index) => (index === at ? next : one)))}
          fault={at === 0 ? fault : null}
          complete="off"
          show={t('show')}
          hide={t('hide')}
          mark="data-vault-keep"
        />
      ))}
      {nextWaitSeconds > 0 && <p>{t('locked.nextWait', { count: nextWaitSeconds })}</p>}
      {typed.length < mostKept && (
        <p>
          <button type="button" className="button quiet" onClick={() => onChange([...typed, ''])}>
            {t('keep.more')}
          </button>
        </p>
      )}
    </details>
  );
}
