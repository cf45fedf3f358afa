/** The only file of this feature that knows where things are kept. */
import { createDeviceVault } from '#storage/device-vault';
import { awayLimits } from '#storage/away';
import { askToStay, type Staying } from '#storage/staying';
import type { Vault } from '#storage/vault';

export { averageSeconds, drawPassphrase, filePlaces, largestBackup, longestPassphrase, longestText, strengthOf, type Strength } from '#storage/passphrases';
export type { Backup, OpenPlan, Vault, VaultFault, VaultState } from '#storage/vault';
export type { Staying };

/** How long somebody may be away to choose a file, before the plan locks. */
export const { choosingMs } = awayLimits;

let vault: Vault | null = null;

/** The one vault of this page, made on first use. In browsers only: never while a page is drawn at build. */
export function deviceVault(): Vault {
  vault ??= createDeviceVault();
  return vault;
}

/** Asks the browser to let the notes stay. Only after a person has chosen to keep something. */
export function askBrowserToStay(): Promise<Staying> {
  return askToStay(navigator.storage);
}
