/** A vault in memory that does what a test tells it to: plans and files by passphrase, faults on demand. */
import { fail, ok, type Result } from '#kernel/result';
import type { Backup, OpenPlan, Vault, VaultFault, VaultState } from '#storage/vault';

type Refusable = 'open' | 'create' | 'save' | 'putFile' | 'getFile' | 'keepFiles' | 'exportBackup' | 'sealFile';

export interface FakeVault extends Vault {
  readonly plans: Map<string, string>;
  /** By passphrase and place. A test that takes one away has it damaged. */
  readonly files: Map<string, Map<number, Uint8Array<ArrayBuffer>>>;
  /** The next calls of this name are refused with this. */
  refuse(call: Refusable, fault: VaultFault, times?: number): void;
  /** From now on nothing is refused. */
  accept(): void;
  /** How long the next try says it will wait, and waits until `letTry`. */
  holdTries(waitMs: number): void;
  letTry(): void;
  /** What any file holds from now on, with any words. Until then no file was made here. */
  bringsBack(backup: Backup): void;
  /** As when another tab takes the notes over. */
  takenOver(): void;
  /** Begins again as on a new device. */
  reset(): void;
}

const openPlan = (text: string): OpenPlan => ({ text, mayMissLastChange: false, room: 'file' });

function fakeVault(): FakeVault {
  const plans = new Map<string, string>();
  const files: FakeVault['files'] = new Map();
  const listeners = new Set<() => void>();
  let state: VaultState = { is: 'locked', because: null };
  let open: string | null = null;
  let refusals: { readonly call: Refusable; readonly fault: VaultFault; left: number }[] = [];
  let waitMs = 0;
  let goOn: () => void = () => undefined;
  let held: Promise<void> | null = null;
  let broughtBack: Backup | null = null;

  const become = (next: VaultState, passphrase: string | null): void => {
    state = next;
    open = passphrase;
    for (const tell of listeners) tell();
  };
  const filesOf = (passphrase: string): Map<number, Uint8Array<ArrayBuffer>> => {
    const own = files.get(passphrase) ?? new Map<number, Uint8Array<ArrayBuffer>>();
    files.set(passphrase, own);
    return own;
  };
  const refused = (call: Refusable): Result<never, VaultFault> | null => {
    const one = refusals.find((refusal) => refusal.call === call && refusal.left > 0);
    if (!one) return null;
    one.left -= 1;
    return fail(one.fault);
  };
  const fileWith = (call: Refusable, places: readonly number[]): Result<Uint8Array<ArrayBuffer>, VaultFault> => {
    const no = refused(call);
    if (no) return no;
    if (places.length > 0 && open === null) return fail('not-open');
    return places.every((place) => open !== null && filesOf(open).has(place)) ? ok(new Uint8Array(3)) : fail('file-lost');
  };
  const lock = (because: VaultState['because'] = null): void => become({ is: 'locked', because }, null);

  return {
    plans,
    files,
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
    bringsBack(backup) {
      broughtBack = backup;
    },
    takenOver: () => lock('taken-over'),
    reset() {
      refusals = [];
      waitMs = 0;
      held = null;
      broughtBack = null;
      lock();
      plans.clear();
      files.clear();
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
      files.delete(passphrase);
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
      files.set(passphrase, filesOf(open));
      files.delete(open);
      open = passphrase;
      return ok(undefined);
    },
    async removePlan() {
      if (open !== null) {
        plans.delete(open);
        files.delete(open);
      }
      lock();
      return ok(undefined);
    },
    async wipe() {
      plans.clear();
      files.clear();
      lock();
      return ok(undefined);
    },
    async putFile(place, bytes) {
      const no = refused('putFile');
      if (no) return no;
      if (open === null) return fail('not-open');
      filesOf(open).set(place, bytes.slice());
      return ok(undefined);
    },
    async getFile(place) {
      const no = refused('getFile');
      if (no) return no;
      return open === null ? fail('not-open') : ok(filesOf(open).get(place)?.slice() ?? null);
    },
    async keepFiles(named) {
      const no = refused('keepFiles');
      if (no) return no;
      if (open === null) return fail('not-open');
      const own = filesOf(open);
      const unnamed = [...own.keys()].filter((place) => !named.includes(place));
      for (const place of unnamed) own.delete(place);
      return ok(unnamed.length);
    },
    exportBackup: async (_, places = []) => fileWith('exportBackup', places),
    prepare: () => undefined,
    sealFile: async (_, _words, places = []) => fileWith('sealFile', places),
    readBackup: async () => (broughtBack ? ok(broughtBack) : fail('not-a-backup')),
    lock: () => lock(),
    lockAfterSaving: async () => {
      await Promise.resolve();
      lock();
    },
  };
}

/** The one of the page: screens and tests hold the same. */
export const vault = fakeVault();
