import type { ReactNode } from 'react';
import { DevicePage } from '#features/device/device-page.tsx';
import type { Overwriting } from '#features/device/store.ts';

const theVault = async () => (await import('#features/vault/store.ts')).deviceVault();

/** Where a browser is too old for our workers or keeps nothing, nothing was ever written. */
const nothingThere: readonly string[] = ['no-worker', 'no-room'];

const overwriting: Overwriting = {
  async begin(onUnreadable) {
    const [vault, { forgetChoices }] = await Promise.all([theVault(), import('#app/keep-choices.ts')]);
    const [wiped] = await Promise.all([vault.wipe(onUnreadable), forgetChoices()]);
    return wiped.ok || nothingThere.includes(wiped.fault);
  },
  stop: () => void theVault().then((vault) => vault.lock(), () => undefined),
};

export function Page(): ReactNode {
  return <DevicePage overwriting={overwriting} />;
}
