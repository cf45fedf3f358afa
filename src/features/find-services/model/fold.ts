/** Makes what people type and what we hold comparable: one spelling for every way of writing a word. */

/** Longer input is cut here: no service has a name this long, and work must stay bounded. */
export const longestText = 200;

/** Letters that Unicode does not take apart, and letters that keyboards swap (Urdu, Arabic, Persian). */
const variants: Readonly<Record<string, string>> = {
  ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ',
  ي: 'ی', ى: 'ی', ك: 'ک', ه: 'ہ', ە: 'ہ', ة: 'ہ', ۃ: 'ہ', ھ: 'ہ',
};
const variantLetters = new RegExp(`[${Object.keys(variants).join('')}]`, 'g');

/**
 * Marks that may be left out in writing: accents, Hebrew points, Arabic and Urdu vowel marks and
 * tatweel, and invisible joiners and direction marks. Vowel signs of Indic scripts are letters
 * in all but name and stay.
 */
const droppedMarks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;
const apostrophes = /['\u2018\u2019\u201b\u02bc\u02b9`\u00b4\uff07]/g;

/** Digits of Arabic, Urdu and Persian, Hindi, Bengali, Punjabi and Gujarati writing. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6];
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef]/g;

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = zeros.find((first) => code >= first && code <= first + 9) ?? code;
  return String(code - zero);
}

/** Tells whether a text is ASCII: most is, and needs far less work. */
export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    if (text.charCodeAt(i) > 126) return false;
  }
  return true;
}

/** Lower case, no accents, no apostrophes, one letter for each letter, ASCII digits; spaces and signs stay. */
export function fold(text: string): string {
  if (isPlain(text)) return text.replace(apostrophes, '').toLowerCase();
  return text
    .replace(apostrophes, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(droppedMarks, '')
    .replace(variantLetters, (letter) => variants[letter] ?? letter)
    .replace(otherDigits, plainDigit);
}

/** Folded, letters and digits only, so that spaces and hyphens make no difference either. */
export function foldedText(text: string): string {
  return fold(text.slice(0, longestText)).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}
