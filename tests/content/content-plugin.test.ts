// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';

import { helplineIds } from '#content/helpline-ids';
import { publish } from '#content/publish';

import { contentPlugin, helplinesOf } from '../../tools/content-plugin.ts';
import { checkedDay, type Json, realDirectory, withRecord } from './records.ts';

const folder = mkdtempSync(join(tmpdir(), 'directory-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function fileWith(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** The script a page gets that imports one of the modules. */
async function built(module: string, file?: string): Promise<string> {
  const input = fileWith(`${module.replace(':', '-')}.js`, `import list from '${module}'; globalThis.list = list;`);
  const output = await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    plugins: [contentPlugin({ today: () => checkedDay, ...(file === undefined ? {} : { file }) })],
    build: { write: false, minify: false, rolldownOptions: { input } },
  });
  const [first] = [output].flat();
  return first !== undefined && 'output' in first ? first.output.map((part) => (part.type === 'chunk' ? part.code : '')).join('\n') : '';
}

describe('the build', () => {
  test('gives pages the services people may see, without one withheld word', async () => {
    const code = await built('virtual:services');
    for (const { id } of publish(realDirectory())) {
      expect(code).toContain(id);
    }
    expect(code).not.toMatch(/01892 570538|loving-me|oss-old|doubtful|"?note"?:/);
  });

  test('gives the emergency page its own few services and no others', async () => {
    const code = await built('virtual:helplines');
    expect(code).toContain('0808 168 9111');
    expect(code).not.toMatch(/housing-dover|kent-cdap|respect-phoneline/);
    expect(helplinesOf(realDirectory()).map(({ id }) => id)).toEqual([...helplineIds]);
  });

  test('gives the about page the sources of what is shown', async () => {
    const code = await built('virtual:sources');
    expect(code).toContain('Kent and Medway Domestic Abuse Strategy 2024-29');
    expect(code).not.toContain('oss-old');
  });

  test('stops and names the record when one is bad', async () => {
    const bad = fileWith('bad.json', withRecord('galop', (record: Json) => { record.areas = ['atlantis']; }));
    await expect(built('virtual:helplines', bad)).rejects.toThrow(/galop: areas: unknown area/);
  });

  test('stops when a line of the emergency page is hidden', async () => {
    const bad = fileWith('hidden.json', withRecord('samaritans', (record: Json) => { record.publish = 'hide'; }));
    await expect(built('virtual:services', bad)).rejects.toThrow(/emergency page needs samaritans/);
  });

  test('stops when the file is not JSON', async () => {
    await expect(built('virtual:services', fileWith('broken.json', '[{'))).rejects.toThrow(/JSON/);
  });
});
