import { describe, expect, it } from 'vitest';
import { faultWords, wayOn, type Fault } from '#features/vault/ui/fault-words.ts';
import { spanWords } from '#features/vault/ui/span-words.ts';
import { languages } from '#i18n/languages';
import { loadText, textOf } from '#i18n/text';

const faults = Object.keys(wayOn) as Fault[];

describe.each(languages)('in $name', ({ code }) => {
  it('everything that can go wrong has words, and no two the same', async () => {
    await loadText(code, ['plan']);
    const t = textOf(code, 'plan');
    const told = faults.map((fault) => faultWords(t, fault));
    expect(told.filter((words) => words === '' || words.startsWith('fault.'))).toEqual([]);
    expect(new Set(told).size).toBe(faults.length);
  });

  it('whatever could not be saved says that what was saved before still stands', async () => {
    await loadText(code, ['plan']);
    const t = textOf(code, 'plan');
    const stillThere = { en: 'still kept', pl: 'co zapisano wcześniej', ro: 'Ce s-a salvat înainte este păstrat', ur: 'اب بھی موجود' }[code];
    for (const fault of ['quota-full', 'gone', 'short-write', 'slot-full', 'broken'] as const) expect(faultWords(t, fault), fault).toContain(stillThere);
  });

  it('a length of time is in words of the language and in Western digits', () => {
    const told = spanWords(code, { count: 81_000_000, unit: 'year' });
    expect(told).toContain({ en: 'million years', pl: 'milionów lat', ro: 'milioane de ani', ur: 'کروڑ سال' }[code]);
    expect(told).toMatch(/[0-9]/);
    expect(told).not.toMatch(/[\u06f0-\u06f9\u0660-\u0669]/);
  });
});
