import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#features/find-services/model/fold.ts';
import { countBits, isOneSlipApart, isOneSlipFromStart, letterBits, mayBeginAlike, wordHead } from '#features/find-services/model/one-slip.ts';
import { buildIndex, search, type SearchEntry } from '#features/find-services/model/search.ts';

const entry = (id: string, name: string, about = ''): SearchEntry => ({ id, fields: [{ text: name, weight: 10 }, { text: about, weight: 2 }] });

const index = buildIndex([
  entry('line', 'National Domestic Abuse Helpline', 'Run by Refuge. For women. 0808 2000 247'),
  entry('support', 'Victim Support', 'Day and night, all of Kent. 0808 168 9111'),
  entry('karma', 'Karma Nirvana', 'Honour-based abuse and forced marriage'),
  entry('cafe', 'Café René', 'Drop-in for women’s groups, Łódź 24/7'),
  entry('urdu', 'خواتین کی مدد', 'گھریلو تشدد'),
  entry('bengali', 'নারী সহায়তা', 'পারিবারিক সহিংসতা'),
  entry('chinese', '家庭暴力求助热线', '中文服务'),
  entry('stay', 'Medway Housing', 'A safe place to stay in Medway'),
  entry('stop', 'Thanet One Stop Shop', 'Housing, police and legal advice in one room'),
]);
const find = (query: string): readonly string[] => search(index, query);

describe('typing into the search box', () => {
  it('finds by the beginning of the word being typed, and by all words together', () => {
    expect(find('kar')).toEqual(['karma']);
    expect(find('domestic ab')).toEqual(['line']);
    expect(find('abuse domestic')).toEqual(['line']);
  });

  it('puts a match in the name before a match in the text, and keeps the order of equals', () => {
    expect(find('housing')).toEqual(['stay', 'stop']);
    expect(find('abuse')).toEqual(['line', 'karma']);
    expect(find('women')).toEqual(['line', 'cafe']);
  });

  it('stops at the number of results asked for', () => {
    expect(search(index, 'abuse', 1)).toEqual(['line']);
    expect(search(index, 'abuse', 0)).toEqual([]);
  });

  it('forgives accents, case, hyphens and apostrophes', () => {
    for (const query of ['cafe rene', 'CAFÉ RENÉ', 'Cafe\u0301', 'lodz', 'drop in', 'drop-in', 'dropin', 'womens', 'women’s', "women's groups", 'honour based']) {
      expect(find(query).length, query).toBeGreaterThan(0);
    }
    expect(find('dropin')).toEqual(['cafe']);
    expect(find('honour-based')).toEqual(['karma']);
  });

  it.each([['karmma'], ['kara'], ['karna'], ['krama'], ['nirvnaa'], ['hounour'], ['victm support'], ['nirvxna ka']])('forgives one slip: %s', (query) => {
    expect(find(query)[0]).toMatch(/karma|support/);
  });

  it('forgives a slip while the word is still being typed', () => {
    expect(find('domesitc')).toEqual(['line']);
    expect(find('domset')).toEqual(['line']);
  });

  it('forgives no slip in three letters, nor in a number', () => {
    expect(find('kxr')).toEqual([]);
    expect(find('08081689112')).toEqual([]);
  });

  it('finds those that meet the most words when none meets all', () => {
    expect(find('housing for zebras in thanet')).toEqual(['stop']);
    expect(find('zebra karma')).toEqual(['karma']);
  });

  it.each(['08081689111', '0808 168 9111', '0808-168-9111', '(0808) 168 9111', '080 816 89111', '+44 808 168 9111', '0808 168', '٠٨٠٨ ١٦٨'])(
    'finds a telephone number however it is spaced: %s',
    (query) => {
      expect(find(query)[0]).toBe('support');
    },
  );

  it('finds each of several numbers that stand side by side', () => {
    const two = buildIndex([entry('two', 'Line', '0808 2000 247 85258 0808 168 9111')]);
    for (const query of ['08082000247', '0808 168 9111', '85258', '08081689111 line', '9111']) expect(search(two, query), query).toEqual(['two']);
  });

  it('finds in Urdu with or without vowel marks, on an Arabic or an Urdu keyboard', () => {
    expect(find('خواتین')).toEqual(['urdu']);
    expect(find('خواتين كي')).toEqual(['urdu']);
    expect(find('خَوَاتِین')).toEqual(['urdu']);
    expect(find('گهريلو')).toEqual(['urdu']);
  });

  it('finds in Bengali, and keeps its vowel signs apart', () => {
    expect(find('সহায়তা')).toEqual(['bengali']);
    expect(find('নারী')).toEqual(['bengali']);
    expect(fold('নারী')).not.toBe(fold('নর'));
  });

  it('finds in Chinese by any characters that stand together', () => {
    expect(find('家庭')).toEqual(['chinese']);
    expect(find('暴力求')).toEqual(['chinese']);
    expect(find('线')).toEqual(['chinese']);
    expect(find('中文')).toEqual(['chinese']);
    expect(find('力暴')).toEqual([]);
  });

  it.each(['', '   ', '!!!', '😀', '\0', '-', '<>'])('finds nothing for %j', (query) => {
    expect(find(query)).toEqual([]);
  });

  it('takes a script tag, or 10,000 characters, for words like any other', () => {
    expect(find('<script>alert(1)</script>')).toEqual([]);
    expect(find(`karma ${'x'.repeat(10_000)}`)).toEqual(['karma']);
    const start = performance.now();
    find('abcd '.repeat(2_000));
    find('ﷺ'.repeat(10_000));
    expect(performance.now() - start).toBeLessThan(200);
  });

  it('finds nothing in an empty directory', () => {
    expect(search(buildIndex([]), 'help')).toEqual([]);
  });
});

/** Optimal string alignment by its whole table, as a textbook has it. */
function distance(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  for (let j = 1; j <= b.length; j += 1) (rows[0] ?? [])[j] = j;
  const get = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(get(i - 1, j) + 1, get(i, j - 1) + 1, get(i - 1, j - 1) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, get(i - 2, j - 2) + 1);
      (rows[i] ?? [])[j] = best;
    }
  }
  return get(a.length, b.length);
}

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

describe('search against slow references', () => {
  it('knows one slip exactly as the textbook distance does', () => {
    fc.assert(fc.property(letters, letters, (a, b) => isOneSlipApart(a, b) === distance(a, b) <= 1), { seed: 3, numRuns: 3_000 });
  });

  it('knows one slip in a beginning exactly as the textbook distance does', () => {
    const slow = (typed: string, word: string): boolean =>
      Array.from({ length: word.length + 1 }, (_, end) => word.slice(0, end)).some((start) => distance(typed, start) <= 1);
    fc.assert(fc.property(letters, letters, (a, b) => isOneSlipFromStart(a, b) === slow(a, b)), { seed: 4, numRuns: 3_000 });
  });

  it('never passes over a word one slip away when it looks at letters and beginnings first', () => {
    const long = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 4, maxLength: 8 });
    const edit = fc.record({ at: fc.nat(7), kind: fc.constantFrom('drop', 'add', 'change', 'swap'), letter: fc.constantFrom(...'abcxyz') });
    fc.assert(
      fc.property(long, edit, (word, { at, kind, letter }) => {
        const i = at % word.length;
        const [before, here, after] = [word.slice(0, i), word.charAt(i), word.slice(i + 1)];
        const typed =
          kind === 'drop' ? before + after
          : kind === 'add' ? before + letter + here + after
          : kind === 'change' ? before + letter + after
          : before + after.charAt(0) + here + after.slice(1);
        expect(isOneSlipApart(typed, word)).toBe(true);
        expect(countBits(letterBits(typed) ^ letterBits(word))).toBeLessThanOrEqual(2);
        expect(mayBeginAlike(wordHead(typed), wordHead(word))).toBe(true);
      }),
      { seed: 8, numRuns: 2_000 },
    );
  });

  it('finds the same entries as a plain scan of every word of every entry', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 8 });
    const text = fc.array(word, { minLength: 1, maxLength: 5 });
    const slowFind = (texts: readonly (readonly string[])[], typed: readonly string[]): readonly number[] => {
      const all = [...new Set(texts.flat())];
      const meets = typed.map((one, place): ReadonlySet<string> => {
        const last = place === typed.length - 1;
        const found = new Set(all.filter((w) => w === one || (last && w.startsWith(one))));
        if (one.length < 4) return found;
        if (found.size === 0 || one.length >= 6) for (const w of all) if (distance(w, one) <= 1) found.add(w);
        if (found.size > 0 || !last) return found;
        return new Set(all.filter((w) => Array.from({ length: w.length + 1 }, (_, end) => end).some((end) => distance(one, w.slice(0, end)) <= 1)));
      });
      const counts = texts.map((words) => meets.filter((met) => words.some((w) => met.has(w))).length);
      const most = Math.max(0, ...counts);
      return most === 0 ? [] : counts.flatMap((count, i) => (count === most ? [i] : []));
    };
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(word, { minLength: 1, maxLength: 3 }), (texts, typed) => {
        const small = buildIndex(texts.map((words, i) => entry(String(i), words.join(' '))));
        const found = search(small, typed.join(' ')).map(Number).sort((a, b) => a - b);
        expect(found).toEqual(slowFind(texts, typed));
      }),
      { seed: 5, numRuns: 1_500 },
    );
  });

  it('never fails, and gives every id at most once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        const found = find(query);
        return new Set(found).size === found.length;
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('finds every entry by its own name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 10 }), (names) => {
        const small = buildIndex(names.map((name, i) => entry(String(i), name)));
        names.forEach((name, i) => {
          if (/[\p{L}\p{N}]/u.test(fold(name))) expect(search(small, name)).toContain(String(i));
        });
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
