import { readFileSync } from 'node:fs';

import { type Directory, DirectoryError, parseDirectory } from '#content/schema';

/** Any JSON object, for tests that break a record on purpose. */
export type Json = Record<string, unknown>;

export const checkedDay = new Date('2026-11-22T12:00:00Z');

/** A fresh copy of the real file each time, so that one test's damage stays its own. */
export function realRecords(): Json[] {
  return JSON.parse(readFileSync('src/content/services.json', 'utf8')) as Json[];
}

export function realDirectory(): Directory {
  return parseDirectory(realRecords(), checkedDay);
}

/** The real file with one record changed. */
export function withRecord(id: string, change: (record: Json) => void): Json[] {
  const records = realRecords();
  const record = records.find((one) => one.id === id);
  if (record === undefined) {
    throw new Error(`no record ${id}`);
  }
  change(record);
  return records;
}

/** Every fault of a file; empty when it passes. */
export function faultsOf(json: unknown, today: Date = checkedDay): readonly string[] {
  try {
    parseDirectory(json, today);
    return [];
  } catch (error) {
    if (error instanceof DirectoryError) {
      return error.faults;
    }
    throw error;
  }
}
