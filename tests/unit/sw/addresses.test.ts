import { describe, expect, it } from 'vitest';
import { isKeptOnUse, notHerePages, pageOf, passesThrough } from '../../../src/sw/addresses.ts';
import { frameFrom, keptFramePath, keptPath, keptSheetPath, needsFrame, sheetMark, sheetOf, withFrame, withoutFrame, withSheet } from '../../../src/sw/kept-pages.ts';
import { cacheNameFor } from '../../../src/sw/version.ts';

const at = (path: string) => new URL(path, 'https://site.example');

describe('which kept page answers an address', () => {
  it('takes every spelling for the same page, whatever the query', () => {
    for (const path of ['/en/now', '/en/now/', '/en/now/index.html', '/en/now?q=1', '/en//now/', '/en/now/?a=b#c']) {
      expect(pageOf(at(path)), path).toBe('/en/now/index.html');
    }
  });

  it('has the English first page at the root', () => {
    for (const path of ['/', '/index.html', '/?utm=1', '/en', '/en/']) {
      expect(pageOf(at(path)), path).toBe('/en/index.html');
    }
  });

  it('looks for "not here" in the language of the address first', () => {
    expect(notHerePages(at('/ur/none'))).toEqual(['/ur/404.html', '/en/404.html']);
    expect(notHerePages(at('/none'))).toEqual(['/none/404.html', '/en/404.html']);
    expect(notHerePages(at('/.//none'))).toEqual(['/en/404.html']);
  });

  it('keeps out of the way of the feed and of files, and answers a link to the deleting itself', () => {
    for (const path of ['/feed/', '/feed/services/1', '/pages.json', '/sw.js', '/assets/x.js']) {
      expect(passesThrough(at(path)), path).toBe(true);
    }
    for (const path of ['/', '/en/now', '/wipe', '/wiped', '/feedback', '/en/wipe']) {
      expect(passesThrough(at(path)), path).toBe(false);
    }
  });
});

describe('what joins the copy only where it is used', () => {
  it('is the database and nothing else', () => {
    expect(isKeptOnUse(at('/assets/dexie-store-D0GJVW6e.js'))).toBe(true);
    for (const path of ['/assets/main-CFgfj4V1.js', '/assets/store-worker-n4uF0EcJ.js', '/en/dexie-store-a.js', '/assets/dexie-store-a.js/x', '/assets/x/dexie-store-a.js']) {
      expect(isKeptOnUse(at(path)), path).toBe(false);
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

describe('a page as it is kept', () => {
  const sheet = 'a{content:"$& $1"}';
  const page = `<head><style>${sheet}</style></head><body>words</body>`;
  const kept = page.replace(sheet, sheetMark('index'));

  it('gets its stylesheet back letter for letter', () => {
    expect(kept).not.toContain('content');
    expect(sheetOf(kept)).toBe('index');
    expect(withSheet(kept, sheet)).toBe(page);
  });

  it('is left alone when it waits for no sheet', () => {
    expect(sheetOf(page)).toBeNull();
    expect(withSheet(page, 'x')).toBe(page);
  });

  describe('and its frame', () => {
    const pageOf = (route: string, tail: string, screen: string, foot = 'the foot $&', head = ''): string =>
      `<html lang="pl" data-route="${route}">${head}<a href="/pl/">$1</a><a href="/en/${tail}">English</a><a href="/pl/${tail}">Polski</a><main id="main" tabindex="-1">${screen}</main><footer>${foot}</footer><div class="notice"></div></body>`;
    const frame = frameFrom(pageOf('plan', 'plan/', 'a plan'), 'plan', 'plan/');

    it.each([['now', 'now/'], ['home', ''], ['read/pets', 'read/pets/'], ['plan', 'plan/']])('gets its frame back letter for letter: %s', (route, tail) => {
      const whole = pageOf(route, tail, 'words of $& a screen <footer>');
      const light = withoutFrame(whole, frame, route, tail);
      expect(needsFrame(light)).toBe(true);
      expect(light).not.toContain('Polski');
      expect(light).not.toContain('the foot');
      expect(light).toContain('words of $& a screen');
      expect(withFrame(light, frame)).toBe(whole);
    });

    it('keeps a foot of its own', () => {
      const whole = pageOf('about', 'about/', 'words', 'a link fewer');
      const light = withoutFrame(whole, frame, 'about', 'about/');
      expect(light).toContain('a link fewer');
      expect(light).not.toContain('Polski');
      expect(withFrame(light, frame)).toBe(whole);
    });

    it.each([['a head of its own', pageOf('now', 'now/', 'words', 'the foot $&', '<meta>')], ['no such parts', '<html><body>14:05</body></html>'], ['a link elsewhere', pageOf('now', 'find/', 'words')]])('is left alone with %s', (_, whole) => {
      expect(withoutFrame(whole, frame, 'now', 'now/')).toBe(whole);
      expect(needsFrame(whole)).toBe(false);
    });

    it('cannot be worked out from the first page, whose address ends in nothing, or from another kind of page', () => {
      expect(() => frameFrom(pageOf('home', '', 'words'), 'home', '')).toThrow('no frame');
      expect(() => frameFrom('<html></html>', 'plan', 'plan/')).toThrow('no frame');
    });
  });

  it('lies beside its sheet in a folder of its own', () => {
    expect(keptPath('/en/now/index.html')).toBe('/kept/en/now/index.html');
    expect(keptSheetPath('clock')).toBe('/kept/clock.css');
    expect(keptFramePath('ur')).toBe('/kept/ur/frame.html');
  });
});
