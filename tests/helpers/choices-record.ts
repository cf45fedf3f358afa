/** The record of the settings as it lies on the device. */
import type { Page } from 'playwright-core';

/** Its bytes in hex, or null. */
export async function recordOf(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    try {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle('app-choices')).getFile();
      return [...new Uint8Array(await file.arrayBuffer())].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    } catch {
      return null;
    }
  });
}

/** Puts these bytes in its place, once the page that may just be writing it lets go. */
export async function spoilRecord(page: Page, length: number, fill: number): Promise<void> {
  await page.evaluate(async ([size, byte]) => {
    const folder = await navigator.storage.getDirectory();
    for (let tries = 0; ; tries += 1) {
      try {
        const stream = await (await folder.getFileHandle('app-choices', { create: true })).createWritable();
        await stream.write(new Uint8Array(size).fill(byte));
        await stream.close();
        return;
      } catch (error) {
        if (tries === 50) throw error;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  }, [length, fill] as const);
}
