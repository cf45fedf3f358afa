/**
 * Holds the one open plan and its key, next to the storage. It runs in the
 * worker, and ends with it. It knows passphrases, texts and bytes; what a text
 * means is not its business.
 */
import { fail, ok, type Result } from '#kernel/result';
import {
  copyOf, exportBackup, headBytes, importBackup, newSlot, openSlot, rekeySlot, sealSlot, slotOffset, wipeSlot, type Argon, type BackupFault, type Bytes, type Derive,
  type Layout, type NewSlot, type OpenedSlot, type OpenFault, type Patch, type Random,
} from '../crypto/index.ts';
import { ensureContainer, wipeContainer, type ContainerFault } from './slot-container.ts';
import type { SlotStore, StoreFault } from './slot-store.ts';

/** `in-other-tab`: another tab has the notes open. `no-room`: this browser keeps nothing here (some private windows). */
export type HomeFault = 'in-other-tab' | 'no-room' | 'gone' | 'quota-full';

export interface KeeperMeans {
  /** Opens the store; with `takeOver`, also when another tab holds it. */
  readonly openStore: (takeOver: boolean) => Promise<Result<SlotStore, HomeFault>>;
  readonly derive: Derive;
  readonly argon?: Argon;
  readonly random: Random;
  readonly layout: Layout;
  /** From here on nothing can be opened any more; the wipe goes on. */
  readonly onUnreadable?: () => void;
}

/**
 * `not-open`: lock came first. `changed-elsewhere`: another tab wrote to this
 * plan; nothing was overwritten. `keep-unknown`: one of the passphrases of plans
 * to be kept opens nothing. `old-still-opens`: the new passphrase holds, the old
 * one too until the next save. `slot-full`: the text is longer than a plan may be.
 */
export type KeeperFault = HomeFault | ContainerFault | OpenFault | BackupFault | 'not-open' | 'changed-elsewhere' | 'keep-unknown' | 'old-still-opens' | 'already-used' | 'no-slot-left' | 'slot-full';

export interface OpenPlan {
  readonly text: string;
  /** One of the two copies of this plan could not be read: the last change may be missing. The next save mends it. */
  readonly mayMissLastChange: boolean;
  readonly room: 'file' | 'database';
}

type Answer<T> = Promise<Result<T, KeeperFault>>;

/** Every call waits for the one before it. None rejects. */
export interface Keeper {
  ensure(): Answer<'made' | 'whole' | 'mended' | 'wiped'>;
  open(passphrase: string, takeOver: boolean): Answer<OpenPlan | null>;
  /** Begins a plan and opens it. `keep`: passphrases of plans that must not be overwritten; the open one is kept anyway. */
  create(passphrase: string, text: string, keep: readonly string[], takeOver: boolean): Answer<OpenPlan>;
  /** Begins another plan and leaves the open one open. */
  addSecond(passphrase: string, text: string, keep: readonly string[]): Answer<void>;
  save(text: string): Answer<void>;
  changePassphrase(passphrase: string): Answer<void>;
  /** Random bytes over the open plan; nothing is open afterwards. */
  removePlan(): Answer<void>;
  wipe(): Answer<void>;
  exportBackup(passphrase: string): Answer<Bytes>;
  /** The text in the file; it is not kept until it is saved. */
  readBackup(file: Uint8Array, passphrase: string): Answer<string>;
  /** Lets go of key and storage. */
  close(): Answer<void>;
}

interface Session {
  readonly opened: OpenedSlot;
  /** The first bytes of the newest generation as this tab last saw them. */
  readonly mark: Bytes;
}

const markBytes = 12;
const encode = (text: string): Bytes => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export function createKeeper({ openStore, derive, argon, random, layout, onUnreadable }: KeeperMeans): Keeper {
  let store: SlotStore | null = null;
  let session: Session | null = null;

  function letGo(): void {
    store?.close();
    store = null;
  }

  async function home(takeOver: boolean): Promise<Result<SlotStore, HomeFault>> {
    if (store) return ok(store);
    const found = await openStore(takeOver);
    if (found.ok) store = found.value;
    return found;
  }

  /** Storage the browser took away is opened again, once. */
  async function inStore<T, F extends string>(act: (store: SlotStore) => Promise<Result<T, F | StoreFault>>, takeOver = false): Promise<Result<T, F | StoreFault | HomeFault>> {
    const first = await home(takeOver);
    if (!first.ok) return first;
    const answer = await act(first.value);
    if (answer.ok || answer.fault !== 'gone') return answer;
    letGo();
    const second = await home(takeOver);
    return second.ok ? act(second.value) : second;
  }

  const write = (patch: Patch): Promise<Result<void, StoreFault | HomeFault>> => inStore((open) => open.write(patch.offset, patch.bytes));

  /** The part of the container that opening reads, whole and mended. */
  const readHead = (takeOver: boolean): Promise<Result<Bytes, ContainerFault | HomeFault>> => inStore(async (open) => {
    const whole = await ensureContainer(open, random, layout);
    return whole.ok ? open.read(0, headBytes(layout)) : whole;
  }, takeOver);

  const sessionOf = (opened: OpenedSlot, newest: Uint8Array): Session => ({ opened, mark: copyOf(newest, 0, markBytes) });

  async function isUnchanged({ opened, mark }: Session): Promise<Result<void, KeeperFault>> {
    const found = await inStore((open) => open.read(slotOffset(layout, opened.slot, opened.generation), markBytes));
    if (!found.ok) return found;
    return found.value.every((byte, index) => byte === mark[index]) ? ok(undefined) : fail('changed-elsewhere');
  }

  /** The slots that a new plan must leave alone. */
  async function slotsOf(head: Bytes, keep: readonly string[]): Promise<Result<readonly number[], KeeperFault>> {
    const slots = session ? [session.opened.slot] : [];
    for (const passphrase of keep) {
      const opened = await openSlot(head, passphrase, derive, layout);
      if (!opened.ok) return opened;
      if (!opened.value) return fail('keep-unknown');
      slots.push(opened.value.slot);
    }
    return ok(slots);
  }

  async function begin(passphrase: string, text: string, keep: readonly string[], takeOver: boolean): Promise<Result<NewSlot, KeeperFault>> {
    const head = await readHead(takeOver);
    if (!head.ok) return head;
    const kept = await slotsOf(head.value, keep);
    if (!kept.ok) return kept;
    const steps = await newSlot(head.value, passphrase, encode(text), kept.value, derive, random, layout);
    if (!steps.ok) return steps;
    const first = await write(steps.value[0].patch);
    return first.ok ? steps : first;
  }

  /** The second write. Should it fail, the plan stands on its first, and the next save makes the second. */
  async function settle([first, second]: NewSlot): Promise<Session> {
    const written = await write(second.patch);
    const { opened, patch } = written.ok ? second : first;
    return sessionOf(opened, patch.bytes);
  }

  const planOf = ({ opened }: Session): OpenPlan => ({ text: decode(opened.text), mayMissLastChange: opened.otherLost, room: store?.room ?? 'file' });

  const calls: Keeper = {
    ensure: () => inStore((open) => ensureContainer(open, random, layout)),
    async open(passphrase, takeOver) {
      const head = await readHead(takeOver);
      if (!head.ok) return head;
      const opened = await openSlot(head.value, passphrase, derive, layout);
      if (!opened.ok) return opened;
      if (!opened.value) return ok(null);
      const at = slotOffset(layout, opened.value.slot, opened.value.generation);
      session = sessionOf(opened.value, head.value.subarray(at));
      return ok(planOf(session));
    },
    async create(passphrase, text, keep, takeOver) {
      const steps = await begin(passphrase, text, keep, takeOver);
      if (!steps.ok) return steps;
      session = await settle(steps.value);
      return ok({ ...planOf(session), mayMissLastChange: false });
    },
    async addSecond(passphrase, text, keep) {
      if (!session) return fail('not-open');
      const steps = await begin(passphrase, text, keep, false);
      if (!steps.ok) return steps;
      await settle(steps.value);
      return ok(undefined);
    },
    async save(text) {
      if (!session) return fail('not-open');
      const unchanged = await isUnchanged(session);
      if (!unchanged.ok) return unchanged;
      const sealed = await sealSlot(session.opened, encode(text), random, layout);
      if (!sealed.ok) return sealed;
      const written = await write(sealed.value.patch);
      if (written.ok) session = sessionOf(sealed.value.opened, sealed.value.patch.bytes);
      return written;
    },
    async changePassphrase(passphrase) {
      if (!session) return fail('not-open');
      const unchanged = await isUnchanged(session);
      if (!unchanged.ok) return unchanged;
      const head = await readHead(false);
      if (!head.ok) return head;
      const steps = await rekeySlot(head.value, session.opened, passphrase, derive, random, layout);
      if (!steps.ok) return steps;
      const first = await write(steps.value[0].patch);
      if (!first.ok) return first;
      // From here on this session goes by the new passphrase, whatever happens to the second write.
      session = await settle(steps.value);
      return session.opened.otherLost ? fail('old-still-opens') : ok(undefined);
    },
    async removePlan() {
      if (!session) return fail('not-open');
      for (const patch of wipeSlot(session.opened.slot, random, layout)) {
        const written = await write(patch);
        if (!written.ok) return written;
      }
      session = null;
      return ok(undefined);
    },
    async wipe() {
      session = null;
      return inStore((open) => wipeContainer(open, random, layout, onUnreadable), true);
    },
    async exportBackup(passphrase) {
      if (!session) return fail('not-open');
      return exportBackup([session.opened.text], passphrase, { random, ...(argon && { argon }) });
    },
    async readBackup(file, passphrase) {
      const parts = await importBackup(file, passphrase, argon && { argon });
      if (!parts.ok) return parts;
      const [text] = parts.value;
      return text ? ok(decode(text)) : fail('damaged');
    },
    async close() {
      session = null;
      letGo();
      return ok(undefined);
    },
  };
  return inTurn(calls);
}

/** Two calls at once would read what the other is about to write. */
function inTurn(calls: Keeper): Keeper {
  let last: Promise<unknown> = Promise.resolve();
  const queued = Object.entries(calls).map(([name, call]: [string, (...given: never[]) => Promise<unknown>]) => [name, (...given: never[]) => {
    const run = last.then(() => call(...given));
    last = run.catch(() => undefined);
    return run;
  }]);
  return Object.fromEntries(queued) as Keeper;
}
