import { fail, ok, type Result } from '#kernel/result';
import { faultOf, type SlotStore, type StoreFault } from './slot-store.ts';

/** The name stays readable in the browser's own files after removal (measured in Chromium 156): it says nothing. */
export const fileName = 'app-data';

/** Part of the handle that is used. Older Chromium answers `getSize` and `flush` with a promise: both are awaited. */
export interface SyncHandle {
  getSize(): number | Promise<number>;
  read(buffer: Uint8Array, options: { at: number }): number;
  write(buffer: Uint8Array, options: { at: number }): number;
  flush(): void | Promise<void>;
  close(): void;
}

async function guarded<T>(act: () => Promise<Result<T, StoreFault>>): Promise<Result<T, StoreFault>> {
  try {
    return await act();
  } catch (error) {
    return fail(faultOf(error));
  }
}

/** A file overwritten in place: the old bytes are gone from it (measured, hardening notes 0.3). */
export function opfsStore(handle: SyncHandle): SlotStore {
  return {
    room: 'file',
    size: () => guarded(async () => ok(await handle.getSize())),
    read: (offset, length) => guarded(async () => {
      const bytes = new Uint8Array(length);
      return handle.read(bytes, { at: offset }) === length ? ok(bytes) : fail('cut-short');
    }),
    write: (offset, bytes) => guarded(async () => {
      const written = handle.write(bytes, { at: offset });
      // With the quota full, Chromium 156 answers a growing write with an error code as a huge number, and throws nothing.
      if (written > bytes.length || written < 0) return fail('quota-full');
      if (written !== bytes.length) return fail('short-write');
      await handle.flush();
      return ok(undefined);
    }),
    close: () => {
      try {
        handle.close();
      } catch {
        // A handle the browser already took away cannot be closed: there is nothing left to let go of.
      }
    },
  };
}

interface FolderWithSync {
  getFileHandle(name: string, options: { create: boolean }): Promise<{ createSyncAccessHandle?: () => Promise<SyncHandle> }>;
}

/** `no-file-room`: this browser has no such files here. `in-other-tab`: another tab holds the file. */
export async function openOpfs(storage: Pick<StorageManager, 'getDirectory'> | undefined): Promise<Result<SlotStore, 'no-file-room' | 'in-other-tab' | 'gone' | 'quota-full'>> {
  let folder: FolderWithSync;
  try {
    if (!storage || !('getDirectory' in storage)) return fail('no-file-room');
    folder = (await storage.getDirectory()) as unknown as FolderWithSync;
  } catch {
    // A private window of Safari or Firefox.
    return fail('no-file-room');
  }
  try {
    const file = await folder.getFileHandle(fileName, { create: true });
    if (!file.createSyncAccessHandle) return fail('no-file-room');
    return ok(opfsStore(await file.createSyncAccessHandle()));
  } catch (error) {
    // Never on to the database from here: a second container beside the first would look like lost words.
    return fail((error as { name?: unknown } | null)?.name === 'NoModificationAllowedError' ? 'in-other-tab' : faultOf(error));
  }
}
