import { describe, expect, it } from 'vitest';
import { notHerePages, otherSpellings, passesThrough } from '../../../src/sw/addresses.ts';
import { cacheNameFor } from '../../../src/sw/version.ts';

const at = (path: string) => new URL(path, 'https://site.example');

describe('which kept page answers an address', () => {
  it('takes an address without its last slash for the same page, whatever the query', () => {
    expect(otherSpellings(at('/en/now?q=1')).map(String)).toEqual(['https://site.example/en/now/index.html']);
    expect(otherSpellings(at('/en/now/'))).toEqual([]);
  });

  it('stays on this site even for an odd address', () => {
    expect(otherSpellings(at('/en//evil.example')).every(({ host }) => host === 'site.example')).toBe(true);
  });

  it('looks for "not here" in the language of the address first', () => {
    expect(notHerePages(at('/ur/none'))).toEqual(['/ur/404.html', '/404.html']);
    expect(notHerePages(at('/none'))).toEqual(['/none/404.html', '/404.html']);
    expect(notHerePages(at('/.//none'))).toEqual(['/404.html']);
  });

  it('keeps out of the way of wiping, of the feed and of files', () => {
    for (const path of ['/wipe', '/feed/', '/feed/services/1', '/pages.json', '/sw.js', '/assets/x.js']) {
      expect(passesThrough(at(path)), path).toBe(true);
    }
    for (const path of ['/', '/en/now', '/wiped', '/feedback', '/en/wipe']) {
      expect(passesThrough(at(path)), path).toBe(false);
    }
  });
});

describe('the name of a copy', () => {
  const list = [{ url: 'en/now/index.html', revision: 'a' }, { url: 'assets/main-abc.js', revision: null }];

  it('is the same for the same files in any order', () => {
    expect(cacheNameFor([...list].reverse())).toBe(cacheNameFor(list));
  });

  it('is another as soon as one file is another', () => {
    expect(cacheNameFor([{ url: 'en/now/index.html', revision: 'b' }, ...list.slice(1)])).not.toBe(cacheNameFor(list));
    expect(cacheNameFor(list.slice(1))).not.toBe(cacheNameFor(list));
  });

  it('says nothing about what the app is for', () => {
    expect(cacheNameFor(list)).toMatch(/^app-[0-9a-z]{1,7}$/);
  });
});
