/** When a person has gone away from the page: hidden for a while, or still for longer. */
export interface AwayLimits {
  readonly hiddenMs: number;
  readonly idleMs: number;
  /** The least of both while somebody chooses a file: the camera or the gallery hides the page. */
  readonly choosingMs: number;
}

/** 30 seconds hidden, two minutes still (issue 4; hardening notes S11). Three minutes to take a photo: ours, measured on nobody. */
export const awayLimits: AwayLimits = { hiddenMs: 30_000, idleMs: 120_000, choosingMs: 180_000 };

const signsOfLife = ['pointerdown', 'keydown', 'input', 'scroll'] as const;

const isFileBox = ({ target }: Event): boolean => (target as Partial<HTMLInputElement> | null)?.type === 'file';

/**
 * Calls `onAway` once hidden for `hiddenMs`, still for `idleMs`, or when the
 * page is frozen or left; while a file is being chosen, not before `choosingMs`,
 * and says so. A telephone stops timers in the background: on coming back the
 * time is looked at again, before anything is shown. Time is that of
 * `performance.now`, which no change of the clock moves. The answer ends it.
 */
export function watchAway(win: Window, { hiddenMs, idleMs, choosingMs }: AwayLimits, onAway: (isChoosing: boolean) => void): () => void {
  const doc = win.document;
  const watched = new AbortController();
  let hiddenSince: number | null = null;
  let isChoosing = false;
  let timer = 0;
  const go = (): void => onAway(isChoosing);
  const limitOf = (ms: number): number => (isChoosing ? Math.max(ms, choosingMs) : ms);
  const arm = (): void => {
    win.clearTimeout(timer);
    timer = win.setTimeout(go, limitOf(hiddenSince === null ? idleMs : hiddenMs));
  };
  const choose = (next: boolean): void => {
    isChoosing = next;
    // The camera may hand over its picture before the page is shown again.
    if (hiddenSince !== null) hiddenSince = win.performance.now();
    arm();
  };
  const onLife = ({ type }: Event): void => {
    if (hiddenSince !== null) return;
    // An older browser does not say that nothing was chosen; but nobody touches the page meanwhile.
    if (type === 'pointerdown' || type === 'keydown') isChoosing = false;
    arm();
  };
  const onVisibility = (): void => {
    if (doc.visibilityState === 'hidden') {
      hiddenSince ??= win.performance.now();
      arm();
      return;
    }
    const wasAwayMs = hiddenSince === null ? 0 : win.performance.now() - hiddenSince;
    hiddenSince = null;
    if (wasAwayMs >= limitOf(hiddenMs)) go();
    else arm();
  };
  const { signal } = watched;
  doc.addEventListener('visibilitychange', onVisibility, { signal });
  doc.addEventListener('freeze', go, { signal });
  win.addEventListener('pagehide', go, { signal });
  for (const sign of signsOfLife) doc.addEventListener(sign, onLife, { capture: true, passive: true, signal });
  doc.addEventListener('click', (event) => isFileBox(event) && choose(true), { capture: true, signal });
  for (const over of ['change', 'cancel']) doc.addEventListener(over, (event) => isFileBox(event) && choose(false), { capture: true, signal });
  onVisibility();
  return () => {
    win.clearTimeout(timer);
    watched.abort();
  };
}
