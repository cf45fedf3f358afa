import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import type { Held } from '../held.ts';

const words = { deleted: 'delete.done', 'not-deleted': 'delete.notDone', locked: 'keep.gone' } as const;

/** Why the answers are not here any more. There before it has words: a screen reader says what changes, not what arrives. */
export function GoneLine({ gone }: { readonly gone: Held['gone'] }): ReactNode {
  const t = useText('request');
  return (
    <div className="off-paper" role="status" data-ask-gone={gone ?? undefined}>
      {gone && <p className="card">{t(words[gone])}</p>}
    </div>
  );
}
