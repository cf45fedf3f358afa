/** What the tests of files do again and again: a small container with all six places. */
import { cellOffset, slotOffset, type Bytes, type Layout } from '../../../src/crypto/index.ts';
import type { Keeper, KeeperMeans } from '../../../src/storage/keeper.ts';
import { must, seeded, small, utf8 } from '../crypto/small.ts';
import { tabOn, type Disk } from './disk.ts';

export const six: Layout = { ...small, cellsPerSlot: 6 };
export const everyPlace = [0, 1, 2, 3, 4, 5] as const;

export const tab = (disk: Disk, more: Partial<KeeperMeans> = {}): Keeper => tabOn(disk, seeded(disk.writes + 7), { layout: six, ...more });

/** A visit later, after whatever happened to this one. */
export function laterTab(disk: Disk): Keeper {
  return tab({ ...disk, bytes: disk.bytes.slice(), mishap: null, holder: null });
}

export const picture = (name: string): Bytes => utf8(`picture ${name}, `.repeat(9));

/** The slot whose two generations differ between these disks. */
export function slotChanged(before: Bytes, after: Bytes): number {
  return [0, 1, 2, 3].findIndex((slot) => ([0, 1] as const).some((generation) => {
    const at = slotOffset(six, slot, generation);
    return before.subarray(at, at + six.slotBytes).some((byte, index) => byte !== after[at + index]);
  }));
}

export function cellOf(bytes: Bytes, slot: number, place: number): Bytes {
  const at = cellOffset(six, slot, place);
  return bytes.slice(at, at + six.cellBytes);
}

/** Places of a slot, by number within all of them, whose bytes differ. */
export function cellsChanged(before: Bytes, after: Bytes): string[] {
  return [0, 1, 2, 3].flatMap((slot) => everyPlace.flatMap((place) => (Buffer.compare(cellOf(before, slot, place), cellOf(after, slot, place)) === 0 ? [] : [`${slot} ${place}`])));
}

/** How many stretches of eight bytes of a cell are still somewhere on the disk. */
export function traces(cell: Bytes, disk: Bytes): number {
  const all = Buffer.from(disk);
  let found = 0;
  for (let at = 0; at + 8 <= cell.length; at += 8) if (all.includes(Buffer.from(cell.subarray(at, at + 8)))) found += 1;
  return found;
}

/** What each place holds, as text; `null` where there is nothing of this plan. */
export async function held(keeper: Keeper): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for (const place of everyPlace) {
    const bytes = must(await keeper.getFile(place));
    found.push(bytes && new TextDecoder().decode(bytes));
  }
  return found;
}
