import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { describe, expect, it, vi } from 'vitest';
import { argonInScript, argonInWasm, deriveAt, greatestCost, isAllowed, leastCost, mayUseWasm, readyToDerive, standardCost, type Cost } from '../../../src/crypto/index.ts';
import { fromHex, toHex, utf8 } from './small.ts';

/** RFC 9106, section 5.3. */
const rfc = { password: '01'.repeat(32), salt: '02'.repeat(16), secret: '03'.repeat(8), data: '04'.repeat(12), tag: '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659' };

/** From src/test.c of the reference implementation (github.com/P-H-C/phc-winner-argon2), Argon2id, version 19: "password", "somesalt". */
const reference: readonly (readonly [Cost, string])[] = [
  [{ memoryKiB: 65_536, passes: 2, lanes: 1 }, '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
  [{ memoryKiB: 256, passes: 2, lanes: 1 }, '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
  [{ memoryKiB: 256, passes: 2, lanes: 2 }, '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
];

describe('turning a passphrase into a key', () => {
  it('gives what RFC 9106 says it must', () => {
    const tag = nobleArgon2id(fromHex(rfc.password), fromHex(rfc.salt), { m: 32, t: 3, p: 4, dkLen: 32, key: fromHex(rfc.secret), personalization: fromHex(rfc.data) });
    expect(toHex(tag)).toBe(rfc.tag);
  });

  it.each(reference)('gives what the reference implementation gives at %o', async (cost, tag) => {
    expect(toHex(await argonInWasm(utf8('password'), utf8('somesalt'), cost))).toBe(tag);
    if (cost.memoryKiB < 1024) expect(toHex(await argonInScript(utf8('password'), utf8('somesalt'), cost))).toBe(tag);
  });

  it('gives the same with and without WebAssembly', async () => {
    for (const [index, lanes] of [1, 2, 4].entries()) {
      const cost = { memoryKiB: 64 * (index + 1), passes: index + 1, lanes };
      const secret = utf8(`слово ${index} 🌾`);
      const salt = new Uint8Array(32).fill(index);
      expect(await argonInScript(secret, salt, cost)).toEqual(await argonInWasm(secret, salt, cost));
    }
  });

  it('costs 64 MiB and three passes', () => {
    expect(standardCost).toEqual({ memoryKiB: 65_536, passes: 3, lanes: 1 });
    expect(isAllowed(standardCost)).toBe(true);
  });

  it('is refused one step under the floor and one step over the ceiling, and allowed on both', () => {
    expect(leastCost).toEqual({ memoryKiB: 19_456, passes: 2, lanes: 1 });
    expect([isAllowed(leastCost), isAllowed(greatestCost)]).toEqual([true, true]);
    for (const part of ['memoryKiB', 'passes', 'lanes'] as const) {
      expect(isAllowed({ ...leastCost, [part]: leastCost[part] - 1 }), part).toBe(false);
      expect(isAllowed({ ...greatestCost, [part]: greatestCost[part] + 1 }), part).toBe(false);
      expect(isAllowed({ ...standardCost, [part]: standardCost[part] + 0.5 }), part).toBe(false);
    }
  });

  it('does no work at a refused cost', async () => {
    let ran = false;
    const derive = deriveAt({ ...leastCost, passes: 1 }, () => {
      ran = true;
      return Promise.resolve(new Uint8Array(32));
    });
    expect(await derive(utf8('a'), utf8('b'))).toEqual({ ok: false, fault: 'cost-refused' });
    expect(ran).toBe(false);
  });

  it('says so when the device does not give the memory', async () => {
    const derive = deriveAt(standardCost, () => Promise.reject(new RangeError('out of memory')));
    expect(await derive(utf8('a'), utf8('b'))).toEqual({ ok: false, fault: 'no-memory' });
  });

  it('hands the cost, the passphrase and the salt to the library as they are', async () => {
    const seen: unknown[] = [];
    const derive = deriveAt(leastCost, (...given) => {
      seen.push(...given);
      return Promise.resolve(new Uint8Array(32).fill(7));
    });
    expect(await derive(utf8('a'), utf8('b'))).toEqual({ ok: true, value: new Uint8Array(32).fill(7) });
    expect(seen).toEqual([utf8('a'), utf8('b'), leastCost]);
  });

  it('gets ready by what the library takes at least, of nothing, and never fails', async () => {
    const argon = vi.fn(async () => Promise.reject(new RangeError('no memory')));
    await readyToDerive(argon);
    expect(argon.mock.calls).toEqual([[new Uint8Array(1), new Uint8Array(8), { memoryKiB: 8, passes: 1, lanes: 1 }]]);
    for (const real of [argonInWasm, argonInScript]) expect(await real(new Uint8Array(1), new Uint8Array(8), { memoryKiB: 8, passes: 1, lanes: 1 })).toHaveLength(32);
  });

  it('knows whether WebAssembly may be used', () => {
    expect(mayUseWasm()).toBe(true);
    const refused = vi.spyOn(WebAssembly, 'Module').mockImplementation(function refuse() {
      throw new EvalError('refused by the policy');
    });
    expect(mayUseWasm()).toBe(false);
    refused.mockRestore();
  });
});
