/**
 * Writes the small record of kept settings: only a worker may overwrite a file
 * in place. One order, one answer; the page then stops it.
 */
import { fail, type Result } from '#kernel/result';
import { choicesFileName } from './choices-file.ts';
import { writeRecord, type RecordHandle } from './choices-writer.ts';

interface FolderWithSync {
  getFileHandle(name: string, options: { create: boolean }): Promise<{ createSyncAccessHandle?: () => Promise<RecordHandle & { close(): void }> }>;
}

/** `no-room`: this browser has no files here. `busy`: another tab is writing. */
export type ChoicesFault = 'no-room' | 'busy' | 'quota-full';

interface WorkerScope {
  readonly navigator: Navigator;
  onmessage: ((event: MessageEvent<Uint8Array>) => void) | null;
  postMessage(answer: Result<void, ChoicesFault>): void;
}
const scope = self as unknown as WorkerScope;

/** Another tab holds the file for a few milliseconds at a time. */
const waitForOtherTabMs = [10, 30, 100, 300, 600] as const;

const nameOf = (error: unknown): unknown => (error as { name?: unknown } | null)?.name;

async function openHandle(): Promise<Result<RecordHandle & { close(): void }, ChoicesFault>> {
  const folder = (await scope.navigator.storage.getDirectory()) as unknown as FolderWithSync;
  const file = await folder.getFileHandle(choicesFileName, { create: true });
  if (!file.createSyncAccessHandle) return fail('no-room');
  for (const ms of waitForOtherTabMs) {
    try {
      return { ok: true, value: await file.createSyncAccessHandle() };
    } catch (error) {
      if (nameOf(error) !== 'NoModificationAllowedError') throw error;
      await new Promise((done) => setTimeout(done, ms));
    }
  }
  return fail('busy');
}

async function write(copy: Uint8Array): Promise<Result<void, ChoicesFault>> {
  try {
    const handle = await openHandle();
    if (!handle.ok) return handle;
    try {
      return await writeRecord(handle.value, copy);
    } finally {
      handle.value.close();
    }
  } catch (error) {
    return fail(nameOf(error) === 'QuotaExceededError' ? 'quota-full' : 'no-room');
  }
}

scope.onmessage = ({ data }) => void write(data).then((answer) => scope.postMessage(answer));
