/** A countdown as plain data: it is right however late the screen is drawn. */
export type Timer =
  | { readonly state: 'set'; readonly minutes: number }
  | { readonly state: 'running'; readonly minutes: number; readonly endsAtMs: number }
  | { readonly state: 'paused'; readonly minutes: number; readonly leftMs: number }
  | { readonly state: 'done'; readonly minutes: number };

export const longestMinutes = 600;

/** Whole minutes from 1 to 600; anything else counts as 5. */
export function readMinutes(typed: string): number {
  const value = Math.round(Number(typed));
  return Number.isFinite(value) && value >= 1 ? Math.min(value, longestMinutes) : 5;
}

export function setTimer(minutes: number): Timer {
  return { state: 'set', minutes };
}

export function startOrPause(timer: Timer, nowMs: number): Timer {
  if (timer.state === 'running') {
    return { state: 'paused', minutes: timer.minutes, leftMs: leftOf(timer, nowMs) };
  }
  const leftMs = timer.state === 'paused' ? timer.leftMs : timer.minutes * 60_000;
  return { state: 'running', minutes: timer.minutes, endsAtMs: nowMs + leftMs };
}

export function tick(timer: Timer, nowMs: number): Timer {
  return timer.state === 'running' && nowMs >= timer.endsAtMs ? { state: 'done', minutes: timer.minutes } : timer;
}

export function leftOf(timer: Timer, nowMs: number): number {
  switch (timer.state) {
    case 'set':
      return timer.minutes * 60_000;
    case 'running':
      return Math.max(0, timer.endsAtMs - nowMs);
    case 'paused':
      return timer.leftMs;
    case 'done':
      return 0;
  }
}

/** '5:00', '1:05:00': rounded up, so that the last second is seen. */
export function showLeft(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${parts.join(':')}` : `${Math.floor(seconds / 60)}:${parts[1] ?? '00'}`;
}
