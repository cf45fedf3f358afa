/** A disk in memory that fails, tears writes and dies when told to, and tabs that share it. */
import { fail, ok } from '../../../src/kernel/result.ts';
import type { Bytes, Random } from '../../../src/crypto/index.ts';
import { createKeeper, type Keeper, type KeeperMeans } from '../../../src/storage/keeper.ts';
import type { SlotStore, StoreFault } from '../../../src/storage/slot-store.ts';
import { quick, small } from '../crypto/small.ts';

export class Killed extends Error {
  override name = 'Killed';
}

export interface Mishap {
  /** Which call from now on, 0 for the next. */
  readonly inCalls: number;
  readonly what: StoreFault | 'kill';
  /** Of a write, this share reaches the disk all the same, from 0 to 1. */
  readonly share: number;
}

export interface Disk {
  bytes: Bytes;
  writes: number;
  mishap: Mishap | null;
  /** The tab that holds the store. */
  holder: object | null;
}

export function newDisk(bytes: Bytes = new Uint8Array(0)): Disk {
  return { bytes, writes: 0, mishap: null, holder: null };
}

function put(disk: Disk, offset: number, bytes: Uint8Array): void {
  const after = new Uint8Array(Math.max(disk.bytes.length, offset + bytes.length));
  after.set(disk.bytes);
  after.set(bytes, offset);
  disk.bytes = after;
}

export function storeOn(disk: Disk, holder: object = {}): SlotStore {
  disk.holder = holder;
  /** What befalls this call. */
  const befall = (write?: { offset: number; bytes: Bytes }): StoreFault | null => {
    if (disk.holder !== holder) return 'gone';
    if (!disk.mishap) return null;
    if (disk.mishap.inCalls > 0) {
      disk.mishap = { ...disk.mishap, inCalls: disk.mishap.inCalls - 1 };
      return null;
    }
    const { what, share } = disk.mishap;
    disk.mishap = null;
    if (write) put(disk, write.offset, write.bytes.subarray(0, Math.round(share * write.bytes.length)));
    if (what === 'kill') throw new Killed();
    return what;
  };
  return {
    room: 'file',
    async size() {
      const fault = befall();
      return fault ? fail(fault) : ok(disk.bytes.length);
    },
    async read(offset, length) {
      const fault = befall();
      if (fault) return fail(fault);
      return offset + length > disk.bytes.length ? fail('cut-short') : ok(disk.bytes.slice(offset, offset + length));
    },
    async write(offset, bytes) {
      const fault = befall({ offset, bytes });
      if (fault) return fail(fault);
      put(disk, offset, bytes);
      disk.writes += 1;
      return ok(undefined);
    },
    close() {
      if (disk.holder === holder) disk.holder = null;
    },
  };
}

/** A tab with a keeper of its own on a shared disk. */
export function tabOn(disk: Disk, random: Random, more: Partial<KeeperMeans> = {}): Keeper {
  const me = {};
  return createKeeper({
    openStore: async (takeOver) => (disk.holder !== null && disk.holder !== me && !takeOver ? fail('in-other-tab') : ok(storeOn(disk, me))),
    derive: quick,
    random,
    layout: small,
    ...more,
  });
}
