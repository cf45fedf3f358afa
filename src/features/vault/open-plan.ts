/**
 * Which plan is open on this page, if any. It is held here and not in a screen,
 * so that it stays open while someone reads another page, and goes from memory
 * as a whole when it locks.
 */
import { fail, ok, type Result } from '#kernel/result';
import { emptyPlan, planText } from './model/plan.ts';
import { createSession, type Session } from './session.ts';
import { askBrowserToStay, choosingMs, deviceVault, filePlaces, longestText, type Backup, type OpenPlan, type Staying, type VaultFault } from './store.ts';

/** Why it is locked, where the person should be told. */
export type LockedNote = 'taken-over' | 'locked' | 'not-added' | 'not-all-kept' | 'deleted';

export interface Desk {
  readonly session: Session | null;
  readonly note: LockedNote | null;
  /** After a plan was begun in this opening: how long the browser will keep it. */
  readonly staying: Staying | null;
  /** What did not come in of the file this opening began with. */
  readonly brought: { readonly lostFiles: number; readonly fault: VaultFault | null } | null;
  /** Nothing can be kept in this browser: to be told before somebody picks words. */
  readonly roomFault: VaultFault | null;
  /** A file from somebody else that is being read. Kept nowhere, and gone with any lock. */
  readonly handed: Backup | null;
}

type How = { readonly takeOver?: boolean };

let desk: Desk = { session: null, note: null, staying: null, brought: null, roomFault: null, handed: null };
const listeners = new Set<() => void>();
let isWatching = false;
/** Counts locks and goings away: what opens after one was asked for before it, and is locked again. */
let locks = 0;
let locking: Promise<void> = Promise.resolve();

export function currentDesk(): Desk {
  return desk;
}

export function onDesk(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function lay(next: Partial<Desk>): void {
  desk = { ...desk, ...next };
  for (const tell of listeners) tell();
}

/** Faults of the room that a try would meet too; the others pass by themselves. */
const lasting = new Set<VaultFault>(['no-room', 'no-worker', 'quota-full', 'wrong-size']);

/** What came of making the room; `null`: it is there. */
export function tellRoom(fault: VaultFault | null): void {
  lay({ roomFault: fault && lasting.has(fault) ? fault : null });
}

function saveWhenHidden(): void {
  if (document.visibilityState === 'hidden') desk.session?.saveNow();
}

/** The vault locks by itself when another tab takes over, and on leaving. */
function watchVault(): void {
  if (isWatching) return;
  isWatching = true;
  const vault = deviceVault();
  document.addEventListener('visibilitychange', saveWhenHidden);
  vault.subscribe(() => {
    const { is, because } = vault.state();
    if (is === 'open') return;
    desk.session?.close();
    if (desk.session || because) lay({ session: null, note: because ?? desk.note, staying: null });
  });
}

function take(opened: OpenPlan): void {
  const session = createSession(opened, {
    vault: deviceVault(),
    longestText,
    filePlaces,
    choosingMs,
    newId: newNoteId,
    now: () => new Date().toISOString(),
    setTimer: (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });
  lay({ session, note: null, staying: null, brought: null, handed: null });
  // A picture that was deleted just before the page was killed may still stand in its place.
  void session.tidy();
}

/** 80 random bits in letters and digits: says nothing about when or in which order. */
function newNoteId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(36).padStart(2, '0')).join('');
}

/** Takes what opened, unless the person has meanwhile gone away or asked to stop. */
async function takeUnlessStopped(asked: () => Promise<Result<OpenPlan | null, VaultFault>>, stop: AbortSignal): Promise<Result<boolean, VaultFault>> {
  watchVault();
  await locking;
  const before = locks;
  const answer = await asked();
  if (!answer.ok) return answer;
  if (answer.value === null) return ok(false);
  if (stop.aborted || locks !== before) {
    deviceVault().lock();
    return fail('locked');
  }
  take(answer.value);
  return ok(true);
}

/** False: nothing opens with this. */
export function openPlan(passphrase: string, how: How, stop: AbortSignal): Promise<Result<boolean, VaultFault>> {
  return takeUnlessStopped(() => deviceVault().open(passphrase, how), stop);
}

/** `backup`: what was read from a file, brought in once the plan stands; `null` begins empty. */
export async function beginPlan(passphrase: string, backup: Backup | null, keep: readonly string[], how: How, stop: AbortSignal): Promise<Result<boolean, VaultFault>> {
  const answer = await takeUnlessStopped(() => deviceVault().create(passphrase, planText(emptyPlan), keep, how), stop);
  if (!answer.ok) return answer;
  const { session } = desk;
  if (session && backup) {
    const came = await session.bringBack(backup);
    if (desk.session === session) lay({ brought: came.ok ? { lostFiles: came.value.lostFiles, fault: null } : { lostFiles: 0, fault: came.fault } });
  }
  void askToStay(session);
  return answer;
}

/** Firefox asks the person; the answer is told if the plan is still open by then. */
async function askToStay(session: Session | null): Promise<void> {
  const staying = await askBrowserToStay();
  if (session && desk.session === session) lay({ staying });
}

export function beginAnother(passphrase: string, keep: readonly string[]): Promise<Result<void, VaultFault>> {
  return deviceVault().addSecond(passphrase, planText(emptyPlan), keep);
}

/**
 * Off the screen at once; saved, then locked, at the latest after a second. Harmless when nothing is open.
 * `wasChoosing`: a file was being chosen, and does not come in now; that is told.
 */
export function lockPlan(wasChoosing = false): Promise<void> {
  locks += 1;
  closeHanded();
  const { session } = desk;
  if (!session) return locking;
  const note = wasChoosing || session.isExpecting() ? 'not-added' : 'locked';
  const saving = session.settled();
  lay({ session: null, note, staying: null });
  locking = (async () => {
    await deviceVault().lockAfterSaving();
    const isKept = await saving;
    session.close();
    if (!isKept && !desk.session) lay({ session: null, note: 'not-all-kept', staying: null });
  })();
  return locking;
}

/** Shows a file from somebody else, unless the person has meanwhile gone away. */
export function readHanded(backup: Backup): void {
  watchVault();
  lay({ handed: backup });
}

export function closeHanded(): void {
  if (desk.handed) lay({ handed: null });
}

export async function deletePlan(): Promise<Result<void, VaultFault>> {
  const answer = await deviceVault().removePlan();
  if (answer.ok) lay({ session: null, note: 'deleted', staying: null });
  return answer;
}
