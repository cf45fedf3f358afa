/**
 * Pictures and recordings on their way into entries of the plan that is open,
 * one after the other. What was begun goes on when its entry is left, and ends
 * with the lock; what became of it is told where the entry is opened again.
 */
import type { Holder } from '../holder.ts';
import { shrink } from './shrink.ts';

export interface Adding {
  /** How many are on their way. */
  readonly busy: number;
  /** The last one was kept; of a recording, how much of it fitted where not all did. */
  readonly kept: { readonly cutToSeconds: number | null } | null;
  /** The name of what went wrong with the last one. */
  readonly fault: string | null;
}

export interface Adder {
  of(id: string): Adding;
  subscribe(tell: () => void): () => void;
  add(id: string, kind: 'picture' | 'sound', file: File): void;
  /** Forgets what became of those that are over. */
  settle(id: string): void;
}

const nothing: Adding = { busy: 0, kept: null, fault: null };

function createAdder(holder: Holder): Adder {
  const all = new Map<string, Adding>();
  const listeners = new Set<() => void>();
  let last: Promise<void> = Promise.resolve();

  const of = (id: string): Adding => all.get(id) ?? nothing;

  function become(id: string, next: Adding): void {
    all.set(id, next);
    for (const tell of listeners) tell();
  }

  async function addNow(id: string, kind: 'picture' | 'sound', file: File, arrived: () => void): Promise<void> {
    const small = await shrink(kind, file, holder.closed);
    if (holder.closed.aborted) return;
    const answer = small.ok ? await holder.attach(id, small.value.bytes, small.value.about) : small;
    if (holder.closed.aborted) return;
    arrived();
    const busy = of(id).busy - 1;
    // What went wrong with one is not hidden by the next that goes well.
    if (!answer.ok) become(id, { busy, kept: null, fault: answer.fault });
    else become(id, { ...of(id), busy, kept: small.ok ? { cutToSeconds: small.value.cutToSeconds } : null });
  }

  return {
    of,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    add(id, kind, file) {
      const { busy, fault } = of(id);
      become(id, { busy: busy + 1, kept: null, fault: busy === 0 ? null : fault });
      const arrived = holder.expect();
      last = last.then(() => addNow(id, kind, file, arrived));
    },
    settle(id) {
      if (of(id).busy === 0) all.delete(id);
    },
  };
}

const adders = new WeakMap<Holder, Adder>();

/** The one of this plan, for as long as it is open. */
export function adderOf(holder: Holder): Adder {
  const known = adders.get(holder);
  if (known) return known;
  const made = createAdder(holder);
  adders.set(holder, made);
  return made;
}
