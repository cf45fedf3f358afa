import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dependencyFaults, importFaults, shapeFaults, wordFaults } from './rules.ts';
import { filesUnder, isScript, root } from './source-files.ts';

const source = filesUnder('src');
const scripts = source.filter(isScript);

describe('the house', () => {
  it('lets imports run one way only', () => {
    expect(scripts.length).toBeGreaterThan(50);
    expect(scripts.flatMap(importFaults)).toEqual([]);
  });

  it('keeps what leaves a trace, tells somebody or runs typed text out of the code', () => {
    expect(scripts.flatMap(wordFaults)).toEqual([]);
  });

  it('has small files with plain names and nothing put off', () => {
    expect([...source, ...filesUnder('tests'), ...filesUnder('tools')].flatMap(shapeFaults)).toEqual([]);
  });

  it('names every package it ships in the README, each pinned to one version', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const readme = join(root, 'README.md');
    expect(dependencyFaults(dependencies, existsSync(readme) ? readFileSync(readme, 'utf8') : null)).toEqual([]);
  });
});

describe('the rule about imports', () => {
  it.each([
    ['src/kernel/a.ts', `import { brand } from '#content/brand';`, 'kernel may not import #content/brand'],
    ['src/kernel/a.ts', `import { x } from 'react';`, 'kernel may not import react'],
    ['src/content/a.ts', `import type { Language } from '../i18n/languages.ts';`, 'content may not import ../i18n/languages.ts'],
    ['src/content/a.ts', `export { use } from 'react';`, 'content may not import react'],
    ['src/i18n/a.ts', `import { brand } from '#content/brand';`, 'i18n may import only types of #content/brand'],
    ['src/i18n/a.ts', `import { App } from '#app/app.tsx';`, 'i18n may not import #app/app.tsx'],
    ['src/ui/a.tsx', `import { useText } from '#i18n/use-text';`, 'ui may not import #i18n/use-text'],
    ['src/ui/a.tsx', `import { useHref, useNavigate } from 'react-router';`, 'ui may not import useNavigate of react-router'],
    ['src/features/home/a.tsx', `import { cover } from '#features/quick-exit/leave.ts';`, 'the feature home may not know the feature quick-exit'],
    ['src/features/home/a.tsx', `const a = () => import('../about/about-page.tsx');`, 'the feature home may not know the feature about'],
    ['src/features/home/a.tsx', `import { App } from '#app/app.tsx';`, 'features may not import #app/app.tsx'],
    ['src/features/home/a.tsx', `import { useNavigate } from 'react-router';`, 'features may not import react-router'],
    ['src/features/find-services/model/a.ts', `import { useMemo } from 'react';`, 'model may not import react'],
    ['src/features/find-services/model/a.ts', `import { textOf } from '#i18n/text';`, 'model may not import #i18n/text'],
    ['src/features/find-services/model/a.ts', `import { useNow } from '../ui/use-now.ts';`, 'a model may not import the screens of its feature'],
    ['src/app/a.tsx', `import { openSlot } from '../storage/opfs.ts';`, 'app may not reach into storage by ../storage/opfs.ts'],
    ['src/features/device/a.tsx', `import { wipeAll } from '#storage/wipe';`, 'only the store.ts of a feature may import storage'],
    ['src/app/a.tsx', `import Dexie from 'dexie';`, 'app may not import dexie'],
    ['src/sw/a.ts', `import { brand } from '../content/brand.ts';`, 'sw may not import ../content/brand.ts'],
    ['src/sw/a.ts', `type A = import('../app/app.tsx').A;`, 'sw may not import ../app/app.tsx'],
    ['src/media/a.ts', `import { createVault } from '#storage/vault';`, 'media may not import #storage/vault'],
    ['src/media/a.ts', `import { useState } from 'react';`, 'media may not import react'],
    ['src/storage/a.ts', `import { shrinkPicture } from '#media/index';`, 'storage may not import #media/index'],
    ['src/ui/a.tsx', `import { drawPicture } from '#media/index';`, 'ui may not import #media/index'],
    ['src/hosting/a.ts', `import { brand } from '#content/brand';`, 'hosting may not import #content/brand'],
    ['src/attic/a.ts', `import { a } from 'react';`, 'no rule says what src/attic may import'],
  ])('catches what %s would import by: %s', (path, text, fault) => {
    expect(importFaults({ path, text: `\n${text}` }).join()).toContain(`${path}:2 ${fault}`);
  });

  it('lets a screen use its own model, words, data and parts', () => {
    const text = `import { a } from '../model/a.ts'; import { b } from '#i18n/text'; import { c } from '#content/brand'; import { d } from '#ui/icon.tsx'; import { e } from 'react';`;
    expect(importFaults({ path: 'src/features/find-services/ui/a.tsx', text })).toEqual([]);
  });
});

describe('the rule about words', () => {
  it.each([
    ['src/ui/a.ts', 'const a: any = 1;', 'any'],
    ['src/ui/a.ts', 'localStorage.setItem(a, b);', 'localStorage'],
    ['src/ui/a.ts', `window['sessionStorage'].clear();`, 'sessionStorage'],
    ['src/ui/a.ts', 'document.cookie = a;', 'document.cookie'],
    ['src/ui/a.ts', 'navigator.sendBeacon(a);', 'sendBeacon'],
    ['src/ui/a.ts', 'void fetch(a);', 'fetch'],
    ['src/ui/a.ts', 'box.innerHTML = a;', 'innerHTML'],
    ['src/ui/a.tsx', 'const a = <p dangerouslySetInnerHTML={b} />;', 'dangerouslySetInnerHTML'],
    ['src/app/a.ts', 'history.pushState(a, b);', 'pushState'],
    ['src/app/a.tsx', 'const a = <BrowserRouter />;', 'BrowserRouter'],
    ['src/app/a.ts', 'export default 1;', 'export default'],
    ['src/app/a.ts', 'export default function a() {}', 'export default'],
    ['src/features/x/model/a.ts', 'const a = Date.now();', 'Date.now'],
    ['src/features/x/model/a.ts', 'const a = new Date();', 'new Date()'],
    ['src/features/x/model/a.ts', 'const a = document.title;', 'document'],
    ['src/features/x/model/a.ts', 'const a = Math.random();', 'Math.random'],
  ])('catches in %s: %s', (path, text, word) => {
    expect(wordFaults({ path, text: `\n${text}` }).join()).toContain(`${path}:2 ${word}: `);
  });

  it('minds code, not what a comment or a text says', () => {
    expect(wordFaults({ path: 'src/ui/a.ts', text: `// never localStorage or any\nconst a = 'document.cookie';` })).toEqual([]);
    expect(wordFaults({ path: 'src/features/x/model/a.ts', text: 'const a = new Date(atMs);' })).toEqual([]);
    expect(wordFaults({ path: 'src/sw/a.ts', text: 'void fetch(a);' })).toEqual([]);
  });
});

describe('the rule about files', () => {
  it('catches a long file, a drawer, a name in capitals and a thing put off', () => {
    const long = { path: 'tests/unit/a.test.ts', text: 'x\n'.repeat(301) };
    expect(shapeFaults(long)).toEqual(['tests/unit/a.test.ts:301 has 301 lines']);
    expect(shapeFaults({ ...long, text: 'x\n'.repeat(300) })).toEqual([]);
    for (const path of ['src/ui/utils.ts', 'src/i18n/date-helpers.ts', 'src/types.ts', 'src/app/common.tsx', 'src/content/misc.ts']) {
      expect(shapeFaults({ path, text: '' })).toEqual([`${path}:1 is a drawer for everything`]);
    }
    expect(shapeFaults({ path: 'src/ui/CallLink.tsx', text: '' })).toEqual(['src/ui/CallLink.tsx:1 is not named in kebab-case']);
    expect(shapeFaults({ path: 'src/ui/a.ts', text: '\n// TODO later' })).toEqual(['src/ui/a.ts:2 puts it off']);
  });

  it('catches a package that may change by itself, and one nobody explained', () => {
    expect(dependencyFaults({ react: '^19.0.0' }, 'react')).toEqual(['package.json: react "^19.0.0" is not one exact version']);
    expect(dependencyFaults({ react: '19.0.0' }, 'react-dom')).toEqual(['README.md: does not say why react is here']);
    expect(dependencyFaults({ react: '19.0.0' }, 'We use `react`.')).toEqual([]);
  });
});
