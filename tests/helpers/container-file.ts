/** The container as it lies in a browser's profile, read as somebody with the disk reads it. */
import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { deriveAt, isWipeUnfinished, layoutV1, openSlot, standardCost, type Derive } from '../../src/crypto/index.ts';

/** Where Chromium and Firefox keep a site's own files. */
const places = [/\/File System\//, /\/storage\/default\/[^/]+\/fs\//];

/** A running browser takes folders away while we look. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The largest of the site's own files; `null` before there is one. */
export function containerPath(profile: string): string | null {
  let found: { path: string; size: number } | null = null;
  const walk = (folder: string): void => {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      // The browsers' own lists lie beside it.
      if (!entry.isFile() || !places.some((place) => place.test(path)) || /\/Paths\/|\/Origins\/|sqlite/.test(path)) continue;
      const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      if (!found || size > found.size) found = { path, size };
    }
  };
  walk(profile);
  return (found as { path: string } | null)?.path ?? null;
}

/** The real derivation, once for each passphrase and salt. */
function remembered(): Derive {
  const known = new Map<string, Uint8Array<ArrayBuffer>>();
  const derive = deriveAt(standardCost);
  return async (secret, salt) => {
    const name = `${Buffer.from(secret).toString('hex')} ${Buffer.from(salt).toString('hex')}`;
    const before = known.get(name);
    if (before) return { ok: true, value: before.slice() };
    const root = await derive(secret, salt);
    if (root.ok) known.set(name, root.value.slice());
    return root;
  };
}
const derive = remembered();

export interface Read {
  readonly text: string;
  /** One of the two generations does not open. */
  readonly otherLost: boolean;
}

/** What a passphrase opens in the profile; `null`: nothing. Throws where it should open and is damaged. */
export async function readContainer(profile: string, passphrase: string): Promise<Read | null> {
  const path = containerPath(profile);
  if (path === null) return null;
  const opened = await openSlot(new Uint8Array(readFileSync(path)), passphrase, derive);
  if (!opened.ok && opened.fault === 'wrong-size') return null;
  if (!opened.ok) throw new Error(`fault: ${opened.fault}`);
  return opened.value && { text: new TextDecoder().decode(opened.value.text), otherLost: opened.value.otherLost };
}

/** True while the salts are strangers to each other: a wipe began and has not ended. */
export function isUnfinished(profile: string): boolean {
  const path = containerPath(profile);
  return path !== null && isWipeUnfinished(new Uint8Array(readFileSync(path)), layoutV1);
}
