/** LIVES sets how many containers of the real size are looked at, GUESSES how many guesses the classifier makes. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { layoutV1, type Layout } from '../../src/crypto/index.ts';
import { randomFrom } from '../engines/random.ts';
import { small } from '../unit/crypto/small.ts';
import { countsOfLives, kinds, liveAs, tellApart } from '../unit/storage/containers.ts';
import { chiSquareOf, countsOf, entropyOf, mean } from '../unit/storage/measures.ts';

const lives = Number(process.env['LIVES'] ?? 1_000);

/** With so many guesses one deviation of chance is 0.75 %, so that 3 % are four of them: by chance once in 16,000 runs. */
const guesses = Number(process.env['GUESSES'] ?? 4_500);

/** The bound asked for; with fewer guesses four deviations of chance, which is wider. */
const bound = Math.max(0.03, 4 * Math.sqrt(0.25 / guesses));

const layout: Layout = { ...small, slotBytes: 4096, cellsPerSlot: 6, cellBytes: 1024, pageBytes: 512 };

describe('never used, one plan, two plans, six pictures and wiped', () => {
  it(`have even bytes and cannot be packed, in ${lives} containers of the real size`, async () => {
    const random = randomFrom(2);
    const seen = { chiSquare: [] as number[], entropy: [] as number[], packed: [] as number[] };
    for (let life = 0; life < lives; life += 1) {
      const bytes = await liveAs(kinds[life % kinds.length] ?? 'wiped', layoutV1, random);
      const counts = countsOf(bytes);
      seen.chiSquare.push(chiSquareOf(counts));
      seen.entropy.push(entropyOf(counts));
      seen.packed.push(gzipSync(bytes, { level: 1 }).length / bytes.length);
    }
    console.info(`${lives} lives: χ² ${mean(seen.chiSquare).toFixed(2)} on average, ${Math.max(...seen.chiSquare).toFixed(1)} at most; entropy at least ${Math.min(...seen.entropy).toFixed(6)}; packed at least ${Math.min(...seen.packed).toFixed(6)}`);
    expect(Math.min(...seen.entropy)).toBeGreaterThan(7.999);
    expect(Math.min(...seen.packed)).toBeGreaterThanOrEqual(1);
    expect(Math.abs(mean(seen.chiSquare) - 255)).toBeLessThan((5 * Math.sqrt(510)) / Math.sqrt(lives));
    // Seven deviations: not one of a thousand by chance.
    expect(Math.max(...seen.chiSquare)).toBeLessThan(255 + 7 * Math.sqrt(510));
  });

  it(`are guessed right by a classifier 50 ± ${(bound * 100).toFixed(1)} times of 100, in ${guesses} guesses for each`, async () => {
    const random = randomFrom(3);
    const never = await countsOfLives('never used', guesses, layout, random);
    const found: string[] = [];
    for (const kind of kinds.slice(1)) {
      const share = tellApart(never, await countsOfLives(kind, guesses, layout, random));
      found.push(`${kind} ${(share * 100).toFixed(2)} %`);
      expect(Math.abs(share - 0.5), kind).toBeLessThan(bound);
    }
    const spoilt = await countsOfLives('one plan', 1_000, layout, random, (bytes) => bytes.fill(0, 1_000, 1_016));
    const share = tellApart(never.slice(0, 1_000), spoilt);
    console.info(`guessed right: ${found.join(', ')}; with 16 zeros in each: ${(share * 100).toFixed(2)} %`);
    expect(share, 'sixteen bytes that are zero').toBeGreaterThan(0.6);
  });
});
