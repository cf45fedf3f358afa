import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestTransform } from 'workbox-build';

const shortHashLength = 8;

/**
 * Gives every entry of the worker's list the hash of its file. The browser then
 * refuses a file that is not the one this worker was built with, so a worker
 * that installs while a new release is going up fails and is tried again,
 * instead of keeping half of each. The revision is the start of the same hash:
 * it repeats, so it costs next to nothing once compressed.
 */
export function addIntegrity(dist: string): ManifestTransform {
  return (entries) => ({
    manifest: entries.map((entry) => {
      // vite-plugin-pwa adds this one itself, and a list that names a file twice must agree.
      if (entry.url.endsWith('.webmanifest')) return entry;
      const hash = createHash('sha256').update(readFileSync(join(dist, entry.url))).digest('base64');
      return {
        ...entry,
        revision: entry.revision === null ? null : hash.slice(0, shortHashLength),
        integrity: `sha256-${hash}`,
      };
    }),
    warnings: [],
  });
}
