/**
 * The file a person asks for. Unlike the container it says what it is: it
 * exists only because somebody made it. Format, version 1: README.md.
 */
import { fail, ok, type Result } from '#kernel/result';
import { deriveAt, isAllowed, standardCost, type Argon, type Cost, type DeriveFault } from './argon.ts';
import { copyOf, fillRandom, randomBytes, type Bytes, type Random } from './bytes.ts';
import { passphraseBytes, type PassphraseFault } from './passphrase.ts';
import { keyFor, numbers, rootKey, seal, sealBytes, unseal } from './slot.ts';

/** The first bytes of the file. The word is neutral on purpose. */
const mark = new TextEncoder().encode('NOTEBOX');
const version = 1;
const versionAt = mark.length;
const costAt = versionAt + 1;
const saltAt = costAt + 12;
const saltBytes = 32;
const sealedAt = saltAt + saltBytes;
const sumBytes = 32;

/** The sealed part grows in steps of this size, so that the file says little about how much is in it. */
const stepBytes = 64 * 1024;

/** Larger than anything a container holds: nothing beyond it is looked at. */
export const largestBackup = 16 * 1024 * 1024;

export type BackupFault = PassphraseFault | DeriveFault | 'not-a-backup' | 'newer-version' | 'damaged' | 'wrong-passphrase';

/** How many parts, each as length and bytes, then random bytes to a whole step. */
function pack(parts: readonly Bytes[], random: Random): Bytes {
  const used = 4 + parts.reduce((sum, part) => sum + 4 + part.length, 0);
  const plain = randomBytes(Math.ceil((used + sealBytes) / stepBytes) * stepBytes - sealBytes, random);
  plain.set(numbers(parts.length));
  let at = 4;
  for (const part of parts) {
    plain.set(numbers(part.length), at);
    plain.set(part, at + 4);
    at += 4 + part.length;
  }
  return plain;
}

function unpack(plain: Bytes): readonly Bytes[] | null {
  const view = new DataView(plain.buffer);
  const parts: Bytes[] = [];
  let at = 4;
  for (let left = view.getUint32(0); left > 0; left -= 1) {
    if (at + 4 > plain.length) return null;
    const end = at + 4 + view.getUint32(at);
    if (end > plain.length) return null;
    parts.push(copyOf(plain, at + 4, end));
    at = end;
  }
  return parts;
}

async function sumOf(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

export interface BackupMeans {
  readonly random?: Random;
  readonly argon?: Argon;
  /** Only a test makes a cheaper file, and never under the floor. */
  readonly cost?: Cost;
}

/**
 * Makes the file. The first part is the plan's text; what follows is up to the
 * caller. `no-memory`, `empty` and `too-long` are as everywhere.
 */
export async function exportBackup(parts: readonly Bytes[], passphrase: string, { random = fillRandom, argon, cost = standardCost }: BackupMeans = {}): Promise<Result<Bytes, PassphraseFault | DeriveFault>> {
  const secret = passphraseBytes(passphrase);
  if (!secret.ok) return secret;
  const salt = randomBytes(saltBytes, random);
  const root = await deriveAt(cost, argon)(secret.value, salt);
  if (!root.ok) return root;
  const plain = pack(parts, random);
  const file = new Uint8Array(sealedAt + plain.length + sealBytes + sumBytes);
  file.set(mark);
  file[versionAt] = version;
  file.set(numbers(cost.memoryKiB, cost.passes, cost.lanes), costAt);
  file.set(salt, saltAt);
  const key = await keyFor(await rootKey(root.value), `backup ${version}`);
  file.set(await seal(key, copyOf(file, 0, sealedAt), plain, random), sealedAt);
  plain.fill(0);
  file.set(await sumOf(copyOf(file, 0, file.length - sumBytes)), file.length - sumBytes);
  return ok(file);
}

/**
 * Opens the file. `not-a-backup`: another kind of file. `newer-version`: a
 * later app made it. `damaged`: it changed since it was made, or asks for a
 * cost outside the bounds. `wrong-passphrase`: whole, but this does not open it.
 */
export async function importBackup(file: Uint8Array, passphrase: string, { argon }: Pick<BackupMeans, 'argon'> = {}): Promise<Result<readonly Bytes[], BackupFault>> {
  if (file.length > largestBackup || !mark.every((byte, index) => file[index] === byte)) return fail('not-a-backup');
  if ((file[versionAt] ?? 0) > version) return fail('newer-version');
  if (file[versionAt] !== version || file.length < sealedAt + sealBytes + sumBytes + 4) return fail('damaged');
  const whole = copyOf(file);
  const body = copyOf(whole, 0, whole.length - sumBytes);
  const sum = await sumOf(body);
  if (!sum.every((byte, index) => whole[body.length + index] === byte)) return fail('damaged');
  const view = new DataView(whole.buffer);
  const cost: Cost = { memoryKiB: view.getUint32(costAt), passes: view.getUint32(costAt + 4), lanes: view.getUint32(costAt + 8) };
  if (!isAllowed(cost)) return fail('damaged');
  const secret = passphraseBytes(passphrase);
  if (!secret.ok) return secret;
  const root = await deriveAt(cost, argon)(secret.value, copyOf(body, saltAt, sealedAt));
  if (!root.ok) return root;
  const key = await keyFor(await rootKey(root.value), `backup ${version}`);
  const plain = await unseal(key, copyOf(body, 0, sealedAt), body.subarray(sealedAt));
  if (!plain) return fail('wrong-passphrase');
  const parts = unpack(plain);
  return parts ? ok(parts) : fail('damaged');
}
