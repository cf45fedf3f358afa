import { trustedScript } from '#kernel/script-address';
import workerAddress from './store-worker.ts?worker&url';
import { createVault, type Vault, type WorkerPort } from './vault.ts';

/** The vault of this device, in a worker of its own. For browsers only: importing it is harmless anywhere, using it is not. */
export function createDeviceVault(): Vault {
  return createVault({
    startWorker: () => new Worker(trustedScript(workerAddress), { type: 'module' }) as WorkerPort,
    pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  });
}
