import { isClean, wipeAll } from '#storage/wipe';

/** How the notes' container is overwritten; the route hands it in. */
export interface Overwriting {
  /** `onUnreadable`: from then on nothing opens. True when all of it was overwritten, or when there never was any. */
  readonly begin: (onUnreadable: () => void) => Promise<boolean>;
  readonly stop: () => void;
}

/** `not-overwritten`: all is deleted, but sealed bytes may be on the disk for a while. `left`: something was found afterwards. */
export type Removed = 'clean' | 'not-overwritten' | 'left';

/** Overwrites and deletes what the app stored here, then looks again. Never rejects. */
export async function removeStored(win: Window, overwriting: Overwriting, onUnreadable: () => void): Promise<Removed> {
  let isOverwritten = false;
  const left = await wipeAll(win, {
    begin: async () => {
      isOverwritten = await overwriting.begin(onUnreadable);
    },
    stop: overwriting.stop,
  });
  delete win.document.documentElement.dataset['offline'];
  if (!isClean(left)) return 'left';
  return isOverwritten ? 'clean' : 'not-overwritten';
}
