import type { TFunction } from 'i18next';
import type { SecretFault } from '../model/secret.ts';
import type { VaultFault } from '../store.ts';

/** Everything that can go wrong here: what the vault says, and what the screen finds before asking it. */
export type Fault = VaultFault | SecretFault | 'nothing-opened' | 'no-file' | 'file-too-large' | 'file-unreadable';

/** What can be done about it from where it is told. The type demands a row for every fault. */
export const wayOn: Readonly<Record<Fault, 'take-over' | 'again' | null>> = {
  'in-other-tab': 'take-over',
  'no-room': null,
  gone: 'again',
  'quota-full': 'again',
  'short-write': 'again',
  'cut-short': 'again',
  'no-worker': null,
  'no-memory': 'again',
  'cost-refused': null,
  'wrong-size': null,
  'newer-version': null,
  damaged: null,
  'not-a-backup': null,
  'wrong-passphrase': null,
  'not-open': null,
  locked: null,
  'changed-elsewhere': null,
  'keep-unknown': null,
  'old-still-opens': null,
  'already-used': null,
  'no-slot-left': null,
  'slot-full': null,
  'too-large': null,
  'file-lost': null,
  broken: 'again',
  empty: null,
  'too-long': null,
  'too-short': null,
  'words-differ': null,
  'digits-only': null,
  'nothing-opened': null,
  'no-file': null,
  'file-too-large': null,
  'file-unreadable': null,
};

export function faultWords(t: TFunction<'plan'>, fault: Fault): string {
  return t(`fault.${fault}`);
}
