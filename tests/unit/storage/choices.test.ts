import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyBytes, maySayMore, readRecord, recordBytes } from '../../../src/storage/choices-file.ts';
import { choicesIn, copyOfChoices, type Choices } from '../../../src/storage/choices-record.ts';
import { writeRecord, type RecordHandle } from '../../../src/storage/choices-writer.ts';

const seed = 20_261_125;

const someChoices: fc.Arbitrary<Choices> = fc.record({
  size: fc.nat(3), look: fc.nat(2), contrast: fc.nat(1), exit: fc.nat(4), shortcut: fc.nat(1), idleMinutes: fc.nat(60),
});
const choicesOrNot = fc.option(someChoices);
const largest: Choices = { size: 3, look: 1, contrast: 1, exit: 4, shortcut: 1, idleMinutes: 10 };

const twice = (copy: Uint8Array): Uint8Array => Uint8Array.from([...copy, ...copy]);

class Killed extends Error {
  override name = 'Killed';
}

/** A file in memory. After so many bytes the tab is killed: what was written by then stays. */
function fileOf(start: Uint8Array, bytesUntilKilled = Number.POSITIVE_INFINITY) {
  const file = { bytes: start, left: bytesUntilKilled };
  const handle: RecordHandle = {
    getSize: () => file.bytes.length,
    read: (buffer, { at }) => {
      const found = file.bytes.subarray(at, at + buffer.length);
      buffer.set(found);
      return found.length;
    },
    write: (buffer, { at }) => {
      const reaching = buffer.subarray(0, Math.min(buffer.length, file.left));
      file.left -= reaching.length;
      const after = new Uint8Array(Math.max(file.bytes.length, at + reaching.length));
      after.set(file.bytes);
      after.set(reaching, at);
      file.bytes = after;
      if (reaching.length < buffer.length) throw new Killed();
      return buffer.length;
    },
    truncate: (size) => void (file.bytes = file.bytes.slice(0, size)),
    flush: () => undefined,
  };
  return { file, handle };
}

describe('the record of kept settings', () => {
  it('reads back what was written', () => {
    fc.assert(fc.property(choicesOrNot, (choices) => {
      expect(choicesIn(twice(copyOfChoices(choices)))).toEqual(choices);
    }), { seed, numRuns: 500 });
  });

  it('takes any bytes at all and never answers with a setting that does not exist', () => {
    const copies = fc.record({ start: fc.uint8Array({ maxLength: 40 }), rest: fc.uint8Array({ maxLength: 100 }) });
    fc.assert(fc.property(copies, ({ start, rest }) => {
      expect(choicesIn(Uint8Array.from([...start, ...rest]))).toBeNull();
    }), { seed, numRuns: 2_000 });
  });

  it('takes a newer version, and numbers it does not know, for nothing', () => {
    const whole = (change: (bytes: Uint8Array) => void): Uint8Array => {
      const copy = copyOfChoices(largest);
      change(copy);
      // The sum of the changed copy, worked out apart from the code under test.
      let sum = 0xff_ff_ff_ff;
      for (const byte of copy.subarray(0, copyBytes - 4)) {
        sum = (sum ^ byte) >>> 0;
        for (let bit = 0; bit < 8; bit += 1) sum = sum % 2 === 1 ? ((sum >>> 1) ^ 0xed_b8_83_20) >>> 0 : sum >>> 1;
      }
      new DataView(copy.buffer).setUint32(copyBytes - 4, (sum ^ 0xff_ff_ff_ff) >>> 0, true);
      return twice(copy);
    };
    expect(choicesIn(whole(() => undefined))).toEqual(largest);
    expect(choicesIn(whole((bytes) => void (bytes[0] = 2)))).toBeNull();
    expect(choicesIn(whole((bytes) => void (bytes[1] = 0)))).toBeNull();
    for (const at of [2, 3, 4, 5, 6, 7]) expect(choicesIn(whole((bytes) => void (bytes[at] = 200))), String(at)).toBeNull();
  });

  it('is read from the second copy when any one bit of the first is wrong', () => {
    const good = twice(copyOfChoices(largest));
    for (let bit = 0; bit < copyBytes * 8; bit += 1) {
      const first = good.slice();
      first[bit >> 3] = (first[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(choicesIn(first)).toEqual(largest);
      const both = first.slice();
      both[copyBytes + (bit >> 3)] = both[bit >> 3] ?? 0;
      expect(choicesIn(both)).toBeNull();
    }
  });

  it('has one size and the same bytes for everyone who keeps nothing', () => {
    const never = copyOfChoices(null);
    expect(never.length * 2).toBe(recordBytes);
    expect([...never.subarray(0, copyBytes - 4)]).toEqual([1, ...Array<number>(copyBytes - 5).fill(0)]);
    expect(maySayMore(twice(never))).toBe(false);
    expect(maySayMore(twice(copyOfChoices(largest)))).toBe(true);
  });
});

describe('writing the record', () => {
  it('killed at any byte leaves the old settings or the new ones, and the next write is as safe', async () => {
    await fc.assert(fc.asyncProperty(choicesOrNot, fc.array(fc.tuple(choicesOrNot, fc.nat(110)), { maxLength: 6 }), async (first, kills) => {
      let bytes = twice(copyOfChoices(first));
      let shown = first;
      for (const [next, at] of kills) {
        const { file, handle } = fileOf(bytes, at);
        await writeRecord(handle, copyOfChoices(next)).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
        bytes = file.bytes;
        expect(bytes.length).toBe(recordBytes);
        const found = choicesIn(bytes);
        expect([shown, next]).toContainEqual(found);
        shown = found;
      }
    }), { seed, numRuns: 400 });
  });

  it('taken back leaves the bytes of a record that was never used', async () => {
    const { file, handle } = fileOf(new Uint8Array(0));
    await writeRecord(handle, copyOfChoices(null));
    const never = file.bytes;
    for (const choices of [largest, { ...largest, size: 1 }, null]) await writeRecord(handle, copyOfChoices(choices));
    expect(file.bytes).toEqual(never);
  });

  it('makes and mends a file of any length to the one size', async () => {
    for (const length of [0, 10, copyBytes, 50, recordBytes, 100]) {
      const { file, handle } = fileOf(new Uint8Array(length).fill(7));
      expect(await writeRecord(handle, copyOfChoices(largest))).toEqual({ ok: true, value: undefined });
      expect(file.bytes).toEqual(twice(copyOfChoices(largest)));
    }
  });

  it('says so when the device has no space, whatever number the browser answers', async () => {
    for (const answer of [4_294_967_288, 0, 31]) {
      const { handle } = fileOf(new Uint8Array(0));
      expect(await writeRecord({ ...handle, write: () => answer }, copyOfChoices(null))).toEqual({ ok: false, fault: 'quota-full' });
    }
  });
});

describe('reading the file', () => {
  const folderWith = (getFile: () => Promise<Blob>) => ({ getDirectory: async () => ({ getFileHandle: async () => ({ getFile }) }) }) as unknown as StorageManager;

  it('takes no more than the record, and nothing where there is no file or no place for files', async () => {
    expect((await readRecord(folderWith(async () => new Blob([new Uint8Array(5_000)]))))?.length).toBe(recordBytes);
    expect(await readRecord(folderWith(() => Promise.reject(new Error('not found'))))).toBeNull();
    expect(await readRecord({} as StorageManager)).toBeNull();
    expect(await readRecord(undefined as unknown as StorageManager)).toBeNull();
  });
});
