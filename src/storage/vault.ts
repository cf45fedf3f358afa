/**
 * The page's side of the vault. It asks the worker and holds no key and no
 * text. Locking stops the worker: that is all it takes to forget.
 *
 * There is no "has a plan" here, on purpose: nobody can tell from the device.
 * Until something opens, the vault is `locked` for every visitor alike.
 */
import { fail, type Result } from '#kernel/result';
import type { Backup } from './backup-files.ts';
import type { Keeper, KeeperFault, OpenPlan } from './keeper.ts';
import type { Call, Letter, Request } from './letters.ts';

/** `no-worker`: this browser is too old for workers as we need them. `broken`: a mistake of ours; nothing was kept. `locked`: it was locked before the answer came. */
export type VaultFault = KeeperFault | 'no-worker' | 'broken' | 'locked';

type Answer<T> = Promise<Result<T, VaultFault>>;
type ValueOf<K extends Call> = Keeper[K] extends (...given: never[]) => Promise<Result<infer T, KeeperFault>> ? T : never;

export type { Backup, OpenPlan };

export interface VaultState {
  readonly is: 'locked' | 'open';
  /** Why it is locked, where the person should be told. */
  readonly because: 'taken-over' | null;
}

/** The part of a worker that is used. */
export interface WorkerPort {
  postMessage(request: Request): void;
  terminate(): void;
  onmessage: ((event: { readonly data: Letter }) => void) | null;
  onerror: ((event: never) => void) | null;
}

export interface VaultMeans {
  /** Starts a worker. May throw where the browser cannot. */
  readonly startWorker: () => WorkerPort;
  readonly pause: (ms: number) => Promise<void>;
}

export interface Vault {
  state(): VaultState;
  /** Calls back on every change of state. The answer ends that. */
  subscribe(listener: () => void): () => void;
  /** Makes or mends the container. For every visitor, at a quiet moment; then the worker goes. */
  ensureContainer(): Answer<'made' | 'whole' | 'mended' | 'wiped'>;
  /** Starts the worker while the words are still being typed. It touches no storage and keeps no other tab out until it is asked. Never throws. */
  prepare(): void;
  /** `null`: nothing opens with this passphrase. After three of those each further try waits first, longer each time. */
  open(passphrase: string, how?: { readonly takeOver?: boolean }): Answer<OpenPlan | null>;
  /** How long the next `open` will wait before it tries. */
  nextWaitMs(): number;
  /** Begins a plan and opens it. `keep`: passphrases of other plans on this device; a plan not named may be overwritten. One that does not open counts as a wrong try. */
  create(passphrase: string, text: string, keep?: readonly string[], how?: { readonly takeOver?: boolean }): Answer<OpenPlan>;
  addSecond(passphrase: string, text: string, keep?: readonly string[]): Answer<void>;
  /** Kept once the answer is `ok`; on any fault what was saved before still stands. */
  save(text: string): Answer<void>;
  changePassphrase(passphrase: string): Answer<void>;
  /** Overwrites the open plan and locks. */
  removePlan(): Answer<void>;
  /** Overwrites everything, open or not, and locks. `onUnreadable` comes first: from then on nothing opens. */
  wipe(onUnreadable?: () => void): Answer<void>;
  /**
   * Seals a picture or recording into a place of the open plan (`filePlaces`
   * says how many there are). Only to a place that is named neither by the saved
   * plan nor by one whose saving ended in a fault; then save the plan that names
   * it: until that is acknowledged, the file is not kept. On a fault the plan is
   * as it was. The bytes stay the caller's.
   */
  putFile(place: number, bytes: Uint8Array<ArrayBuffer>): Answer<void>;
  /** `null`: this place holds no file of the open plan, or a damaged one. */
  getFile(place: number): Answer<Uint8Array<ArrayBuffer> | null>;
  /**
   * Overwrites every file of the open plan in a place that is not named, so that
   * nothing of a deleted one stays; how many. `named`: by the saved plan and by
   * the one to be saved next. After a deletion was saved, and after opening.
   * While the last change may be missing, or the last save ended in a fault,
   * nothing is overwritten.
   */
  keepFiles(named: readonly number[]): Answer<number>;
  /** An encrypted file of the open plan as last saved, with the files in these places. `file-lost`: one of them cannot be read; ask again without it. */
  exportBackup(passphrase: string, places?: readonly number[]): Answer<Uint8Array<ArrayBuffer>>;
  /** The same kind of file of a text that is kept nowhere here; no plan need be open, but for files of it. */
  sealFile(text: string, passphrase: string, places?: readonly number[]): Answer<Uint8Array<ArrayBuffer>>;
  /** The text and the files in it; nothing is kept yet. */
  readBackup(file: Uint8Array, passphrase: string): Answer<Backup>;
  /** At once and synchronously. What is not saved by then is lost. Never throws. */
  lock(): void;
  /** Locks when the calls under way are answered, at the latest after a second. */
  lockAfterSaving(): Promise<void>;
}

/** Wrong tries without a wait, and the longest wait. Held in memory only: closing the page ends it, and the README says so. */
const freeTries = 3;
const longestWaitMs = 30_000;
const savingTakesAtMostMs = 1_000;

export function createVault({ startWorker, pause }: VaultMeans): Vault {
  let worker: WorkerPort | null = null;
  let state: VaultState = { is: 'locked', because: null };
  let wrongTries = 0;
  let lastId = 0;
  let unreadable: () => void = () => undefined;
  const listeners = new Set<() => void>();
  const waiting = new Map<number, (answer: Result<never, VaultFault>) => void>();

  function become(next: VaultState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function stop(fault: VaultFault): void {
    worker?.terminate();
    worker = null;
    const unanswered = [...waiting.values()];
    waiting.clear();
    for (const answer of unanswered) answer(fail(fault));
  }

  function close(because: VaultState['because'], fault: VaultFault): void {
    stop(fault);
    if (state.is === 'open' || state.because !== because) become({ is: 'locked', because });
  }

  function hear({ data }: { readonly data: Letter }): void {
    if ('news' in data) {
      if (data.news === 'unreadable') unreadable();
      else close('taken-over', 'in-other-tab');
      return;
    }
    const answer = waiting.get(data.id);
    waiting.delete(data.id);
    answer?.(data.answer as Result<never, VaultFault>);
  }

  function running(): WorkerPort | null {
    if (worker) return worker;
    try {
      const started = startWorker();
      started.onmessage = hear;
      // Its script could not be had or run: old browsers tell of it only so.
      started.onerror = () => close(null, 'no-worker');
      worker = started;
    } catch {
      return null;
    }
    return worker;
  }

  async function ask<K extends Call>(call: K, ...given: Parameters<Keeper[K]>): Answer<ValueOf<K>> {
    const port = running();
    if (!port) return fail('no-worker');
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      port.postMessage({ id, call, given });
    });
  }

  /** A worker that was started only for this and holds no plan goes again: it would keep other tabs out. */
  function letGoUnlessOpen(): void {
    if (state.is === 'locked' && waiting.size === 0) stop('locked');
  }

  const waitMs = (): number => (wrongTries < freeTries ? 0 : Math.min(longestWaitMs, 1_000 * 2 ** (wrongTries - freeTries)));

  /** A plan to keep that does not open is a wrong try like any other: or guessing would be quicker there. */
  async function countingKept<T>(keep: readonly string[], act: () => Answer<T>): Answer<T> {
    if (keep.length > 0 && waitMs() > 0) await pause(waitMs());
    const answer = await act();
    if (!answer.ok && answer.fault === 'keep-unknown') wrongTries += 1;
    return answer;
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ensureContainer() {
      const answer = await ask('ensure');
      letGoUnlessOpen();
      return answer;
    },
    prepare: () => void running(),
    async open(passphrase, { takeOver = false } = {}) {
      // Before trying, and so the same for a right and a wrong one.
      if (waitMs() > 0) await pause(waitMs());
      const answer = await ask('open', passphrase, takeOver);
      if (answer.ok && answer.value) {
        wrongTries = 0;
        become({ is: 'open', because: null });
      } else {
        if (answer.ok) wrongTries += 1;
        letGoUnlessOpen();
      }
      return answer;
    },
    nextWaitMs: waitMs,
    async create(passphrase, text, keep = [], { takeOver = false } = {}) {
      const answer = await countingKept(keep, () => ask('create', passphrase, text, keep, takeOver));
      if (answer.ok) become({ is: 'open', because: null });
      else letGoUnlessOpen();
      return answer;
    },
    addSecond: (passphrase, text, keep = []) => countingKept(keep, () => ask('addSecond', passphrase, text, keep)),
    save: (text) => ask('save', text),
    changePassphrase: (passphrase) => ask('changePassphrase', passphrase),
    async removePlan() {
      const answer = await ask('removePlan');
      if (answer.ok) close(null, 'locked');
      return answer;
    },
    async wipe(onUnreadable = () => undefined) {
      unreadable = onUnreadable;
      const answer = await ask('wipe');
      close(null, 'locked');
      return answer;
    },
    putFile: (place, bytes) => ask('putFile', place, bytes),
    getFile: (place) => ask('getFile', place),
    keepFiles: (named) => ask('keepFiles', named),
    exportBackup: (passphrase, places = []) => ask('exportBackup', passphrase, places),
    async sealFile(text, passphrase, places = []) {
      const answer = await ask('sealFile', text, passphrase, places);
      letGoUnlessOpen();
      return answer;
    },
    async readBackup(file, passphrase) {
      const answer = await ask('readBackup', file, passphrase);
      letGoUnlessOpen();
      return answer;
    },
    lock: () => close(null, 'locked'),
    async lockAfterSaving() {
      const settled = [...waiting.keys()];
      const isQuiet = (): boolean => settled.every((id) => !waiting.has(id));
      for (let waited = 0; waited < savingTakesAtMostMs && !isQuiet(); waited += 20) await pause(20);
      close(null, 'locked');
    },
  };
}
