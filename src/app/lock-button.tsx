import { useSyncExternalStore, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { Icon } from '#ui/icon.tsx';
import { lockNow, onLockChange, type Lock } from './lock-bell.ts';

/** The button goes with the lock. Where the screen stays, the focus would go with it. */
function lockHere(lock: Lock): void {
  lock();
  document.querySelector('h1')?.focus({ preventScroll: true });
}

/** On every screen while something is open, and at no other time. */
export function LockButton(): ReactNode {
  const t = useText('frame');
  const lock = useSyncExternalStore(onLockChange, lockNow, () => null);
  if (!lock) return null;
  return (
    <div className="lock-row">
      <button type="button" className="button quiet lock" data-vault-do="lock" onClick={() => lockHere(lock)}>
        <Icon name="lock" />
        {t('lock')}
      </button>
    </div>
  );
}
