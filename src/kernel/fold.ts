import { plainDigits } from './digits.ts';

/** Letters that are written differently on different keyboards, and those that do not come apart into letter and mark. */
const alike: Readonly<Record<string, string>> = {
  'ي': 'ی', 'ى': 'ی', 'ئ': 'ی', 'ك': 'ک', 'ه': 'ہ', 'ھ': 'ہ', 'ة': 'ہ', 'ۃ': 'ہ', 'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ؤ': 'و',
  '’': "'", '‘': "'", 'ʼ': "'",
  ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i',
};

/** One spelling for what a person would call the same word: no marks, no capitals, one space, digits as 0 to 9. */
export function fold(text: string): string {
  return plainDigits(text)
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200c\u200d]/gu, '')
    .toLowerCase()
    .replace(/[يىئكهھةۃأإآؤ’‘ʼłøđßæœı]/g, (letter) => alike[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a text, folded; none for an empty one. */
export function foldedWords(text: string): readonly string[] {
  return fold(text).split(' ').filter((word) => word !== '');
}
