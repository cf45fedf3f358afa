/** The only file of this feature that knows where things are kept. */
import { createDeviceVault } from '#storage/device-vault';
import type { Vault } from '#storage/vault';

export type { OpenPlan, Vault, VaultFault, VaultState } from '#storage/vault';

let vault: Vault | null = null;

/** The one vault of this page, made on first use. In browsers only: never while a page is drawn at build. */
export function deviceVault(): Vault {
  vault ??= createDeviceVault();
  return vault;
}
