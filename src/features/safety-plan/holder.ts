/** What this feature asks of the plan that is open, as the route provides it: the vault's session. */
import type { Result } from '#kernel/result';
import type { Entry, Fields } from './model/entry.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** What a file is; its place is for the session to choose. */
export interface FileAbout {
  readonly kind: 'picture' | 'sound';
  readonly [beside: string]: unknown;
}

export interface Change {
  readonly title?: string;
  readonly text?: string;
  /** A field that is `undefined` goes. */
  readonly fields?: Fields;
}

export interface Holder {
  view(): { readonly plan: { readonly notes: readonly Entry[]; readonly rest: Fields } };
  /** Calls back on every change. The answer ends that. */
  subscribe(tell: () => void): () => void;
  /** The id of the new entry. */
  add(fields?: Fields, words?: { readonly title: string; readonly text: string }): string;
  change(id: string, change: Change): void;
  /** Of the plan itself. */
  setField(name: string, value: unknown): void;
  remove(id: string): void;
  saveNow(): void;
  placesLeft(): number;
  /** How long somebody may be away to choose a file, before the plan locks. */
  readonly choosingMs: number;
  /** Aborted when the plan locks. */
  readonly closed: AbortSignal;
  /** Something is on its way into the plan, and a lock before the answer is called is told as its loss. */
  expect(): () => void;
  /** Kept once the answer is `ok`. The name of a fault says why not. */
  attach(id: string, bytes: Bytes, about: FileAbout): Promise<Result<void, string>>;
  detach(id: string, place: number): Promise<void>;
  /** `null`: it cannot be read. */
  readFile(place: number): Promise<Bytes | null>;
}
