/**
 * Argon2id, twice: hash-wasm, and @noble/hashes where a browser refuses
 * WebAssembly. Both give the same bytes (tests/unit/crypto/argon.test.ts).
 */
import { fail, ok, type Result } from '#kernel/result';
import type { Bytes } from './bytes.ts';

export interface Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** What every container is opened with. README.md, decision 3. */
export const standardCost: Cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };

/** Less is refused on reading and on writing: OWASP Password Storage Cheat Sheet, 2026-06-25 (19 MiB, two passes). */
export const leastCost: Cost = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 };

/** More is refused on reading: a made-up file must not hold a telephone up for minutes. */
export const greatestCost: Cost = { memoryKiB: 256 * 1024, passes: 10, lanes: 4 };

/** True when the cost lies between the least and the greatest, and is made of whole numbers. */
export function isAllowed(cost: Cost): boolean {
  return (['memoryKiB', 'passes', 'lanes'] as const).every((part) =>
    Number.isInteger(cost[part]) && cost[part] >= leastCost[part] && cost[part] <= greatestCost[part]);
}

export type DeriveFault = 'no-memory' | 'cost-refused';

/** Passphrase bytes and salt to 32 bytes. `no-memory`: this device did not give the memory; trying again later may work. */
export type Derive = (secret: Bytes, salt: Bytes) => Promise<Result<Bytes, DeriveFault>>;

/** A way to compute Argon2id at any cost, 32 bytes out. Throws what its library throws. */
export type Argon = (secret: Bytes, salt: Bytes, cost: Cost) => Promise<Bytes>;

const rootBytes = 32;

/** hash-wasm 4: about four and a half times as fast as the one in plain script (bench/vault.json). */
export const argonInWasm: Argon = async (secret, salt, { memoryKiB, passes, lanes }) => {
  const { argon2id } = await import('hash-wasm');
  return new Uint8Array(await argon2id({
    password: secret, salt, memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: rootBytes, outputType: 'binary',
  }));
};

/** @noble/hashes 2: plain script. */
export const argonInScript: Argon = async (secret, salt, { memoryKiB, passes, lanes }) => {
  const { argon2id } = await import('@noble/hashes/argon2.js');
  return new Uint8Array(argon2id(secret, salt, { m: memoryKiB, t: passes, p: lanes, dkLen: rootBytes }));
};

/** The eight bytes of an empty module: refused where the policy or an old browser refuses WebAssembly. */
const emptyModule = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** True when WebAssembly may be compiled here. Never throws. */
export function mayUseWasm(): boolean {
  try {
    return new WebAssembly.Module(emptyModule) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/**
 * Loads and compiles what a derivation needs, while the words are still being
 * typed. It computes the least that its library computes, of nothing, and
 * throws it away. Never rejects.
 */
export async function readyToDerive(argon: Argon = mayUseWasm() ? argonInWasm : argonInScript): Promise<void> {
  await argon(new Uint8Array(1), new Uint8Array(8), { memoryKiB: 8, passes: 1, lanes: 1 }).catch(() => undefined);
}

/**
 * Binds a cost, which must be allowed. The result never throws: whatever the
 * library throws on a device is want of memory, for the input was checked here.
 */
export function deriveAt(cost: Cost, argon: Argon = mayUseWasm() ? argonInWasm : argonInScript): Derive {
  return async (secret, salt) => {
    if (!isAllowed(cost)) return fail('cost-refused');
    try {
      return ok(await argon(secret, salt, cost));
    } catch {
      return fail('no-memory');
    }
  };
}
