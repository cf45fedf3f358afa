/** Whether somebody with a stopwatch can tell a right passphrase from a wrong one, a second one, or a device nobody used. */
import { performance } from 'node:perf_hooks';
import { createContainer, deriveAt, headBytes, layoutV1, newSlot, openSlot, standardCost, type Bytes, type Derive } from '../../src/crypto/index.ts';
import { ok } from '../../src/kernel/result.ts';
import { median } from './median.ts';

export interface TimingRow {
  readonly what: string;
  readonly runs: number;
  readonly rightMs: number;
  readonly secondMs: number;
  readonly wrongMs: number;
  readonly unusedMs: number;
  /** The greatest difference of a median from that of the wrong passphrase. */
  readonly apartPercent: number;
  /** The least p of right, second and unused beside wrong: under 0.01 says that they can be told apart. */
  readonly leastP: number;
}

/** Mann-Whitney U, two-sided, by its normal approximation. */
function chanceOf(one: readonly number[], other: readonly number[]): number {
  const ranked = [...one.map((value) => ({ value, mine: true })), ...other.map((value) => ({ value, mine: false }))].sort((a, b) => a.value - b.value);
  const ranks = ranked.reduce((sum, { mine }, index) => sum + (mine ? index + 1 : 0), 0);
  const u = ranks - (one.length * (one.length + 1)) / 2;
  const z = Math.abs(u - (one.length * other.length) / 2) / Math.sqrt((one.length * other.length * (one.length + other.length + 1)) / 12);
  // Abramowitz and Stegun 26.2.17.
  const t = 1 / (1 + 0.2316419 * z);
  const tail = 0.3989423 * Math.exp((-z * z) / 2) * t * (0.3193815 + t * (-0.3565638 + t * (1.781478 + t * (-1.821256 + t * 1.330274))));
  return Math.min(1, 2 * tail);
}

async function compare(what: string, derive: Derive, runs: number): Promise<TimingRow> {
  const used = createContainer();
  const keep: number[] = [];
  for (const words of ['right words', 'second words']) {
    const made = await newSlot(used, words, new TextEncoder().encode('some words that were written '.repeat(5_000)), keep, derive);
    if (!made.ok) throw new Error(made.fault);
    for (const { patch, opened } of made.value) {
      used.set(patch.bytes, patch.offset);
      keep.push(opened.slot);
    }
  }
  const head = (bytes: Bytes): Bytes => bytes.slice(0, headBytes(layoutV1));
  const [usedHead, unusedHead] = [head(used), head(createContainer())];
  const tries = { right: [usedHead, 'right words'], second: [usedHead, 'second words'], wrong: [usedHead, 'wrong words'], unused: [unusedHead, 'right words'] } as const;
  const taken: Record<keyof typeof tries, number[]> = { right: [], second: [], wrong: [], unused: [] };
  const names = Object.keys(tries) as (keyof typeof tries)[];
  for (let run = 0; run < runs; run += 1) {
    // Each time another goes first: what one leaves behind falls on all alike.
    for (let step = 0; step < names.length; step += 1) {
      const name = names[(run + step) % names.length] ?? 'wrong';
      const [bytes, words] = tries[name];
      const start = performance.now();
      await openSlot(bytes, words, derive);
      taken[name].push(performance.now() - start);
    }
  }
  const { right, second, wrong, unused } = taken;
  const middle = median(wrong);
  return {
    what, runs, rightMs: median(right), secondMs: median(second), wrongMs: middle, unusedMs: median(unused),
    apartPercent: Math.max(...[right, second, unused].map((values) => (Math.abs(median(values) - middle) / middle) * 100)),
    leastP: Math.min(...[right, second, unused].map((values) => chanceOf(values, wrong))),
  };
}

/** 32 bytes at once, other ones for other words: what is left is the work on the slots. */
const noDerivation: Derive = async (secret, salt) => ok(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...secret, ...salt]))));

/** RUNS sets how often (200 are asked for; they take some eight minutes). */
export async function benchTiming(): Promise<readonly TimingRow[]> {
  const runs = Number(process.env['RUNS'] ?? 25);
  return [await compare('the whole opening', deriveAt(standardCost), runs), await compare('the slots alone', noDerivation, Math.max(200, runs))];
}
