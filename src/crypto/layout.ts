import { assert } from '#kernel/assert';

/**
 * Where everything stands in the container. One layout for every visitor; a
 * test may hand in a smaller one, which nothing sealed under another opens in.
 */
export interface Layout {
  readonly slots: number;
  /** One generation of one slot, sealed. */
  readonly slotBytes: number;
  /** Reserved for pictures: so many cells a slot, each sealed by itself. */
  readonly cellsPerSlot: number;
  readonly cellBytes: number;
  /** A salt copy gets a page to itself, so that no slot shares a page of the disk with another thing. */
  readonly pageBytes: number;
}

/** Version 1. Reasons and measurements: README.md, decisions 1 and 2. */
export const layoutV1: Layout = {
  slots: 4,
  slotBytes: 256 * 1024,
  cellsPerSlot: 6,
  cellBytes: 320 * 1024,
  pageBytes: 4096,
};

/** Two of everything a save writes: one is whole while the other is being written. */
export const generations = 2;

export type Generation = 0 | 1;

export const saltBytes = 32;

/** How many copies of the salt there are: two damaged in different places still give the third its vote. */
export const saltCopies = 3;

/** Salts and slots: all that opening has to read. The cells come after it. */
export function headBytes({ slots, slotBytes, pageBytes }: Layout): number {
  return saltCopies * pageBytes + generations * slots * slotBytes;
}

/** The size of the whole container, for every visitor alike. */
export function containerBytes(layout: Layout): number {
  return headBytes(layout) + layout.slots * layout.cellsPerSlot * layout.cellBytes;
}

/** Where a copy of the salt begins: before, between and after the two generations. */
export function saltOffset({ slots, slotBytes, pageBytes }: Layout, copy: number): number {
  assert(Number.isInteger(copy) && copy >= 0 && copy < saltCopies, 'no such salt copy');
  return copy * (pageBytes + slots * slotBytes);
}

/** Where a generation of a slot begins. */
export function slotOffset(layout: Layout, slot: number, generation: Generation): number {
  assert(Number.isInteger(slot) && slot >= 0 && slot < layout.slots, 'no such slot');
  return saltOffset(layout, generation) + layout.pageBytes + slot * layout.slotBytes;
}

/** Where a cell of a slot begins. */
export function cellOffset(layout: Layout, slot: number, cell: number): number {
  assert(Number.isInteger(slot) && slot >= 0 && slot < layout.slots, 'no such slot');
  assert(Number.isInteger(cell) && cell >= 0 && cell < layout.cellsPerSlot, 'no such cell');
  return headBytes(layout) + (slot * layout.cellsPerSlot + cell) * layout.cellBytes;
}
