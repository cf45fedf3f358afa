/**
 * Reading the record of kept settings. The shell has only this part of it:
 * most visitors keep nothing, and there is nothing more to load for them.
 */
export const copyBytes = 32;
export const recordBytes = 2 * copyBytes;

/** In each of the two copies: 1 when something is kept. */
export const isKeptAt = 1;

/** It may stay readable in the browser's own files after removal: it says nothing. */
export const choicesFileName = 'app-choices';

/**
 * The record's bytes; `null`: there is no file, or none can be had here. Needs
 * no lock, so it never waits for another tab. Never rejects. Older browsers and
 * some private windows have no storage at all, whatever its type says.
 */
export async function readRecord(storage: Pick<StorageManager, 'getDirectory'>): Promise<Uint8Array | null> {
  try {
    const handle = await (await storage.getDirectory()).getFileHandle(choicesFileName);
    const file = await handle.getFile();
    return new Uint8Array(await file.slice(0, recordBytes).arrayBuffer());
  } catch {
    return null;
  }
}

/** Whether it is worth reading closely. */
export function maySayMore(record: Uint8Array): boolean {
  return record[isKeptAt] === 1 || record[copyBytes + isKeptAt] === 1;
}
