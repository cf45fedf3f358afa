import { median } from './median.ts';

export interface Spread {
  readonly times: number;
  readonly medianMs: number;
  /** As browsers judge a page by its slowest answers (INP): the worst, less one for every fifty. */
  readonly inpMs: number;
  readonly worstMs: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const slowestFirst = [...values].sort((a, b) => b - a);
  return {
    times: values.length, medianMs: values.length === 0 ? 0 : median(values),
    inpMs: slowestFirst[Math.floor(values.length / 50)] ?? 0, worstMs: slowestFirst[0] ?? 0,
  };
}
