/** A small container and a quick derivation: the same code as the real ones, thousands of times over. */
import { createHash } from 'node:crypto';
import type { Bytes, Derive, Layout, Patch, Random } from '../../../src/crypto/index.ts';
import { ok } from '../../../src/kernel/result.ts';

export const small: Layout = { slots: 4, slotBytes: 512, cellsPerSlot: 2, cellBytes: 256, pageBytes: 64 };

/** Stands in for Argon2id. Counts its runs in `quickRuns`. */
export const quickRuns = { count: 0 };
export const quick: Derive = (secret, salt) => {
  quickRuns.count += 1;
  return Promise.resolve(ok(new Uint8Array(createHash('sha256').update(secret).update(salt).digest())));
};

/** mulberry32 as a source of bytes: the same seed, the same run. */
export function seeded(seed: number): Random {
  let state = seed;
  return (bytes) => {
    for (let at = 0; at < bytes.length; at += 1) {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      bytes[at] = (t ^ (t >>> 14)) >>> 24;
    }
  };
}

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const fromHex = (hex: string): Bytes => new Uint8Array(Buffer.from(hex, 'hex'));
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export function applyAll(container: Bytes, patches: readonly Patch[]): void {
  for (const { offset, bytes } of patches) container.set(bytes, offset);
}

/** The value of a result that must be one. */
export function must<T>(result: { ok: true; value: T } | { ok: false; fault: string }): T {
  if (!result.ok) throw new Error(`fault: ${result.fault}`);
  return result.value;
}
