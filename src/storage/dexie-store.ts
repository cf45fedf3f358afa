import { Dexie, type EntityTable } from 'dexie';
import { fail, ok, type Result } from '#kernel/result';
import { copyOf, type Bytes } from '../crypto/index.ts';
import { faultOf, type SlotStore, type StoreFault } from './slot-store.ts';

export const databaseName = 'app-data';

/** One generation of a slot touches two pieces at most; every visitor has the same pieces. */
export const pieceBytes = 256 * 1024;

interface Piece {
  readonly index: number;
  readonly bytes: Bytes;
}

export interface DatabaseHome {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange;
}

/**
 * The same bytes where a browser has no files for us. The database keeps
 * older sealed bytes in its own log for a while (measured, hardening notes
 * 0.1): they stay sealed, and the reader is told on the device page.
 */
export async function openDexie(home: DatabaseHome): Promise<Result<SlotStore, 'no-room' | 'quota-full'>> {
  // strict: the browser waits for the disk before it says the write is done.
  const database = new Dexie(databaseName, { indexedDB: home.indexedDB, IDBKeyRange: home.IDBKeyRange, chromeTransactionDurability: 'strict' });
  database.version(1).stores({ pieces: 'index' });
  // In place of the library's own, which write to the console: a newer tab or a wipe gets the database at once.
  database.on('versionchange', () => {
    database.close();
    return false;
  });
  database.on('blocked', () => false);
  try {
    await database.open();
  } catch (error) {
    database.close();
    return fail(faultOf(error) === 'quota-full' ? 'quota-full' : 'no-room');
  }
  return ok(dexieStore(database));
}

function dexieStore(database: Dexie): SlotStore {
  const pieces = database.table('pieces') as EntityTable<Piece, 'index'>;
  const guarded = async <T>(mode: 'r' | 'rw', act: () => Promise<Result<T, StoreFault>>): Promise<Result<T, StoreFault>> => {
    try {
      // Without this a closed database opens itself again, and a second tab would not notice.
      if (!database.isOpen()) return fail('gone');
      return await database.transaction(mode, pieces, act);
    } catch (error) {
      return fail(faultOf(error));
    }
  };
  return {
    room: 'database',
    size: () => guarded('r', async () => {
      const last = await pieces.orderBy('index').last();
      const whole = await pieces.count();
      // A gap cannot come from us: what lies behind it is not counted.
      return ok(last && last.index === whole - 1 ? last.index * pieceBytes + last.bytes.length : 0);
    }),
    read: (offset, length) => guarded('r', async () => {
      const bytes = new Uint8Array(length);
      for (let at = offset; at < offset + length;) {
        const index = Math.floor(at / pieceBytes);
        const from = at - index * pieceBytes;
        const piece = (await pieces.get(index))?.bytes.subarray(from, from + offset + length - at);
        if (!piece || piece.length === 0) return fail('cut-short');
        bytes.set(piece, at - offset);
        at += piece.length;
      }
      return ok(bytes);
    }),
    write: (offset, bytes) => guarded('rw', async () => {
      for (let at = offset; at < offset + bytes.length;) {
        const index = Math.floor(at / pieceBytes);
        const from = at - index * pieceBytes;
        const part = bytes.subarray(at - offset, at - offset + pieceBytes - from);
        const before = part.length === pieceBytes ? undefined : (await pieces.get(index))?.bytes;
        const after = new Uint8Array(Math.max(before?.length ?? 0, from + part.length));
        after.set(before ?? new Uint8Array(0));
        after.set(part, from);
        await pieces.put({ index, bytes: copyOf(after) });
        at += part.length;
      }
      return ok(undefined);
    }),
    close: () => database.close(),
  };
}
