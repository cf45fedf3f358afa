/**
 * The open plan, and how its places on the disk began when this tab last read
 * or wrote them: a tab that was taken over, or has no locks, finds out by it
 * that another one wrote there.
 */
import { fail, ok, type Result } from '#kernel/result';
import { copyOf, slotOffset, type Bytes, type Layout, type OpenedSlot, type Patch } from '../crypto/index.ts';
import type { HeldStore, HomeFault } from './held-store.ts';
import type { StoreFault } from './slot-store.ts';

/** A nonce: no two writes begin alike. */
const markBytes = 12;

export interface Session {
  readonly opened: OpenedSlot;
  /** By where they stand: both generations of the slot, as another tab writes to either; then each place this tab put a file to. */
  readonly marks: ReadonlyMap<number, Bytes>;
}

/** Held by the keeper and what works for it. */
export interface HeldSession {
  now: Session | null;
}

export function sessionIn(head: Uint8Array, opened: OpenedSlot, layout: Layout): Session {
  const places = ([0, 1] as const).map((generation) => slotOffset(layout, opened.slot, generation));
  return { opened, marks: new Map(places.map((at) => [at, copyOf(head, at, at + markBytes)])) };
}

/** After this tab wrote. */
export function sessionAfter({ opened, marks }: Session, { offset, bytes }: Patch, next: OpenedSlot = opened): Session {
  return { opened: next, marks: new Map(marks).set(offset, copyOf(bytes, 0, markBytes)) };
}

/** The slot looked at anew; what is known of the places of files stays. */
export function withMarksOf(before: Session, { opened, marks }: Session): Session {
  return { opened, marks: new Map([...before.marks, ...marks]) };
}

export function withoutMark({ opened, marks }: Session, offset: number): Session {
  return { opened, marks: new Map([...marks].filter(([at]) => at !== offset)) };
}

export async function isUnchanged(store: HeldStore, { marks }: Session): Promise<Result<void, StoreFault | HomeFault | 'changed-elsewhere'>> {
  for (const [offset, mark] of marks) {
    const found = await store.read(offset, markBytes);
    if (!found.ok) return found;
    if (!found.value.every((byte, index) => byte === mark[index])) return fail('changed-elsewhere');
  }
  return ok(undefined);
}
