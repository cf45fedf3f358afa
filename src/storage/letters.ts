/** What page and worker write to each other. */
import type { Keeper } from './keeper.ts';

export type Call = keyof Keeper;

export interface Request {
  readonly id: number;
  readonly call: Call;
  readonly given: readonly unknown[];
}

export type Letter =
  | { readonly id: number; readonly answer: unknown }
  /** Another tab took the notes over; the key is dropped. */
  | { readonly news: 'taken-over' }
  /** A wipe has come so far that nothing opens any more. */
  | { readonly news: 'unreadable' };
