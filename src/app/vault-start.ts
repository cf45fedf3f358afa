/**
 * What every visitor's page does for the vault, whether or not they ever write:
 * the room is made, and whatever is open locks on leaving, when hidden or still
 * for long. Loaded at a quiet moment, or with the plan's screen if that comes
 * first.
 */
import { onLeave } from '#features/quick-exit/leave.ts';
import { idleLimitMs, onIdleLimit } from '#features/vault/idle-limit.ts';
import { lockPlan, tellRoom } from '#features/vault/open-plan.ts';
import { deviceVault } from '#features/vault/store.ts';
import { awayLimits, watchAway } from '#storage/away';
import { makeRecord } from './keep-choices.ts';
import { announceLock } from './lock-bell.ts';

let isStarted = false;

/** Safe to call twice: the second does nothing. */
export function startVault(win: Window): void {
  if (isStarted) return;
  isStarted = true;
  const vault = deviceVault();
  const lock = (wasChoosing = false): void => void lockPlan(wasChoosing);
  onLeave(() => vault.lock());
  vault.subscribe(() => announceLock(vault.state().is === 'open' ? () => lock() : null));
  const watch = (): (() => void) => watchAway(win, { ...awayLimits, idleMs: idleLimitMs() }, lock);
  let endWatch = watch();
  onIdleLimit(() => {
    endWatch();
    endWatch = watch();
  });
  // Always in this order: the browser numbers its files, and the numbers must not tell what was opened first.
  const recordMade = makeRecord();
  const makeRoom = async (): Promise<void> => {
    await recordMade;
    const answer = await vault.ensureContainer();
    tellRoom(answer.ok ? null : answer.fault);
    if (answer.ok) win.document.documentElement.dataset['room'] = 'ready';
  };
  void makeRoom();
  // On a first visit nothing watched what was fetched for it. Once more, so that the worker can keep the part that is not in its copy.
  const offline = win.navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (offline && !offline.controller) offline.addEventListener('controllerchange', () => void makeRoom(), { once: true });
}
