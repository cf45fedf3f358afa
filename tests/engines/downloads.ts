/** A browser's folder of downloads, where its driver does not speak of them. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pause, until, type Downloaded } from './engine.ts';

/** While it is being written, a file is empty or has one of these beside it. */
const unfinished = /\.(?:part|wkdownload)$/;

/** Does what hands a file to the browser, waits until it lies there whole, and takes it away. */
export async function nextDownload(folder: string, act: () => Promise<void>): Promise<Downloaded> {
  const before = new Set(readdirSync(folder));
  await act();
  const fresh = (): string[] => readdirSync(folder).filter((name) => !before.has(name));
  const sizeOf = (): number => fresh().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  await until('a file is downloaded', async () => {
    if (fresh().length !== 1 || fresh().some((name) => unfinished.test(name))) return false;
    const size = sizeOf();
    await pause(200);
    return size > 0 && sizeOf() === size;
  }, 60_000);
  const [name = ''] = fresh();
  const path = join(folder, name);
  const bytes = readFileSync(path);
  rmSync(path);
  return { name, bytes };
}
