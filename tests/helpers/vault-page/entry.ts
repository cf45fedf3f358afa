/** A page with the real vault of this device and no screen, for tests to drive. Never part of the site. */
import { createDeviceVault } from '../../../src/storage/device-vault.ts';
import type { Vault } from '../../../src/storage/vault.ts';

declare global {
  interface Window {
    vault: Vault;
  }
}

window.vault = createDeviceVault();
