import { localDay } from '#kernel/local-time';
import type { Holder } from '../holder.ts';

/** An entry of what happened, begun now; today is its day until another is picked. Its id. */
export function beginEntry(holder: Holder): string {
  const now = new Date();
  return holder.add({ log: { day: localDay(now), written: now.toISOString() } });
}
