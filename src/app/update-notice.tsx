import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { onUpdate, waitingUpdate } from './update-bell.ts';

/** Quiet words, at the foot, never over anything: a newer copy waits until it is wanted. */
export function UpdateNotice(): ReactNode {
  const t = useText('frame');
  const takeOver = useSyncExternalStore(onUpdate, waitingUpdate, () => null);
  const [isLater, setLater] = useState(false);
  const shown = takeOver !== null && !isLater;
  return (
    <div className="notice" role="status">
      {shown && (
        <>
          <p>{t('update.text')}</p>
          <button type="button" className="button quiet" data-update="use" onClick={takeOver}>
            {t('update.use')}
          </button>
          <button type="button" className="button quiet" onClick={() => setLater(true)}>
            {t('update.later')}
          </button>
        </>
      )}
    </div>
  );
}
