import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import type { Bytes } from '../../holder.ts';
import type { Entry, Fields } from '../../model/entry.ts';
import { parts, partOf } from '../../model/selection.ts';
import { pickedIn } from '../../model/steps.ts';
import { PrintButton } from './print-button.tsx';
import { Paper } from './paper.tsx';

export interface HandedOver {
  readonly entries: readonly Entry[];
  readonly fields: Fields;
  readonly readFile: (place: number) => Promise<Bytes | null>;
}

/** A file that somebody was handed: shown from memory, printable, kept nowhere. */
export function Reader({ handed, onClose }: { readonly handed: HandedOver; readonly onClose: () => void }): ReactNode {
  const t = useText('takeout');
  const { entries, fields, readFile } = handed;
  const found = parts.filter((part) => entries.some((entry) => partOf(entry) === part));
  return (
    <div data-plan-view="reader">
      <div className="off-paper">
        <h1 tabIndex={-1}>{t('reader.title')}</h1>
        <p>{t('reader.note')}</p>
        <p className="warning">
          {t('leaves')}: {t('print.leaves')}
        </p>
        <div className="pair">
          <PrintButton className="button quiet" />
          <button type="button" className="button" data-plan-do="close-reader" onClick={onClose}>
            {t('reader.close')}
          </button>
        </div>
      </div>
      <Paper entries={entries} picked={pickedIn(fields)} parts={found} readFile={readFile} />
    </div>
  );
}
