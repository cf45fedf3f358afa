import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { promises } from '#features/about/promises.ts';
import { root } from '../../../architecture/source-files.ts';

describe('what the page about these pages promises', () => {
  it.each(promises)('names for "$says" a file of tests that is there', ({ test }) => {
    const file = join(root, test);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8').match(/\bit(?:\.each)?\(/g)?.length ?? 0).toBeGreaterThan(0);
  });
});
