/** A vault in memory that does what a test tells it to: plans by passphrase, faults on demand. */
import { fail, ok, type Result } from '#kernel/result';
import type { OpenPlan, Vault, VaultFault, VaultState } from '#storage/vault';

export interface FakeVault extends Vault {
  readonly plans: Map<string, string>;
  /** The next calls of this name are refused with this. */
  refuse(call: 'open' | 'create' | 'save', fault: VaultFault, times?: number): void;
  /** From now on nothing is refused. */
  accept(): void;
  /** How long the next try says it will wait, and waits until `letTry`. */
  holdTries(waitMs: number): void;
  letTry(): void;
  /** As when another tab takes the notes over. */
  takenOver(): void;
  /** Begins again as on a new device. */
  reset(): void;
}

const openPlan = (text: string): OpenPlan => ({ text, mayMissLastChange: false, room: 'file' });

function fakeVault(): FakeVault {
  const plans = new Map<string, string>();
  const listeners = new Set<() => void>();
  let state: VaultState = { is: 'locked', because: null };
  let open: string | null = null;
  let refusals: { readonly call: string; readonly fault: VaultFault; left: number }[] = [];
  let waitMs = 0;
  let goOn: () => void = () => undefined;
  let held: Promise<void> | null = null;

  const become = (next: VaultState, passphrase: string | null): void => {
    state = next;
    open = passphrase;
    for (const tell of listeners) tell();
  };
  const refused = (call: string): Result<never, VaultFault> | null => {
    const one = refusals.find((refusal) => refusal.call === call && refusal.left > 0);
    if (!one) return null;
    one.left -= 1;
    return fail(one.fault);
  };
  const lock = (because: VaultState['because'] = null): void => become({ is: 'locked', because }, null);

  return {
    plans,
    refuse: (call, fault, times = 1) => void refusals.push({ call, fault, left: times }),
    accept() {
      refusals = [];
    },
    holdTries(ms) {
      waitMs = ms;
      held = new Promise((resolve) => {
        goOn = resolve;
      });
    },
    letTry() {
      waitMs = 0;
      held = null;
      goOn();
    },
    takenOver: () => lock('taken-over'),
    reset() {
      refusals = [];
      waitMs = 0;
      held = null;
      lock();
      plans.clear();
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ensureContainer: async () => ok('whole'),
    async open(passphrase, how) {
      await held;
      const no = how?.takeOver ? null : refused('open');
      if (no) return no;
      const text = plans.get(passphrase);
      if (text === undefined) return ok(null);
      become({ is: 'open', because: null }, passphrase);
      return ok(openPlan(text));
    },
    nextWaitMs: () => waitMs,
    async create(passphrase, text) {
      const no = refused('create');
      if (no) return no;
      plans.set(passphrase, text);
      become({ is: 'open', because: null }, passphrase);
      return ok(openPlan(text));
    },
    async addSecond(passphrase, text) {
      plans.set(passphrase, text);
      return ok(undefined);
    },
    async save(text) {
      const no = refused('save');
      if (no) return no;
      if (open === null) return fail('not-open');
      plans.set(open, text);
      return ok(undefined);
    },
    async changePassphrase(passphrase) {
      if (open === null) return fail('not-open');
      plans.set(passphrase, plans.get(open) ?? '');
      plans.delete(open);
      open = passphrase;
      return ok(undefined);
    },
    async removePlan() {
      if (open !== null) plans.delete(open);
      lock();
      return ok(undefined);
    },
    async wipe() {
      plans.clear();
      lock();
      return ok(undefined);
    },
    exportBackup: async () => ok(new Uint8Array(3)),
    prepare: () => undefined,
    sealFile: async () => ok(new Uint8Array(3)),
    readBackup: async () => fail('not-a-backup'),
    lock: () => lock(),
    lockAfterSaving: async () => {
      await Promise.resolve();
      lock();
    },
  };
}

/** The one of the page: screens and tests hold the same. */
export const vault = fakeVault();
