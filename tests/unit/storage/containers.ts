/** Containers of visitors of each kind, each with a life of its own. */
import { fillRandom, largestPicture, longestText, type Bytes, type Layout } from '../../../src/crypto/index.ts';
import { must } from '../crypto/small.ts';
import { newDisk, tabOn } from './disk.ts';
import { countsOf, guessesRight, type Sample } from './measures.ts';

export const kinds = ['never used', 'one plan', 'two plans', 'six pictures', 'wiped'] as const;
export type Kind = (typeof kinds)[number];

/** The passphrases a container of this kind opens with, of those that were ever used. */
export const opensWith: Readonly<Record<Kind, readonly string[]>> = { 'never used': [], 'one plan': ['a'], 'two plans': ['a', 'b'], 'six pictures': ['a'], wiped: [] };

/**
 * A life: so many saves of texts of any length, pictures, passphrases changed,
 * plans begun and removed. `random` gives 0 to 1 and decides what happens; the bytes
 * are those of the real source.
 */
export async function liveAs(kind: Kind, layout: Layout, random: () => number): Promise<Bytes> {
  const disk = newDisk();
  const keeper = tabOn(disk, fillRandom, { layout });
  const anyText = (): string => 'some words, again and again. '.repeat(10_000).slice(0, Math.floor(random() ** 2 * longestText(layout)));
  /** As even as a picture is not: one byte again and again. */
  const putIn = async (places: number): Promise<void> => {
    for (let place = 0; place < places; place += 1) must(await keeper.putFile(place, new Uint8Array(Math.floor(random() * (largestPicture(layout) + 1))).fill(place)));
  };
  const saveSome = async (): Promise<void> => {
    for (let left = Math.floor(random() * 5); left > 0; left -= 1) must(await keeper.save(anyText()));
  };
  must(await keeper.ensure());
  if (kind !== 'never used') {
    must(await keeper.create('a', anyText(), [], false));
    await saveSome();
    if (random() < 0.2) {
      must(await keeper.changePassphrase('c'));
      must(await keeper.changePassphrase('a'));
    }
    if (kind === 'two plans' || random() < 0.2) {
      must(await keeper.addSecond('b', anyText(), []));
      must(await keeper.open('b', false));
      await saveSome();
      if (kind !== 'two plans') must(await keeper.removePlan());
      must(await keeper.open('a', false));
    }
    await saveSome();
    if (kind === 'six pictures') await putIn(layout.cellsPerSlot);
    else if (random() < 0.2) {
      await putIn(2);
      must(await keeper.keepFiles([1]));
    }
  }
  if (kind === 'wiped') must(await keeper.wipe());
  await keeper.close();
  return disk.bytes;
}

/** So many lives of one kind, as counts of byte values; `spoil` makes a fault to be found. */
export async function countsOfLives(kind: Kind, many: number, layout: Layout, random: () => number, spoil: (bytes: Bytes) => void = () => undefined): Promise<Uint16Array[]> {
  const lives: Uint16Array[] = [];
  while (lives.length < many) {
    const bytes = await liveAs(kind, layout, random);
    spoil(bytes);
    lives.push(Uint16Array.from(countsOf(bytes)));
  }
  return lives;
}

/** The share of right guesses which of two kinds a container is, learnt from one half and guessed on the other. */
export function tellApart(first: readonly Uint16Array[], second: readonly Uint16Array[]): number {
  const samples = (isFirstHalf: boolean): Sample[] => [first, second].flatMap((lives, kind) => lives
    .filter((_, index) => (index % 2 === 0) === isFirstHalf).map((counts) => ({ counts, isSecond: kind === 1 })));
  return guessesRight(samples(true), samples(false));
}
