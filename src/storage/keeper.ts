/**
 * Holds the one open plan and its key, next to the storage. It runs in the
 * worker, and ends with it. It knows passphrases, texts and bytes; what a text
 * means is not its business.
 */
import { fail, ok, type Result } from '#kernel/result';
import {
  copyOf, exportBackup, headBytes, importBackup, newSlot, openSlot, rekeySlot, sealSlot, slotOffset, wipeSlot, type Argon, type BackupFault, type Bytes, type Derive,
  type Generation, type Layout, type NewSlot, type OpenedSlot, type OpenFault, type Patch, type Random, type SealedSlot,
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
  /** A backup of a text that is kept nowhere here. Touches no storage. */
  sealFile(text: string, passphrase: string): Answer<Bytes>;
  /** The text in the file; it is not kept until it is saved. */
  readBackup(file: Uint8Array, passphrase: string): Answer<string>;
  /** Lets go of key and storage. */
  close(): Answer<void>;
}

interface Session {
  readonly opened: OpenedSlot;
  /** The first bytes of both generations as this tab last saw them: another tab writes to either. */
  readonly marks: readonly [Bytes, Bytes];
}

const markBytes = 12;
const encode = (text: string): Bytes => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A plan whose first write is made; the container as it was before. */
interface Begun {
  readonly head: Bytes;
  readonly steps: NewSlot;
}

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

  function sessionIn(head: Uint8Array, opened: OpenedSlot): Session {
    const markAt = (generation: Generation): Bytes => copyOf(head.subarray(slotOffset(layout, opened.slot, generation)), 0, markBytes);
    return { opened, marks: [markAt(0), markAt(1)] };
  }

  /** The session after a save was written. */
  function sessionAfter({ marks: [zero, one] }: Session, { opened, patch }: SealedSlot): Session {
    const mark = copyOf(patch.bytes, 0, markBytes);
    return { opened, marks: opened.generation === 0 ? [mark, one] : [zero, mark] };
  }

  /** Half a write of our own must not look like another tab's at the next call. */
  async function asItStands(before: Session, fault: KeeperFault): Promise<Session> {
    const head = fault === 'in-other-tab' ? null : await inStore((open) => open.read(0, headBytes(layout)));
    return head?.ok ? sessionIn(head.value, before.opened) : before;
  }

  async function stumble<F extends KeeperFault>(before: Session, fault: F): Promise<{ readonly ok: false; readonly fault: F }> {
    session = await asItStands(before, fault);
    return fail(fault);
  }

  async function isUnchanged({ opened, marks }: Session): Promise<Result<void, KeeperFault>> {
    for (const generation of [0, 1] as const) {
      const found = await inStore((open) => open.read(slotOffset(layout, opened.slot, generation), markBytes));
      if (!found.ok) return found;
      if (!found.value.every((byte, index) => byte === marks[generation][index])) return fail('changed-elsewhere');
    }
    return ok(undefined);
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

  async function begin(passphrase: string, text: string, keep: readonly string[], takeOver: boolean): Promise<Result<Begun, KeeperFault>> {
    const head = await readHead(takeOver);
    if (!head.ok) return head;
    const kept = await slotsOf(head.value, keep);
    if (!kept.ok) return kept;
    const steps = await newSlot(head.value, passphrase, encode(text), kept.value, derive, random, layout);
    if (!steps.ok) return steps;
    const first = await write(steps.value[0].patch);
    return first.ok ? ok({ head: head.value, steps: steps.value }) : first;
  }

  /** The second write. Should it fail, the plan stands on its first, and the next save makes the second. */
  async function settle({ head, steps: [first, second] }: Begun): Promise<Session> {
    const after = sessionAfter(sessionIn(head, first.opened), first);
    const written = await write(second.patch);
    return written.ok ? sessionAfter(after, second) : asItStands(after, written.fault);
  }

  const planOf = ({ opened }: Session): OpenPlan => ({ text: decode(opened.text), mayMissLastChange: opened.otherLost, room: store?.room ?? 'file' });

  const calls: Keeper = {
    ensure: () => inStore((open) => ensureContainer(open, random, layout)),
    async open(passphrase, takeOver) {
      session = null;
      const head = await readHead(takeOver);
      if (!head.ok) return head;
      const opened = await openSlot(head.value, passphrase, derive, layout);
      if (!opened.ok) return opened;
      if (!opened.value) return ok(null);
      session = sessionIn(head.value, opened.value);
      return ok(planOf(session));
    },
    async create(passphrase, text, keep, takeOver) {
      const begun = await begin(passphrase, text, keep, takeOver);
      if (!begun.ok) return begun;
      session = await settle(begun.value);
      return ok({ ...planOf(session), mayMissLastChange: false });
    },
    async addSecond(passphrase, text, keep) {
      if (!session) return fail('not-open');
      const begun = await begin(passphrase, text, keep, false);
      if (!begun.ok) return begun;
      await settle(begun.value);
      return ok(undefined);
    },
    async save(text) {
      if (!session) return fail('not-open');
      const unchanged = await isUnchanged(session);
      if (!unchanged.ok) return unchanged;
      const sealed = await sealSlot(session.opened, encode(text), random, layout);
      if (!sealed.ok) return sealed;
      const written = await write(sealed.value.patch);
      if (written.ok) session = sessionAfter(session, sealed.value);
      return written.ok ? written : stumble(session, written.fault);
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
      if (!first.ok) return stumble(session, first.fault);
      // From here on this session goes by the new passphrase, whatever happens to the second write.
      session = await settle({ head: head.value, steps: steps.value });
      return session.opened.otherLost ? fail('old-still-opens') : ok(undefined);
    },
    async removePlan() {
      if (!session) return fail('not-open');
      // By now the slot may hold a plan of another tab.
      const unchanged = await isUnchanged(session);
      if (!unchanged.ok) return unchanged;
      for (const patch of wipeSlot(session.opened.slot, random, layout)) {
        const written = await write(patch);
        if (!written.ok) return stumble(session, written.fault);
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
    async sealFile(text, passphrase) {
      return exportBackup([encode(text)], passphrase, { random, ...(argon && { argon }) });
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
