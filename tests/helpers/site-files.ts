/** What a browser's profile holds of a site. */
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Where Chromium keeps what sites store; the rest of a profile is the browser's own and differs from run to run. */
const kinds = ['File System', 'IndexedDB', 'Local Storage', 'Session Storage', 'Service Worker', 'WebStorage', 'blob_storage', 'databases', 'Shared Dictionary'];

/** Every file in which Chromium keeps what a site stored: name and size, sorted. */
export function siteFiles(profile: string): [name: string, bytes: number][] {
  const home = join(profile, 'Default');
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, number] => [relative(home, join(entry.parentPath, entry.name)), statSync(join(entry.parentPath, entry.name)).size])
    .filter(([name]) => kinds.some((kind) => name.startsWith(`${kind}/`)))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
