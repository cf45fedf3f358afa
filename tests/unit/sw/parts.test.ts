import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesFor, isOffered, languagesIn, type Part } from '../../../src/sw/parts.ts';

const site = 'https://site.example';
const file = (path: string, second?: 1 | string): Part => ({ url: `${site}${path}`, second });

const now = file('/kept/ur/now/index.html');
const vault = file('/assets/vault-start-a.js', 1);
const plans = ['en', 'pl', 'ur'].map((lang) => file(`/kept/${lang}/plan/index.html`, lang));
const words = file('/assets/plan-c.js', 'ur');
const files = [now, vault, ...plans, words];

describe('the files a reader needs', () => {
  it('are what comes first, what is common, and those of the languages they read', () => {
    expect(filesFor(files, ['ur'])).toEqual([now, vault, plans[2], words]);
    expect(filesFor(files, ['en', 'pl'])).toEqual([now, vault, plans[0], plans[1]]);
    expect(filesFor(files, [])).toEqual([now, vault]);
  });

  it('are all of them for somebody who reads every language, and never fewer with one language more', () => {
    const anyLanguages = fc.uniqueArray(fc.constantFrom('en', 'pl', 'ur', 'ro'));
    expect(filesFor(files, ['en', 'pl', 'ur'])).toEqual(files);
    fc.assert(fc.property(anyLanguages, fc.constantFrom('en', 'pl', 'ur', 'ro'), (some, more) => {
      const with1 = filesFor(files, [...some, more]);
      expect(filesFor(files, some).filter((one) => !with1.includes(one))).toEqual([]);
    }));
  });
});

describe('a language that is asked for', () => {
  it('can be whole only if the list has files of it', () => {
    for (const lang of ['en', 'pl', 'ur']) expect(isOffered(files, lang), lang).toBe(true);
    for (const lang of ['ro', '', '1', 1, undefined, null, ['ur']]) expect(isOffered(files, lang), String(lang)).toBe(false);
  });
});

describe('the languages a device was used in', () => {
  const kept = (...paths: string[]): string[] => paths.map((path) => `${site}${path}`);

  it('are seen from any page or words of theirs that come second, of whatever version', () => {
    expect(languagesIn(files, kept('/kept/pl/plan/index.html?__WB_REVISION__=old'))).toEqual(['pl']);
    expect(languagesIn(files, kept('/assets/plan-c.js'))).toEqual(['ur']);
    expect(languagesIn(files, kept('/kept/en/plan/index.html?a', '/kept/en/plan/index.html?b', '/assets/plan-c.js'))).toEqual(['en', 'ur']);
  });

  it('are none where only what everybody gets was kept', () => {
    expect(languagesIn(files, kept('/kept/ur/now/index.html?__WB_REVISION__=a', '/assets/vault-start-a.js', '/assets/plan-of-an-older-version.js'))).toEqual([]);
    expect(languagesIn(files, [])).toEqual([]);
  });

  it('are again what was kept for them, however the copies are mixed', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom('en', 'pl', 'ur')), (langs) => {
      const found = languagesIn(files, filesFor(files, langs).map(({ url }) => `${url}?__WB_REVISION__=x`));
      expect([...found].sort()).toEqual([...langs].sort());
    }));
  });
});
