import { useSyncExternalStore, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { Icon } from '#ui/icon.tsx';
import { lockNow, onLockChange } from './lock-bell.ts';

/** On every screen while something is open, and at no other time. */
export function LockButton(): ReactNode {
  const t = useText('frame');
  const lock = useSyncExternalStore(onLockChange, lockNow, () => null);
  if (!lock) return null;
  return (
    <div className="lock-row">
      <button type="button" className="button quiet lock" data-vault-do="lock" onClick={lock}>
        <Icon name="lock" />
        {t('lock')}
      </button>
    </div>
  );
}
