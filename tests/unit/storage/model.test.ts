import { expect, it } from 'vitest';
import { playHistories } from './histories.ts';

/** A sample; tests/long/histories.test.ts plays thousands. The database pays for every call. */
it.each([['memory', 40], ['file', 30], ['database', 12]] as const)('keeps every acknowledged text and never a torn one, in any history of three tabs: %s', async (name, count) => {
  expect(await playHistories(name, count, 20_261_122)).toBeGreaterThan(count * 5);
});
