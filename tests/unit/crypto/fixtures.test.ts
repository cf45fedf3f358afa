/** Files of version 1, made once on 2026-11-22, the one with pictures on 2026-11-28. They must open for ever: never make them again. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  containerBytes, createContainer, deriveAt, exportBackup, headBytes, importBackup, layoutV1, leastCost, openSlot, readSalt, saltPatches, standardCost, type Bytes,
} from '../../../src/crypto/index.ts';
import type { Keeper } from '../../../src/storage/keeper.ts';
import { newDisk, tabOn } from '../storage/disk.ts';
import { applyAll, fromHex, must, seeded, textOf } from './small.ts';

interface Frozen {
  readonly passphrase: string;
  readonly text: string;
  readonly salt: string;
  readonly offset: number;
  readonly slot: string;
}
const read = (name: string): Bytes => new Uint8Array(readFileSync(new URL(`../../vectors/${name}`, import.meta.url)));

/** The frozen slot in a container of other random bytes: only the slot and the salt matter. */
function containerOf({ salt, offset, slot }: Frozen): Bytes {
  const container = createContainer(seeded(7), layoutV1);
  applyAll(container, saltPatches(fromHex(salt), layoutV1));
  container.set(fromHex(slot), offset);
  return container;
}

describe('a container of version 1', () => {
  const frozen = JSON.parse(new TextDecoder().decode(gunzipSync(read('container-v1.json.gz')))) as Frozen;

  it('still opens at the real cost, with its passphrase typed in any form, and with no other', async () => {
    const container = containerOf(frozen);
    const derive = deriveAt(standardCost);
    const opened = must(await openSlot(container.subarray(0, headBytes(layoutV1)), ` ${frozen.passphrase.toUpperCase()}`, derive));
    expect(opened && textOf(opened.text)).toBe(frozen.text);
    expect(opened?.otherLost).toBe(true);
    expect(must(await openSlot(container, `${frozen.passphrase} bado`, derive))).toBeNull();
  }, 20_000);

  it('has the size and the salts it always had', () => {
    expect(containerBytes(layoutV1)).toBe(9_973_760);
    expect(readSalt(containerOf(frozen), layoutV1)).toEqual(fromHex(frozen.salt));
  });
});

describe('a backup of version 1', () => {
  const reader = (): Keeper => tabOn(newDisk(), seeded(8), { layout: layoutV1 });

  it('still opens at the real cost', async () => {
    const parts = must(await importBackup(read('backup-v1.bin'), 'a sentence for the file'));
    expect(parts.map(textOf)).toEqual(['{"notes":["שלום, sałatka, 🌾"]}', 'a second part']);
  }, 20_000);

  it('with nothing but a text, as they were made before there were pictures, still opens', async () => {
    const [text] = must(await importBackup(read('backup-v1.bin'), 'a sentence for the file'));
    const old = must(await exportBackup([text ?? new Uint8Array(0)], 'a sentence for the file', { cost: leastCost }));
    expect(must(await reader().readBackup(old, 'a sentence for the file'))).toEqual({ text: '{"notes":["שלום, sałatka, 🌾"]}', files: [] });
    // The second part of that one is a sentence, which the app never wrote: it is no file of a plan.
    expect(await reader().readBackup(read('backup-v1.bin'), 'a sentence for the file')).toEqual({ ok: false, fault: 'damaged' });
  }, 20_000);

  it('with pictures still opens at the real cost', async () => {
    const { text, files } = must(await reader().readBackup(read('backup-v1-files.bin'), 'a sentence for the file'));
    expect(text).toBe('{"notes":["שלום, sałatka, 🌾"]}');
    expect(files.map(({ place, bytes }) => [place, textOf(bytes)])).toEqual([[4, 'a picture of ł'], [0, ''], [1, 'a recording of 🌾']]);
  }, 20_000);

  it('still stays shut when a byte of it changed', async () => {
    const file = read('backup-v1.bin');
    file[200] = (file[200] ?? 0) ^ 1;
    expect(await importBackup(file, 'a sentence for the file')).toEqual({ ok: false, fault: 'damaged' });
  });
});
