/**
 * What this app puts into a backup: the plan's text, then its pictures and
 * recordings, each as its place (4 bytes, high byte first) and its bytes.
 */
import { fail, ok, type Result } from '#kernel/result';
import { copyOf, largestPicture, type Bytes, type Layout } from '../crypto/index.ts';

export interface BackupFile {
  readonly place: number;
  readonly bytes: Bytes;
}

export interface Backup {
  readonly text: string;
  readonly files: readonly BackupFile[];
}

const placeBytes = 4;

export function filePart({ place, bytes }: BackupFile): Bytes {
  const part = new Uint8Array(placeBytes + bytes.length);
  new DataView(part.buffer).setUint32(0, place);
  part.set(bytes, placeBytes);
  return part;
}

function fileIn(part: Bytes, layout: Layout): BackupFile | null {
  if (part.length < placeBytes || part.length - placeBytes > largestPicture(layout)) return null;
  const place = new DataView(part.buffer).getUint32(0);
  return place < layout.cellsPerSlot ? { place, bytes: copyOf(part, placeBytes) } : null;
}

/** `damaged`: no text, or a file that no plan could have held. So there are never more files than places. */
export function backupIn([text, ...parts]: readonly Bytes[], layout: Layout): Result<Backup, 'damaged'> {
  if (!text) return fail('damaged');
  const files = new Map<number, BackupFile>();
  for (const part of parts) {
    const file = fileIn(part, layout);
    if (!file || files.has(file.place)) return fail('damaged');
    files.set(file.place, file);
  }
  return ok({ text: new TextDecoder().decode(text), files: [...files.values()] });
}
