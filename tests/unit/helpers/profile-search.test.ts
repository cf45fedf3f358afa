import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unsnap } from '../../helpers/leveldb-blocks.ts';
import { searchProfile } from '../../helpers/profile-search.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-'));
  mkdirSync(join(folder, 'Default'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const around = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.alloc(77, 0xa5), bytes, Buffer.alloc(33, 0x5a)]);

describe('the search of a profile', () => {
  it.each([
    ['UTF-8', Buffer.from('a zqmarkłj b'), 'UTF-8'],
    ['UTF-16 as Chromium writes it', Buffer.from('a zqmarkłj b', 'utf16le'), 'UTF-16LE'],
    ['UTF-16 the other way round', Buffer.from('a zqmarkłj b', 'utf16le').swap16(), 'UTF-16BE'],
    ['gzip', gzipSync('some words before zqmarkłj and after'.repeat(3)), 'UTF-8, packed'],
    ['zlib', deflateSync('some words before zqmarkłj and after'.repeat(3)), 'UTF-8, packed'],
  ])('finds a word in %s in the middle of a file, and no word that is not there', (_, bytes, as) => {
    writeFileSync(join(folder, 'Default', 'a file'), around(bytes));
    const { found, files } = searchProfile(folder, ['zqmarkłj', 'zqmarkłk']);
    expect(files).toBe(1);
    expect(found).toContainEqual({ file: 'Default/a file', text: 'zqmarkłj', as });
    expect(found.filter(({ text }) => text === 'zqmarkłk')).toEqual([]);
  });

  it('finds a word in the name of a file', () => {
    writeFileSync(join(folder, 'Default', 'zqmark.txt'), '');
    expect(searchProfile(folder, ['zqmark']).found).toEqual([{ file: 'Default/zqmark.txt', text: 'zqmark', as: 'the name of the file' }]);
  });

  it('unpacks snappy: literals, near and far copies, copies that overlap themselves', () => {
    // "abcd" as it stands, four from four back, then six from one back.
    expect(Buffer.from(unsnap(new Uint8Array([14, 3 << 2, 0x61, 0x62, 0x63, 0x64, 0b001, 4, (5 << 2) | 2, 1, 0]))).toString()).toBe('abcdabcddddddd');
    expect(() => unsnap(new Uint8Array([4, 0b001, 9]))).toThrow('before the beginning');
  });
});
