/**
 * Holds the one open plan and its key, next to the storage. It runs in the
 * worker, and ends with it. It knows passphrases, texts and bytes; what a text
 * means is not its business.
 */
import { fail, ok, type Result } from '#kernel/result';
import {
  exportBackup, headBytes, importBackup, newSlot, openSlot, rekeySlot, sealSlot, wipeSlot, type Argon, type BackupFault, type Bytes, type Derive, type Layout, type NewSlot,
  type OpenFault, type Random,
} from '../crypto/index.ts';
import { backupIn, type Backup } from './backup-files.ts';
import { holdStore, type HomeFault, type OpenStore } from './held-store.ts';
import { createFiles, type FileFault } from './keeper-files.ts';
import { ensureContainer, wipeContainer, type ContainerFault } from './slot-container.ts';
import { isUnchanged, sessionAfter, sessionIn, withMarksOf, type HeldSession, type Session } from './slot-session.ts';

export interface KeeperMeans {
  readonly openStore: OpenStore;
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
export type KeeperFault = HomeFault | ContainerFault | OpenFault | BackupFault | FileFault | 'keep-unknown' | 'old-still-opens' | 'already-used' | 'no-slot-left' | 'slot-full';

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
  /**
   * Seals a file into a place of the open plan, from 0 on. The caller promises
   * that neither the saved plan nor one whose saving ended in a fault names this
   * place, and then saves the plan that does. On a fault the plan is as it was.
   *
   * @throws where there is no such place, as the other calls do.
   */
  putFile(place: number, bytes: Bytes): Answer<void>;
  /** `null`: this place holds no file of the open plan, or a damaged one. */
  getFile(place: number): Answer<Bytes | null>;
  /**
   * Overwrites every file of the open plan in a place that is not named; how
   * many. `named`: by the saved plan and by the one that is to be saved next.
   * While the last change may be missing, or the last save ended in a fault,
   * nothing is overwritten: that text may name more.
   */
  keepFiles(named: readonly number[]): Answer<number>;
  /** With the files in these places; `file-lost` when one of them cannot be read. */
  exportBackup(passphrase: string, places?: readonly number[]): Answer<Bytes>;
  /** A backup of a text that is kept nowhere here, with files of the open plan. Touches no storage when there are none. */
  sealFile(text: string, passphrase: string, places?: readonly number[]): Answer<Bytes>;
  /** What is in the file; it is not kept until it is put and saved. */
  readBackup(file: Uint8Array, passphrase: string): Answer<Backup>;
  /** Lets go of key and storage. */
  close(): Answer<void>;
}

const encode = (text: string): Bytes => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A plan whose first write is made; the container as it was before. */
interface Begun {
  readonly head: Bytes;
  readonly steps: NewSlot;
}

export function createKeeper({ openStore, derive, argon, random, layout, onUnreadable }: KeeperMeans): Keeper {
  const store = holdStore(openStore);
  const held: HeldSession = { now: null };
  const files = createFiles({ held, store, random, layout });

  /** The part of the container that opening reads, whole and mended. */
  const readHead = (takeOver: boolean): Promise<Result<Bytes, ContainerFault | HomeFault>> => store.use(async (open) => {
    const whole = await ensureContainer(open, random, layout);
    return whole.ok ? open.read(0, headBytes(layout)) : whole;
  }, takeOver);

  /** Half a write of our own must not look like another tab's at the next call. */
  async function asItStands(before: Session, fault: KeeperFault): Promise<Session> {
    const head = fault === 'in-other-tab' ? null : await store.read(0, headBytes(layout));
    return head?.ok ? withMarksOf(before, sessionIn(head.value, before.opened, layout)) : before;
  }

  /** And it may have arrived whole: as if opened while the other generation cannot be read. */
  async function stumble<F extends KeeperFault>(before: Session, fault: F): Promise<{ readonly ok: false; readonly fault: F }> {
    const { opened, marks } = await asItStands(before, fault);
    held.now = { opened: { ...opened, otherLost: true }, marks };
    return fail(fault);
  }

  /** The slots that a new plan must leave alone. */
  async function slotsOf(head: Bytes, keep: readonly string[]): Promise<Result<readonly number[], KeeperFault>> {
    const slots = held.now ? [held.now.opened.slot] : [];
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
    const first = await store.write(steps.value[0].patch);
    return first.ok ? ok({ head: head.value, steps: steps.value }) : first;
  }

  /** The second write. Should it fail, the plan stands on its first, and the next save makes the second. */
  async function settle({ head, steps: [first, second] }: Begun): Promise<Session> {
    const after = sessionAfter(sessionIn(head, first.opened, layout), first.patch);
    const written = await store.write(second.patch);
    return written.ok ? sessionAfter(after, second.patch, second.opened) : asItStands(after, written.fault);
  }

  async function sealedWith(text: Bytes, passphrase: string, places: readonly number[]): Answer<Bytes> {
    const parts = await files.parts(places);
    if (!parts.ok) return parts;
    const file = await exportBackup([text, ...parts.value], passphrase, { random, ...(argon && { argon }) });
    for (const part of parts.value) part.fill(0);
    return file;
  }

  const planOf = ({ opened }: Session): OpenPlan => ({ text: decode(opened.text), mayMissLastChange: opened.otherLost, room: store.room() });

  const calls: Keeper = {
    ensure: () => store.use((open) => ensureContainer(open, random, layout)),
    async open(passphrase, takeOver) {
      held.now = null;
      const head = await readHead(takeOver);
      if (!head.ok) return head;
      const opened = await openSlot(head.value, passphrase, derive, layout);
      if (!opened.ok) return opened;
      if (!opened.value) return ok(null);
      held.now = sessionIn(head.value, opened.value, layout);
      return ok(planOf(held.now));
    },
    async create(passphrase, text, keep, takeOver) {
      const begun = await begin(passphrase, text, keep, takeOver);
      if (!begun.ok) return begun;
      held.now = await settle(begun.value);
      return ok({ ...planOf(held.now), mayMissLastChange: false });
    },
    async addSecond(passphrase, text, keep) {
      if (!held.now) return fail('not-open');
      const begun = await begin(passphrase, text, keep, false);
      if (!begun.ok) return begun;
      await settle(begun.value);
      return ok(undefined);
    },
    async save(text) {
      const session = held.now;
      if (!session) return fail('not-open');
      const unchanged = await isUnchanged(store, session);
      if (!unchanged.ok) return unchanged;
      const sealed = await sealSlot(session.opened, encode(text), random, layout);
      if (!sealed.ok) return sealed;
      const written = await store.write(sealed.value.patch);
      if (!written.ok) return stumble(session, written.fault);
      held.now = sessionAfter(session, sealed.value.patch, sealed.value.opened);
      return written;
    },
    async changePassphrase(passphrase) {
      const session = held.now;
      if (!session) return fail('not-open');
      const unchanged = await isUnchanged(store, session);
      if (!unchanged.ok) return unchanged;
      const head = await readHead(false);
      if (!head.ok) return head;
      const steps = await rekeySlot(head.value, session.opened, passphrase, derive, random, layout);
      if (!steps.ok) return steps;
      const first = await store.write(steps.value[0].patch);
      if (!first.ok) return stumble(session, first.fault);
      // From here on this session goes by the new passphrase, whatever happens to the second write.
      held.now = withMarksOf(session, await settle({ head: head.value, steps: steps.value }));
      return held.now.opened.otherLost ? fail('old-still-opens') : ok(undefined);
    },
    async removePlan() {
      const session = held.now;
      if (!session) return fail('not-open');
      // By now the slot may hold a plan of another tab.
      const unchanged = await isUnchanged(store, session);
      if (!unchanged.ok) return unchanged;
      for (const patch of wipeSlot(session.opened.slot, random, layout)) {
        const written = await store.write(patch);
        if (!written.ok) return stumble(session, written.fault);
      }
      held.now = null;
      // Nothing can open its files any more; they go too as far as can be. The plan is gone, whatever comes of it.
      await files.overwrite(session.opened);
      return ok(undefined);
    },
    async wipe() {
      held.now = null;
      return store.use((open) => wipeContainer(open, random, layout, onUnreadable), true);
    },
    putFile: files.put,
    getFile: files.get,
    keepFiles: files.keep,
    exportBackup: async (passphrase, places = []) => (held.now ? sealedWith(held.now.opened.text, passphrase, places) : fail('not-open')),
    sealFile: (text, passphrase, places = []) => sealedWith(encode(text), passphrase, places),
    async readBackup(file, passphrase) {
      const parts = await importBackup(file, passphrase, argon && { argon });
      return parts.ok ? backupIn(parts.value, layout) : parts;
    },
    async close() {
      held.now = null;
      store.letGo();
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
