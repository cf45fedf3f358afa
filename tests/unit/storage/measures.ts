/** What can be measured of bytes without knowing what they mean. */

/** How often each byte value comes. */
export function countsOf(bytes: Uint8Array): number[] {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export const mean = (values: readonly number[]): number => sumOf(values) / values.length;

/** 255 on average for random bytes, give or take 22.6. */
export function chiSquareOf(counts: readonly number[]): number {
  const expected = sumOf(counts) / 256;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Bits a byte: 8 for random bytes without end. */
export function entropyOf(counts: readonly number[]): number {
  const total = sumOf(counts);
  return -counts.reduce((sum, count) => (count === 0 ? sum : sum + (count / total) * Math.log2(count / total)), 0);
}

/** One thing to be told from another: counts of byte values, and which kind it is. */
export interface Sample {
  readonly counts: ArrayLike<number>;
  readonly isSecond: boolean;
}

/**
 * Logistic regression on the counts, by descent along the gradient: learns from
 * one half, then guesses the other. The answer: the share of right guesses.
 */
export function guessesRight(learn: readonly Sample[], guess: readonly Sample[], rounds = 60): number {
  const columns = 256;
  const centre = new Float64Array(columns);
  for (const { counts } of learn) for (let byte = 0; byte < columns; byte += 1) centre[byte] = (centre[byte] ?? 0) + (counts[byte] ?? 0) / learn.length;
  const spread = new Float64Array(columns);
  for (const { counts } of learn) for (let byte = 0; byte < columns; byte += 1) spread[byte] = (spread[byte] ?? 0) + ((counts[byte] ?? 0) - (centre[byte] ?? 0)) ** 2 / learn.length;
  const standard = ({ counts }: Sample): Float64Array =>
    Float64Array.from({ length: columns }, (_, byte) => ((counts[byte] ?? 0) - (centre[byte] ?? 0)) / (Math.sqrt(spread[byte] ?? 0) || 1));
  const weights = new Float64Array(columns);
  let bias = 0;
  const score = (row: Float64Array): number => {
    let sum = bias;
    for (let byte = 0; byte < columns; byte += 1) sum += (weights[byte] ?? 0) * (row[byte] ?? 0);
    return sum;
  };
  const rows = learn.map((sample) => ({ row: standard(sample), truth: sample.isSecond ? 1 : 0 }));
  for (let round = 0; round < rounds; round += 1) {
    const slope = new Float64Array(columns);
    let slopeOfBias = 0;
    for (const { row, truth } of rows) {
      const error = 1 / (1 + Math.exp(-score(row))) - truth;
      for (let byte = 0; byte < columns; byte += 1) slope[byte] = (slope[byte] ?? 0) + error * (row[byte] ?? 0);
      slopeOfBias += error;
    }
    for (let byte = 0; byte < columns; byte += 1) weights[byte] = (weights[byte] ?? 0) - (0.5 / rows.length) * (slope[byte] ?? 0);
    bias -= (0.5 / rows.length) * slopeOfBias;
  }
  return mean(guess.map((sample) => (score(standard(sample)) > 0 === sample.isSecond ? 1 : 0)));
}
