import { fail, ok, type Result } from '#kernel/result';
import { copyBytes, recordBytes } from './choices-file.ts';
import { wholeCopy } from './choices-record.ts';

/** Part of the handle that is used. Older Chromium answers some calls with a promise: all are awaited. */
export interface RecordHandle {
  getSize(): number | Promise<number>;
  read(buffer: Uint8Array, options: { at: number }): number;
  write(buffer: Uint8Array, options: { at: number }): number;
  truncate(size: number): void | Promise<void>;
  flush(): void | Promise<void>;
}

/**
 * Writes a copy of the record over both places, in place. Killed or failing at
 * any byte, one whole copy is left: the old one or the new one.
 *
 * `quota-full`: the browser gives no room for it, or wrote less than it was given.
 */
export async function writeRecord(handle: RecordHandle, copy: Uint8Array): Promise<Result<void, 'quota-full'>> {
  const before = new Uint8Array(recordBytes);
  handle.read(before, { at: 0 });
  const put = async (bytes: Uint8Array, at: number): Promise<boolean> => {
    // On a full disk Chromium answers a growing write with a huge number (hardening notes 0.3).
    const isWritten = handle.write(bytes, { at }) === bytes.length;
    await handle.flush();
    return isWritten;
  };
  const whole = wholeCopy(before);
  // A write that was cut short may have left the first copy as the only one: no going over it before there is a second.
  const mended = whole === null || (await put(whole, copyBytes));
  const isWritten = mended && (await put(copy, 0)) && (await put(copy, copyBytes));
  if ((await handle.getSize()) > recordBytes) await handle.truncate(recordBytes);
  return isWritten ? ok(undefined) : fail('quota-full');
}
