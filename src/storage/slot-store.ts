import type { Result } from '#kernel/result';
import type { Bytes } from '../crypto/index.ts';

/**
 * `quota-full`: the browser gives no more space. `short-write`: fewer bytes
 * were written than handed over. `gone`: the browser closed the storage under
 * us (a telephone does that in the background) or failed without a reason we
 * know; opening it again may help. `cut-short`: the file ends before that place.
 */
export type StoreFault = 'quota-full' | 'short-write' | 'gone' | 'cut-short';

/** A row of bytes on the device. It knows nothing of what they mean. No method rejects. */
export interface SlotStore {
  readonly room: 'file' | 'database';
  /** How many bytes there are; 0 before the first write. */
  size(): Promise<Result<number, StoreFault>>;
  read(offset: number, length: number): Promise<Result<Bytes, StoreFault>>;
  /** Resolves once the bytes are counted and flushed. Writing at the end makes it longer; beyond the end is a mistake. */
  write(offset: number, bytes: Bytes): Promise<Result<void, StoreFault>>;
  /** Lets go of the storage. Nothing may be asked afterwards. */
  close(): void;
}

/** What the browser's own errors mean here. */
export function faultOf(error: unknown): 'quota-full' | 'gone' {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map((one) => (one as { name?: unknown } | null | undefined)?.name);
  return names.includes('QuotaExceededError') ? 'quota-full' : 'gone';
}
