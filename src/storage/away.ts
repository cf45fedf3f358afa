/** When a person has gone away from the page: hidden for a while, or still for longer. */
export interface AwayLimits {
  readonly hiddenMs: number;
  readonly idleMs: number;
}

/** 30 seconds hidden, two minutes still (issue 4; hardening notes S11). */
export const awayLimits: AwayLimits = { hiddenMs: 30_000, idleMs: 120_000 };

const signsOfLife = ['pointerdown', 'keydown', 'input', 'scroll'] as const;

/**
 * Calls `onAway` once hidden for `hiddenMs`, still for `idleMs`, or when the
 * page is frozen or left. A telephone stops timers in the background: on coming
 * back the time is looked at again, before anything is shown. Time is that of
 * `performance.now`, which no change of the clock moves. The answer ends it.
 */
export function watchAway(win: Window, { hiddenMs, idleMs }: AwayLimits, onAway: () => void): () => void {
  const doc = win.document;
  let hiddenSince: number | null = null;
  let timer = 0;
  const arm = (ms: number): void => {
    win.clearTimeout(timer);
    timer = win.setTimeout(onAway, ms);
  };
  const onLife = (): void => {
    if (hiddenSince === null) arm(idleMs);
  };
  const onVisibility = (): void => {
    if (doc.visibilityState === 'hidden') {
      hiddenSince ??= win.performance.now();
      arm(hiddenMs);
      return;
    }
    const wasAwayMs = hiddenSince === null ? 0 : win.performance.now() - hiddenSince;
    hiddenSince = null;
    if (wasAwayMs >= hiddenMs) onAway();
    else arm(idleMs);
  };
  const leave = (): void => onAway();
  doc.addEventListener('visibilitychange', onVisibility);
  doc.addEventListener('freeze', leave);
  win.addEventListener('pagehide', leave);
  for (const sign of signsOfLife) doc.addEventListener(sign, onLife, { capture: true, passive: true });
  onVisibility();
  return () => {
    win.clearTimeout(timer);
    doc.removeEventListener('visibilitychange', onVisibility);
    doc.removeEventListener('freeze', leave);
    win.removeEventListener('pagehide', leave);
    for (const sign of signsOfLife) doc.removeEventListener(sign, onLife, { capture: true });
  };
}
