import { expect, it } from 'vitest';
import { allIn, playHistories } from './histories.ts';

/** A sample; tests/long/histories.test.ts plays thousands. The database pays for every call. */
it.each([['memory', 40], ['file', 30], ['database', 12]] as const)('keeps every acknowledged text and file and never a torn one, in any history of three tabs: %s', async (name, count) => {
  const tally = await playHistories(name, count, 20_261_122);
  expect(allIn(tally)).toBeGreaterThan(count * 5);
  for (const act of ['put', 'drop', 'keep', 'get'] as const) expect(tally[act], act).toBeGreaterThan(0);
});
