import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { Icon } from '#ui/icon.tsx';
import { lockNow, onLockChange } from './lock-bell.ts';

/** How long a page that stays says that it was locked. Later there is no more to see than before anything was opened. */
const saidForMs = 5_000;

/** On every screen while something is open, and at no other time. */
export function LockButton(): ReactNode {
  const t = useText('frame');
  const lock = useSyncExternalStore(onLockChange, lockNow, () => null);
  const [isPressed, setPressed] = useState(false);
  useEffect(() => {
    if (lock || !isPressed) return;
    const timer = setTimeout(() => setPressed(false), saidForMs);
    return () => clearTimeout(timer);
  }, [lock, isPressed]);
  return (
    <>
      {lock && (
        <div className="lock-row">
          <button
            type="button"
            className="button quiet lock"
            data-vault-do="lock"
            onClick={() => {
              lock();
              setPressed(true);
              // The button goes with the lock. Where the screen stays, the focus would go with it.
              document.querySelector('h1')?.focus({ preventScroll: true });
            }}
          >
            <Icon name="lock" />
            {t('lock')}
          </button>
        </div>
      )}
      {(lock || isPressed) && (
        <p className="visually-hidden" role="status">
          {!lock && t('locked')}
        </p>
      )}
    </>
  );
}
