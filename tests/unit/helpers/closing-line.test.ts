import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folders: string[] = [];

/** What a run of the files says at its end, by the reporter alone. Within the project, where `vitest` is found. */
function endOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(join(root, 'node_modules/.closing-line-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), `import { beforeAll, describe, expect, it } from 'vitest';\n${text}`);
  writeFileSync(join(folder, 'vitest.config.mjs'), `export default { test: { reporters: [${JSON.stringify(join(root, 'tests/helpers/closing-line.ts'))}], projects: [{ test: { name: 'here', include: ['*.case.mjs'] } }] } };`);
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder], { env: { ...process.env, VITEST: '', NO_COLOR: '1' } }, (_, out) => done(out.trim().split('\n')));
  });
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the end of a run', () => {
  it('names a test that failed, with its reason', async () => {
    expect(await endOf({ 'one.case.mjs': "it('adds', () => expect(1, 'sums').toBe(2)); it('is', () => undefined);" })).toEqual([
      'failed: here one.case.mjs > adds: sums: expected 1 to be 2 // Object.is equality',
      '1 passed, 1 failed',
    ]);
  });

  it('names a group whose tests never ran', async () => {
    expect(await endOf({ 'one.case.mjs': "describe('a group', () => { beforeAll(() => { throw new Error('no engine'); }); it('runs', () => undefined); });" })).toEqual([
      'failed: here one.case.mjs > a group: no engine',
      '0 passed, 1 failed, 1 skipped',
    ]);
  });

  it('names a file that could not be read', async () => {
    expect(await endOf({ 'one.case.mjs': "throw new Error('broken');" })).toEqual(['failed: here one.case.mjs: broken', '0 passed, 1 failed']);
  });

  it('says what was skipped', async () => {
    expect(await endOf({ 'one.case.mjs': "it('is', () => undefined); it.skip('was', () => undefined);" })).toEqual(['1 passed, 0 failed, 1 skipped']);
  });
});
