import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyFrom, unseal } from '../../../src/crypto/slot.ts';
import { fromHex, toHex } from './small.ts';

interface GcmTest {
  readonly tcId: number; readonly key: string; readonly iv: string; readonly aad: string; readonly msg: string;
  readonly ct: string; readonly tag: string; readonly result: 'valid' | 'invalid';
}
interface HkdfTest { readonly tcId: number; readonly ikm: string; readonly salt: string; readonly info: string; readonly size: number; readonly okm: string }

const read = <T>(name: string): readonly T[] =>
  (JSON.parse(readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), 'utf8')) as { tests: readonly T[] }).tests;

describe('the published test cases of Project Wycheproof', () => {
  it('open where they must and stay shut where they must', async () => {
    const tests = read<GcmTest>('aes-gcm-wycheproof');
    expect(tests.filter(({ result }) => result === 'valid').length).toBeGreaterThan(30);
    expect(tests.filter(({ result }) => result === 'invalid').length).toBeGreaterThan(25);
    for (const { tcId, key, iv, aad, ct, tag, msg, result } of tests) {
      const opened = await unseal(await keyFrom(fromHex(key)), fromHex(aad), fromHex(iv + ct + tag));
      expect(opened && toHex(opened), `case ${tcId}`).toBe(result === 'valid' ? msg : null);
    }
  });

  it('agree with the key derivation of this engine', async () => {
    const tests = read<HkdfTest>('hkdf-wycheproof');
    expect(tests).toHaveLength(30);
    for (const { tcId, ikm, salt, info, size, okm } of tests) {
      const key = await crypto.subtle.importKey('raw', fromHex(ikm), 'HKDF', false, ['deriveBits']);
      const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: fromHex(salt), info: fromHex(info) }, key, size * 8);
      expect(toHex(new Uint8Array(bits)), `case ${tcId}`).toBe(okm);
    }
  });
});
