/** HISTORIES sets the number; the database, which pays for every call, plays two in five. */
import { expect, it } from 'vitest';
import { allIn, playHistories } from '../unit/storage/histories.ts';

const histories = Number(process.env['HISTORIES'] ?? 1_000);

it.each([['memory', histories], ['file', histories], ['database', Math.ceil(histories * 0.4)]] as const)(
  'keeps every acknowledged text and file, tears none and answers every call, in any history of three tabs: %s, %i times',
  async (name, count) => {
    const seed = Date.now() % 1_000_000_000;
    const tally = await playHistories(name, count, seed);
    console.info(`${name}: ${count} histories from seed ${seed}, ${allIn(tally)} calls acknowledged: ${JSON.stringify(tally)}`);
    expect(allIn(tally)).toBeGreaterThan(count * 5);
  },
);
