/**
 * What was kept of the settings, looked at before the app loads. Part of the
 * shell: small, and it holds up nothing. Until it is read, and wherever it
 * cannot be, the page is as it was served and the exit leads where it always
 * leads.
 */
import { maySayMore, readRecord, recordBytes } from '#storage/choices-file';

export interface Found {
  /** Every visitor has the record, once it was made. */
  readonly isMade: boolean;
  readonly isKept: boolean;
}

let finding: Promise<Found> | null = null;

/** Reads the record once a visit and puts on what it says. Never rejects. */
export function wearKept(win: Window): Promise<Found> {
  finding ??= readRecord(win.navigator.storage).then(async (record) => {
    const isMade = record?.length === recordBytes;
    const isKept = record !== null && maySayMore(record) && (await putOn(win.document, record));
    return { isMade, isKept };
  });
  return finding;
}

async function putOn(doc: Document, record: Uint8Array): Promise<boolean> {
  try {
    return (await import('./put-on-choices.ts')).putOnChoices(doc, record);
  } catch {
    // That part did not arrive: the page stays as it was served.
    return false;
  }
}
