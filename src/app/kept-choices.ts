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

let found: Promise<Found> | null = null;

/** Reads the record once a visit and puts on what it says. Never rejects. */
export function wearKept(win: Window): Promise<Found> {
  return (found ??= readRecord(win.navigator.storage).then(async (record) => ({
    isMade: record?.length === recordBytes,
    isKept: record !== null && maySayMore(record) && (await putOn(win.document, record)),
  })));
}

function putOn(doc: Document, record: Uint8Array): Promise<boolean> {
  // Where that part does not arrive, the page stays as it was served.
  return import('./put-on-choices.ts').then(({ putOnChoices }) => putOnChoices(doc, record), () => false);
}
