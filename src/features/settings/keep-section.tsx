import { useSyncExternalStore, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';

interface State {
  readonly isKept: boolean;
  readonly fault: 'no-room' | 'busy' | 'quota-full' | null;
}

/** What keeps the settings; the route hands it in. */
export interface Keeping {
  readonly current: () => State;
  /** Before anything was read. */
  readonly asServed: State;
  readonly watch: (tell: () => void) => () => void;
  readonly choose: (isWanted: boolean) => void;
}

/** Asked first, and taken back as easily: what stays on the device is the person's to decide. */
export function KeepSection({ keeping }: { readonly keeping: Keeping }): ReactNode {
  const t = useText('settings');
  const { isKept, fault } = useSyncExternalStore(keeping.watch, keeping.current, () => keeping.asServed);
  return (
    <section data-keep={isKept ? 'kept' : 'visit'}>
      <p>{t(isKept ? 'keep.kept' : 'keep.visit')}</p>
      <p className="soft">{t('keep.seen')}</p>
      <div className="radios">
        <label>
          <input type="checkbox" role="switch" checked={isKept} autoComplete="off" onChange={() => keeping.choose(!isKept)} />
          <span>{t('keep.switch')}</span>
        </label>
      </div>
      <div role="status">{fault !== null && <p>{t(`keep.fault.${fault}`)}</p>}</div>
    </section>
  );
}
