import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { localeFaults, readWords } from '../../tools/check-locales.ts';

const localesDir = fileURLToPath(new URL('../../locales', import.meta.url));
const faults = localeFaults(localesDir);

describe.each(languages.map(({ code, name }) => ({ code, name })))('the words in $name', ({ code }) => {
  const own = faults.filter((fault) => fault.startsWith(`${code}/`));
  const isUntranslated = (fault: string): boolean => fault.includes(': not translated');

  it('are all there, and keep every rule', () => {
    expect(own.filter((fault) => !isUntranslated(fault))).toEqual([]);
  });

  it('are none of them still in English', () => {
    expect(own.filter(isUntranslated)).toEqual([]);
  });

  it('name the key for a silent call only after the step about the recorded message', () => {
    const { words } = readWords(join(localesDir, code, 'now.json'));
    const steps = [...words].filter(([key]) => key.startsWith('silent.mobile.s')).sort(([a], [b]) => a.localeCompare(b));
    const message = steps.findIndex(([, text]) => text.includes('{{opening}}'));
    const key = steps.findIndex(([, text]) => text.includes('{{key}}'));
    expect(steps.length).toBeGreaterThan(3);
    expect(message).toBeGreaterThan(-1);
    expect(key).toBeGreaterThan(message);
    const landline = [...words].filter(([name]) => name.startsWith('silent.landline.'));
    expect(landline.filter(([, text]) => text.includes('{{key}}'))).toEqual([]);
  });
});

describe('the folder of languages', () => {
  it('holds the offered languages and no others', () => {
    const codes = languages.map(({ code }) => `${code}/`);
    expect(faults.filter((fault) => !codes.some((code) => fault.startsWith(code)))).toEqual([]);
  });
});
