import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { FaultLine } from '#ui/fault-line.tsx';
import { faultWords } from './fault-words.ts';
import { useDesk } from './use-desk.ts';

/** How long the browser will keep it, told once after a plan was begun. */
export function StayNote(): ReactNode {
  const t = useText('plan');
  const { staying } = useDesk();
  return <div role="status">{staying && <p className="card">{t(`stay.${staying}`)}</p>}</div>;
}

/** What did not come in of the file a plan was begun with: the file must not be deleted in good faith. */
export function BroughtNote(): ReactNode {
  const t = useText('plan');
  const { brought } = useDesk();
  return (
    <div role="status" data-vault-brought>
      {brought && brought.lostFiles > 0 && <p className="warning">{t('file.lost', { count: brought.lostFiles })}</p>}
      {brought?.fault && <FaultLine fault={{ what: brought.fault, words: faultWords(t, brought.fault) }} />}
    </div>
  );
}
