/** What stands on a disk, as the small model of the histories reads it: plans, and the files their texts name ("text 7|0:file 3|1:file 5"). */
import { expect } from 'vitest';
import { cellOffset, openCell, openSlot, type Bytes, type OpenedSlot } from '../../../src/crypto/index.ts';
import { isWipeUnfinished } from '../../../src/crypto/salt.ts';
import { quick, small, textOf, utf8 } from '../crypto/small.ts';

/** By place, the name of the file that must be there. */
export type Names = ReadonlyMap<number, string>;

export const everyPlace = Array.from({ length: small.cellsPerSlot }, (_, place) => place);

export function namesIn(text: string): Names {
  return new Map(text.split('|').slice(1).map((one) => [Number(one[0]), one.slice(2)]));
}

export const textNaming = (words: string, names: Names): string => [words, ...[...names].map(([place, name]) => `${place}:${name}`)].join('|');

/** Of many lengths, up to nearly the largest. */
export const contentOf = (name: string): Bytes => utf8(`${name}, `.repeat(1 + (Number(name.slice(5)) % 20)));

export interface KnownPlan {
  readonly text: string;
  readonly slot: number;
  /** Of its cells: a plan begun later in the same slot has another. */
  readonly key: string;
  readonly mayMissLast: boolean;
  /** By place, what opens there with its key. */
  readonly files: readonly (string | null)[];
}

/** What must be found under a passphrase. Two passphrases of one slot: a change that was cut short. */
export type Known = Map<string, KnownPlan>;

/** What opens with the key of a plan, also one that is gone. */
export async function filesOf(bytes: Bytes, { slot, key }: Pick<KnownPlan, 'slot' | 'key'>): Promise<(string | null)[]> {
  const opened = { slot, cellKey: new Uint8Array(Buffer.from(key, 'hex')) } as Partial<OpenedSlot> as OpenedSlot;
  return Promise.all(everyPlace.map(async (place) => {
    const at = cellOffset(small, slot, place);
    const found = await openCell(opened, place, bytes.subarray(at, at + small.cellBytes), small);
    return found && textOf(found);
  }));
}

export async function look(bytes: Bytes, passphrases: readonly string[]): Promise<Known> {
  const found: Known = new Map();
  if (bytes.length < small.pageBytes || isWipeUnfinished(bytes, small)) return found;
  for (const passphrase of passphrases) {
    const answer = await openSlot(bytes, passphrase, quick, small);
    if (!answer.ok || !answer.value) continue;
    const { text, slot, cellKey, otherLost } = answer.value;
    const key = Buffer.from(cellKey).toString('hex');
    found.set(passphrase, { text: textOf(text), slot, key, mayMissLast: otherLost, files: await filesOf(bytes, { slot, key }) });
  }
  return found;
}

/** Every file that a text names is there, whole and the right one; but for plans whose removal was cut short, which may open as they were before. */
export function checkNamed(act: string, known: Known, halfRemoved: ReadonlySet<string>): void {
  for (const [passphrase, { text, key, files }] of known) {
    if (halfRemoved.has(key)) continue;
    for (const [place, name] of namesIn(text)) expect(files[place], `after ${act}, ${name} of ${passphrase} in place ${place}`).toBe(textOf(contentOf(name)));
  }
}
