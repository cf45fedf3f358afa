import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWords } from '../../tools/check-locales.ts';

const folder = fileURLToPath(new URL('../../locales/en', import.meta.url));

/** School year by the Flesch-Kincaid formula. Age 9 to 11 is 4 to 6. */
const highestGrade = 6;

/** About right for English: groups of vowels, less a silent ending. */
function syllablesIn(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '');
  const sounded = bare.replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, (tail) => tail.charAt(0)).replace(/^y/, '');
  return Math.max(1, (sounded.match(/[aeiouy]{1,2}/g) ?? []).length);
}

/** Sentences of three words or more: labels are no sentences. A placeholder reads as one short word. */
function sentencesIn(text: string): string[][] {
  return text
    .replace(/\{\{\w+\}\}/g, 'it')
    .split(/[.!?:]+(?:\s|$)/)
    .map((sentence) => sentence.split(/[\s–—/]+/).filter((word) => /[a-z]/i.test(word)))
    .filter((words) => words.length > 2);
}

function gradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesIn);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

const names = ['now', 'home', 'find', 'ask', 'guides', 'request', 'plan', 'steps', 'log', 'takeout', 'about', 'frame', 'services'];

describe('the English words', () => {
  it.each(names)('of %s can be read by a child of nine to eleven', (name) => {
    const texts = [...readWords(join(folder, `${name}.json`)).words.values()];
    expect(texts.flatMap(sentencesIn).length).toBeGreaterThan(5);
    expect(gradeOf(texts)).toBeLessThanOrEqual(highestGrade);
  });

  it('hold no sentence of more than 30 words', () => {
    const long = names.flatMap((name) =>
      [...readWords(join(folder, `${name}.json`)).words].flatMap(([key, text]) =>
        sentencesIn(text).filter((words) => words.length > 30).map((words) => `${name}: ${key}: ${words.join(' ')}`)));
    expect(long).toEqual([]);
  });
});

describe('the measure itself', () => {
  it('counts syllables about as people do', () => {
    expect(['police', 'answer', 'interpreter', 'called', 'wanted', 'you', 'service', 'emergency', 'little'].map(syllablesIn)).toEqual([2, 2, 4, 1, 2, 1, 2, 4, 2]);
  });

  it('finds official English too hard', () => {
    const official = 'Individuals experiencing domestic abuse should contact the relevant statutory authority in order to facilitate an appropriate multi-agency assessment.';
    expect(gradeOf([official])).toBeGreaterThan(12);
    expect(gradeOf(['Call the police. Tell them where you are.'])).toBeLessThan(3);
  });
});
