import type { Note } from './plan.ts';

/** Letters that are written differently on different keyboards, and those that do not come apart into letter and mark. */
const alike: Readonly<Record<string, string>> = {
  'ي': 'ی', 'ى': 'ی', 'ئ': 'ی', 'ك': 'ک', 'ه': 'ہ', 'ھ': 'ہ', 'ة': 'ہ', 'ۃ': 'ہ', 'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ؤ': 'و',
  ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i',
};

/** One spelling for what a person would call the same word: no marks, no capitals, one space. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200c\u200d]/gu, '')
    .toLowerCase()
    .replace(/[يىئكهھةۃأإآؤłøđßæœı]/g, (letter) => alike[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The notes that hold every word of the search, in title or text. An empty search finds all. */
export function searchNotes(notes: readonly Note[], query: string): readonly Note[] {
  const wanted = fold(query).split(' ').filter((word) => word !== '');
  if (wanted.length === 0) return notes;
  return notes.filter(({ title, text }) => {
    const words = fold(`${title} ${text}`);
    return wanted.every((word) => words.includes(word));
  });
}
