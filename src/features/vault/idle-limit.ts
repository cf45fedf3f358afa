/** How long a person may be still before their plan locks: for this visit, in memory. */
export const idleChoicesMs = [60_000, 120_000, 300_000, 600_000] as const;
export type IdleLimitMs = (typeof idleChoicesMs)[number];

let limitMs: IdleLimitMs = 120_000;
const listeners = new Set<() => void>();

export function idleLimitMs(): IdleLimitMs {
  return limitMs;
}

export function setIdleLimit(next: IdleLimitMs): void {
  limitMs = next;
  for (const tell of listeners) tell();
}

/** Calls back on every change. The answer ends that. */
export function onIdleLimit(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
