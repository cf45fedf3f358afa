/** What is told of newer and damaged plan texts, of passphrases, words, cells and backups. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  argonInWasm, averageSeconds, bitsOfWords, cellOffset, createContainer, drawWords, exportBackup, fewestWords, importBackup, largestPicture, layoutV1,
  leastCost, longestPassphrase, newSlot, openCell, openSlot, sealCell, slotOffset, strengthOf, wordsOffered, type Argon, type Bytes,
} from '../../../src/crypto/index.ts';
import { passphraseBytes } from '../../../src/crypto/passphrase.ts';
import { decodePlanText, encodePlanText } from '../../../src/crypto/plan-text.ts';
import { numbers, seal, sealBytes } from '../../../src/crypto/slot.ts';
import { words } from '../../../src/crypto/words.ts';
import { applyAll, must, quick, seeded, small, textOf, utf8 } from './small.ts';

describe('a passphrase', () => {
  const same = (one: string, other: string): void => expect(passphraseBytes(one)).toEqual(passphraseBytes(other));
  const different = (one: string, other: string): void => expect(passphraseBytes(one)).not.toEqual(passphraseBytes(other));

  it('is the same however its letters are composed and with spaces around it', () => {
    same('caf\u00e9', 'cafe\u0301');
    same('  house \n', 'house');
    same('ﬁsh', 'fish');
    same('سلام', ' سلام ');
    for (const digits of ['۱۲۳۴۵۶', '١٢٣٤٥٦', '১২৩৪৫৬', '१२३४५६', '123456']) same(digits, '123456');
    different('۱۲۳۴۵۶', '123457');
  });

  it('keeps its capitals and inner spaces when a person made it up', () => {
    different('House', 'house');
    different('a b', 'a  b');
  });

  it('does not mind capitals and spaces when its words were drawn', () => {
    const drawn = drawWords(4, seeded(3));
    same(drawn, ` ${drawn.toUpperCase().replaceAll(' ', '   ')} `);
    same(drawn, drawn.replaceAll(' ', '-'));
    different(drawn, drawn.split(' ').reverse().join(' '));
    different('Bado', 'bado');
  });

  it('may be as long as 1,000 characters and no longer', () => {
    expect(passphraseBytes('x'.repeat(longestPassphrase)).ok).toBe(true);
    expect(passphraseBytes('x'.repeat(longestPassphrase + 1))).toEqual({ ok: false, fault: 'too-long' });
    expect(passphraseBytes(' \t')).toEqual({ ok: false, fault: 'empty' });
  });

  it('is told its strength honestly', () => {
    expect(strengthOf('')).toBeNull();
    expect(strengthOf('My dog Rex')).toEqual({ kind: 'own', bits: null });
    expect(strengthOf('123456')?.kind).toBe('screen-lock');
    expect(strengthOf('123456')?.bits).toBeCloseTo(19.93, 2);
    expect(strengthOf(drawWords(5, seeded(1)))).toEqual({ kind: 'words', bits: bitsOfWords(5) });
    expect(averageSeconds(Math.log2(1e6)) / 60).toBeCloseTo(4.63, 2);
    expect(Math.round(averageSeconds(bitsOfWords(4)) / 31_557_600 / 1_000)).toBe(14);
  });
});

describe('the drawn words', () => {
  it('are all different, four letters, and as many as the strength says', () => {
    expect(new Set(words).size).toBe(words.length);
    expect(words.every((word) => /^(?:[bdfghjklmnprstvz][aeiou]){2}$/.test(word))).toBe(true);
    expect(words).toHaveLength(6_277);
    expect(bitsOfWords(1)).toBe(Math.log2(words.length));
    expect(bitsOfWords(fewestWords)).toBeGreaterThan(50);
    expect(bitsOfWords(wordsOffered)).toBeGreaterThan(63);
  });

  it('leave out insults', () => {
    for (const word of ['kike', 'paki', 'rape', 'kuta', 'puta', 'nazi', 'homo']) expect(words).not.toContain(word);
  });

  it('come up evenly', () => {
    const counts = new Map<string, number>();
    const drawn = drawWords(60_000, seeded(9)).split(' ');
    for (const word of drawn) counts.set(word, (counts.get(word) ?? 0) + 1);
    const expected = drawn.length / words.length;
    const chi = words.reduce((sum, word) => sum + ((counts.get(word) ?? 0) - expected) ** 2 / expected, 0);
    expect(Math.abs(chi - words.length) / Math.sqrt(2 * words.length)).toBeLessThan(5);
  });
});

describe('the text inside a slot', () => {
  const plan = { counter: 7, cellKey: new Uint8Array(32).fill(3), text: utf8('hello') };
  const change = (act: (bytes: Bytes) => void): ReturnType<typeof decodePlanText> => {
    const bytes = must(encodePlanText(plan, 200, seeded(1)));
    act(bytes);
    return decodePlanText(bytes);
  };

  it('comes back as it went in', () => {
    expect(change(() => undefined)).toEqual({ ok: true, value: plan });
    expect(must(change((bytes) => bytes.set([0, 0, 0, 155], 41))).text).toHaveLength(155);
  });

  it('is padded with random bytes, not with zeros', () => {
    const bytes = must(encodePlanText(plan, 4_000, seeded(1)));
    expect(new Set(bytes.subarray(100)).size).toBe(256);
  });

  it('of a newer app is not read and not called damaged', () => {
    expect(change((bytes) => bytes.set([2], 0))).toEqual({ ok: false, fault: 'newer-version' });
  });

  it('that is no plan is called damaged', () => {
    const damaged = { ok: false, fault: 'damaged' };
    expect(change((bytes) => bytes.set([0], 0))).toEqual(damaged);
    expect(change((bytes) => bytes.set([0, 0, 0, 156], 41))).toEqual(damaged);
    expect(change((bytes) => bytes.set([0xff], 1))).toEqual(damaged);
    expect(decodePlanText(new Uint8Array(44))).toEqual(damaged);
  });

  it('of a newer app keeps an older app from saving over it', async () => {
    const container = createContainer(seeded(1), small);
    const steps = must(await newSlot(container, 'p', utf8('x'), [], quick, seeded(2), small));
    applyAll(container, steps.map(({ patch }) => patch));
    const { slot, generation, key, counter, cellKey } = steps[1].opened;
    const write = async (version: number, length: number): Promise<void> => {
      const plain = must(encodePlanText({ counter: counter + 1, cellKey, text: utf8('new') }, small.slotBytes - sealBytes, seeded(3)));
      plain[0] = version;
      plain.set(numbers(length), 41);
      container.set(await seal(key, numbers(1, small.slotBytes, slot, generation), plain, seeded(4)), slotOffset(small, slot, generation));
    };
    await write(2, 3);
    expect(await openSlot(container, 'p', quick, small)).toEqual({ ok: false, fault: 'newer-version' });
    await write(1, 60_000);
    const older = must(await openSlot(container, 'p', quick, small));
    expect([older && textOf(older.text), older?.otherLost]).toEqual(['x', true]);
  });
});

describe('a picture', () => {
  async function opened() {
    const container = createContainer(seeded(1), small);
    return must(await newSlot(container, 'p', utf8('x'), [], quick, seeded(2), small))[1].opened;
  }

  it('of 300 kB fits its cell', () => {
    expect(largestPicture()).toBeGreaterThan(300 * 1024);
    expect(layoutV1.cellBytes % 4096).toBe(0);
  });

  it('comes back from its own cell of its own plan only', async () => {
    const plan = await opened();
    const picture = new Uint8Array(largestPicture(small)).fill(9);
    const { offset, bytes } = must(await sealCell(plan, 1, picture, seeded(3), small));
    expect([offset, bytes.length]).toEqual([cellOffset(small, plan.slot, 1), small.cellBytes]);
    expect(await openCell(plan, 1, bytes, small)).toEqual(picture);
    expect(await openCell(plan, 0, bytes, small)).toBeNull();
    expect(await openCell({ ...plan, cellKey: new Uint8Array(32) }, 1, bytes, small)).toBeNull();
    expect(await openCell({ ...plan, slot: (plan.slot + 1) % 4 }, 1, bytes, small)).toBeNull();
    expect(await sealCell(plan, 1, new Uint8Array(picture.length + 1), seeded(3), small)).toEqual({ ok: false, fault: 'too-large' });
    for (let at = 0; at < bytes.length; at += 1) {
      const hurt = bytes.slice();
      hurt[at] = (hurt[at] ?? 0) ^ 1;
      expect(await openCell(plan, 1, hurt, small)).toBeNull();
    }
  });
});

describe('a backup', () => {
  /** Real bounds, quick work. */
  const argon: Argon = (secret, salt, cost) => argonInWasm(secret, salt, { ...cost, memoryKiB: 64, passes: 1 });
  const make = async (parts: readonly Bytes[], passphrase = 'file words'): Promise<Bytes> =>
    must(await exportBackup(parts, passphrase, { argon, random: seeded(5), cost: leastCost }));
  const read = (file: Uint8Array, passphrase = 'file words') => importBackup(file, passphrase, { argon });

  it('gives back what went in, any number of parts', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), async (parts) => {
      expect(must(await read(await make(parts.map((part) => new Uint8Array(part)))))).toEqual(parts);
    }), { numRuns: 25 });
  });

  it('hides how much is in it to within 64 KiB', async () => {
    expect((await make([utf8('a')])).length).toBe((await make([utf8('a'.repeat(60_000))])).length);
    expect((await make([utf8('a'.repeat(66_000))])).length).toBe((await make([utf8('a')])).length + 65_536);
  });

  it('does not open with other words, and says that it is whole', async () => {
    expect(await read(await make([utf8('a')]), 'other words')).toEqual({ ok: false, fault: 'wrong-passphrase' });
    expect(await read(await make([utf8('a')]), '')).toEqual({ ok: false, fault: 'empty' });
  });

  it('that changed anywhere is called by name and never opened', async () => {
    const file = await make([utf8('a')]);
    const sample = [...Array.from({ length: 100 }, (_, at) => at), 1_000, 30_000, file.length - 33, file.length - 32, file.length - 1];
    for (const at of sample) {
      const hurt = file.slice();
      hurt[at] = (hurt[at] ?? 0) ^ 0x80;
      const fault = at < 7 ? 'not-a-backup' : at === 7 ? 'newer-version' : 'damaged';
      expect(await read(hurt), `byte ${at}`).toEqual({ ok: false, fault });
    }
    for (const length of [8, 51, 52, 107, 115, 116, 1_000, file.length - 1]) expect(await read(file.subarray(0, length)), `${length} bytes`).toEqual({ ok: false, fault: 'damaged' });
  });

  it('that is another kind of file is refused', async () => {
    for (const other of [new Uint8Array(0), utf8('%PDF-1.7'), new Uint8Array(16 * 1024 * 1024 + 1)]) expect(await read(other)).toEqual({ ok: false, fault: 'not-a-backup' });
    const zero = await make([]);
    zero[7] = 0;
    expect(await read(zero)).toEqual({ ok: false, fault: 'damaged' });
  });

  it('that asks for too little or too much work is refused before the work', async () => {
    for (const [memoryKiB, passes, lanes] of [[19_455, 2, 1], [19_456, 1, 1], [262_145, 3, 1], [65_536, 11, 1], [65_536, 3, 5], [65_536, 3, 0]] as const) {
      const file = await make([utf8('a')]);
      file.set(numbers(memoryKiB, passes, lanes), 8);
      const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', file.slice(0, -32)));
      file.set(sum, file.length - 32);
      let ran = false;
      const spy: Argon = (...given) => {
        ran = true;
        return argon(...given);
      };
      expect(await importBackup(file, 'file words', { argon: spy })).toEqual({ ok: false, fault: 'damaged' });
      expect(ran).toBe(false);
    }
    expect(await exportBackup([], 'p', { argon, cost: { ...leastCost, passes: 1 } })).toEqual({ ok: false, fault: 'cost-refused' });
  });

  it('is told when the device has no memory for it', async () => {
    const none: Argon = () => Promise.reject(new RangeError());
    expect(await exportBackup([], 'p', { argon: none })).toEqual({ ok: false, fault: 'no-memory' });
    expect(await importBackup(await make([]), 'file words', { argon: none })).toEqual({ ok: false, fault: 'no-memory' });
    expect(await exportBackup([], ' ', { argon })).toEqual({ ok: false, fault: 'empty' });
  });
});
