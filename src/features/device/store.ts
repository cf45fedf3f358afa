import { isClean, wipeAll } from '#storage/wipe';

/** Deletes what the app stored here; true when nothing was found afterwards. */
export async function removeStored(win: Window): Promise<boolean> {
  const clean = isClean(await wipeAll(win));
  delete win.document.documentElement.dataset['offline'];
  return clean;
}
