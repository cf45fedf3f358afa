import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { neverPhrases } from '#content/never';
import { findNumberInProse } from '#content/phone';
import { publish } from '#content/publish';

import { realDirectory } from './records.ts';

interface ServiceText {
  readonly about: string;
  readonly note?: string;
  readonly name?: string;
}

const texts = JSON.parse(readFileSync('locales/en/services.json', 'utf8')) as Record<string, ServiceText>;
const services = publish(realDirectory());
const entries = Object.entries(texts);
const words = (text: string): number => text.split(/\s+/).length;

describe('the English words about services', () => {
  test('describe every service that is shown and none that is not', () => {
    expect(Object.keys(texts).sort()).toEqual([...new Set(services.map(({ textKey }) => textKey))].sort());
  });

  test('name a service exactly where the directory leaves the name to each language', () => {
    for (const { id, name, textKey } of services) {
      expect([id, texts[textKey]?.name !== undefined]).toEqual([id, name === null]);
    }
  });

  test('hold nothing but about, note and name, none of them empty', () => {
    for (const [key, text] of entries) {
      expect([key, Object.keys(text).filter((field) => !['about', 'note', 'name'].includes(field))]).toEqual([key, []]);
      expect([key, Object.values(text).every((value) => typeof value === 'string' && value.trim() !== '')]).toEqual([key, true]);
    }
  });

  test('leave numbers, links, prices and markup to the data', () => {
    for (const [key, text] of entries) {
      const all = Object.values(text).join(' ');
      expect([key, findNumberInProse(all), /https?:|www\.|<|>|£|\bfree\b/i.test(all)]).toEqual([key, null, false]);
    }
  });

  test('fill in a council\'s name in the one shared text and nowhere else', () => {
    const placeholders = entries.filter(([, text]) => JSON.stringify(text).includes('{{'));
    expect(placeholders.map(([key]) => key)).toEqual(['council-housing']);
    expect(services.filter(({ textKey }) => textKey === 'council-housing').map(({ council }) => council)).not.toContain(null);
    expect(services.filter(({ council }) => council !== null)).toHaveLength(13);
  });

  test('are short enough to read in a hurry', () => {
    expect(entries.filter(([, { about }]) => words(about) > 34).map(([key]) => key)).toEqual([]);
    expect(entries.filter(([, { note }]) => note !== undefined && words(note) > 40).map(([key]) => key)).toEqual([]);
  });

  test('never teach the codeword that ended, and promise nothing nobody can keep', () => {
    const all = JSON.stringify(texts).toLowerCase();
    expect(neverPhrases.filter(({ value }) => all.includes(value))).toEqual([]);
    expect(all).not.toMatch(/untraceable|erased|completely safe|confidential|anonymous|guarantee/);
  });
});
