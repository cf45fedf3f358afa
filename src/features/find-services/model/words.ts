import { fold, isPlain } from './fold.ts';

/** Some writing has no spaces between words: there, single characters and pairs stand for words. */
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const piecePattern = /[\p{L}\p{N}\p{M}]+/gu;
const digitsOnly = /^[0-9]+$/;
const hyphens = new Set([0x2d, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015]);
const digitGap = /^[ \u00a0()./-]{1,3}$/;
const plus = 0x2b;

/** Where a run of letters and digits stands in the folded text. Numbers in arrays: an index is made of millions. */
interface Pieces {
  readonly folded: string;
  readonly starts: number[];
  readonly ends: number[];
  readonly isNumber: boolean[];
}

/** The same as `piecePattern` finds in plain text, several times faster. */
function plainPieces(folded: string): Pieces {
  const found: Pieces = { folded, starts: [], ends: [], isNumber: [] };
  let start = -1;
  let onlyDigits = true;
  for (let i = 0; i <= folded.length; i += 1) {
    const code = i < folded.length ? folded.charCodeAt(i) : 0x20;
    const isDigit = code >= 0x30 && code <= 0x39;
    if (isDigit || (code >= 0x61 && code <= 0x7a)) {
      if (start < 0) {
        start = i;
        onlyDigits = true;
      }
      onlyDigits = onlyDigits && isDigit;
    } else if (start >= 0) {
      found.starts.push(start);
      found.ends.push(i);
      found.isNumber.push(onlyDigits);
      start = -1;
    }
  }
  return found;
}

function piecesOf(text: string): Pieces {
  const folded = fold(text);
  if (isPlain(folded)) return plainPieces(folded);
  const found: Pieces = { folded, starts: [], ends: [], isNumber: [] };
  for (const match of folded.matchAll(piecePattern)) {
    found.starts.push(match.index);
    found.ends.push(match.index + match[0].length);
    found.isNumber.push(digitsOnly.test(match[0]));
  }
  return found;
}

/** Whether a piece and the next are one written thing: 'drop-in', '0808 168 9111'. */
function belongsToNext({ folded, starts, ends, isNumber }: Pieces, piece: number): boolean {
  const end = ends[piece] ?? 0;
  const next = starts[piece + 1];
  if (next === undefined || isNumber[piece] !== isNumber[piece + 1]) return false;
  if (isNumber[piece] === true) return digitGap.test(folded.slice(end, next));
  return next === end + 1 && hyphens.has(folded.charCodeAt(end));
}

/** '+44 808…' and '0044 808…' are written '0808…', as people here know their numbers. */
function homeNumber(digits: string, afterPlus: boolean): string {
  const abroad = afterPlus && digits.startsWith('44') ? digits.slice(2) : digits.startsWith('0044') ? digits.slice(4) : null;
  return abroad === null ? digits : `0${abroad.replace(/^0/, '')}`;
}

/** Pieces that belong together: 'drop-in', '0808 168 9111'. A piece on its own is a group of one. */
interface Group {
  readonly parts: readonly string[];
  readonly joined: string;
  readonly kind: 'number' | 'word';
  readonly afterPlus: boolean;
}

/** No telephone number has more digits (ITU-T E.164). */
const longestNumber = 15;

/** Digits with spaces between may be one number or several: every run of neighbours is kept. */
function numbersIn({ parts, afterPlus }: Group): readonly string[] {
  const found: string[] = [];
  for (let from = 0; from < parts.length; from += 1) {
    let run = '';
    for (let to = from; to < parts.length; to += 1) {
      run += parts[to] ?? '';
      if (run.length > longestNumber && to > from) break;
      found.push(run);
      if (from === 0) found.push(homeNumber(run, afterPlus));
    }
  }
  return found;
}

function groupOf({ folded, starts, ends, isNumber }: Pieces, first: number, last: number): Group {
  const parts: string[] = [];
  for (let piece = first; piece <= last; piece += 1) parts.push(folded.slice(starts[piece] ?? 0, ends[piece] ?? 0));
  const joined = parts.join('');
  if (isNumber[first] !== true) return { parts, kind: 'word', afterPlus: false, joined };
  const afterPlus = folded.charCodeAt((starts[first] ?? 0) - 1) === plus;
  return { parts, kind: 'number', afterPlus, joined: homeNumber(joined, afterPlus) };
}

/** Hands over lone words one by one, everything else in groups, in the order of the text. */
function readText(text: string, onWord: (word: string) => void, onGroup: (group: Group) => void): void {
  const pieces = piecesOf(text);
  const { folded, starts, ends, isNumber } = pieces;
  for (let piece = 0; piece < starts.length; piece += 1) {
    const first = piece;
    while (belongsToNext(pieces, piece)) piece += 1;
    if (first === piece && isNumber[first] !== true) onWord(folded.slice(starts[first] ?? 0, ends[first] ?? 0));
    else onGroup(groupOf(pieces, first, piece));
  }
}

/** Splits a piece where spaced and unspaced writing meet; the latter into pairs, and singles when `singles`. */
function grams(piece: string, singles: boolean): readonly string[] {
  if (isPlain(piece) || !unspacedScript.test(piece)) return [piece];
  const found: string[] = [];
  let run: string[] = [];
  let word = '';
  const endRun = (): void => {
    if (singles || run.length === 1) found.push(...run);
    for (let i = 0; i + 1 < run.length; i += 1) found.push(`${run[i] ?? ''}${run[i + 1] ?? ''}`);
    run = [];
  };
  const endWord = (): void => {
    if (word !== '') found.push(word);
    word = '';
  };
  for (const character of piece) {
    if (unspacedScript.test(character)) {
      endWord();
      run.push(character);
    } else {
      endRun();
      word += character;
    }
  }
  endRun();
  endWord();
  return found;
}

/**
 * Makes a reader that hands over every form under which a text can be found: words, parts and
 * joined forms, some more than once. Made once for many texts, since an index reads thousands.
 */
export function wordKeeper(keep: (word: string) => void): (text: string) => void {
  const keepGrams = (piece: string): void => {
    if (isPlain(piece)) keep(piece);
    else grams(piece, true).forEach(keep);
  };
  const keepGroup = (group: Group): void => {
    if (group.kind === 'number') numbersIn(group).forEach(keep);
    else [...group.parts, group.joined].forEach(keepGrams);
  };
  return (text) => {
    readText(text, keepGrams, keepGroup);
  };
}

/**
 * The words someone is looking for, in the order typed, in the readings to try one after the
 * other: digits as one number and hyphened words apart; then the other way round.
 */
export function wordsToFind(query: string): readonly (readonly string[])[] {
  const first: string[] = [];
  const second: string[] = [];
  let differ = false;
  readText(
    query,
    (word) => {
      first.push(...grams(word, false));
      second.push(...grams(word, false));
    },
    ({ parts, kind, joined }) => {
      const apart = parts.flatMap((part) => grams(part, false));
      const together = grams(joined, false);
      first.push(...(kind === 'number' ? together : apart));
      second.push(...(kind === 'number' ? apart : together));
      differ ||= parts.length > 1;
    },
  );
  return differ ? [first, second] : [first];
}
