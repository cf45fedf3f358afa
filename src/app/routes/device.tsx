import { useEffect, type ReactNode } from 'react';
import { forgetAnswers } from '#features/clares-law/form/held.ts';
import { DevicePage } from '#features/device/device-page.tsx';
import type { Overwriting } from '#features/device/store.ts';

/** What overwriting needs. */
async function tools() {
  const [{ deviceVault }, { forgetChoices }] = await Promise.all([import('#features/vault/store.ts'), import('#app/keep-choices.ts')]);
  return { vault: deviceVault(), forgetChoices };
}

/** Where a browser is too old for our workers or keeps nothing, nothing was ever written. */
const nothingThere: readonly string[] = ['no-worker', 'no-room'];

const overwriting: Overwriting = {
  async begin(onUnreadable) {
    // Before anything is waited for: they are in memory only, so nothing that is overwritten holds them.
    forgetAnswers();
    const { vault, forgetChoices } = await tools();
    const [wiped] = await Promise.all([vault.wipe(onUnreadable), forgetChoices()]);
    return wiped.ok || nothingThere.includes(wiped.fault);
  },
  stop: () => void tools().then(({ vault }) => vault.lock(), () => undefined),
};

export function Page(): ReactNode {
  // Brought before they are wanted: by then the network may be gone.
  useEffect(() => void tools().catch(() => undefined), []);
  return <DevicePage overwriting={overwriting} />;
}
