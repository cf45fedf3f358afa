/**
 * One slip of the finger: a letter too many, too few, wrong, or two neighbours swapped
 * (Damerau's four). Both functions walk each word once.
 */

function sameFrom(a: string, fromA: number, b: string, fromB: number): boolean {
  if (a.length - fromA !== b.length - fromB) return false;
  return isStartFrom(a, fromA, b, fromB);
}

/** The rest of `a` is how the rest of `b` begins. */
function isStartFrom(a: string, fromA: number, b: string, fromB: number): boolean {
  if (a.length - fromA > b.length - fromB) return false;
  for (let i = fromA, j = fromB; i < a.length; i += 1, j += 1) {
    if (a.charCodeAt(i) !== b.charCodeAt(j)) return false;
  }
  return true;
}

function firstDifference(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let i = 0;
  while (i < end && a.charCodeAt(i) === b.charCodeAt(i)) i += 1;
  return i;
}

function isSwapAt(a: string, b: string, i: number): boolean {
  return (
    i + 1 < a.length && i + 1 < b.length &&
    a.charCodeAt(i) === b.charCodeAt(i + 1) && a.charCodeAt(i + 1) === b.charCodeAt(i)
  );
}

/** Tells whether two words are the same but for one slip at most. */
export function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const i = firstDifference(a, b);
  if (a.length > b.length) return sameFrom(a, i + 1, b, i);
  if (a.length < b.length) return sameFrom(a, i, b, i + 1);
  return i === a.length || sameFrom(a, i + 1, b, i + 1) || (isSwapAt(a, b, i) && sameFrom(a, i + 2, b, i + 2));
}

/** Tells whether what is typed so far, but for one slip at most, is how the word begins. */
export function isOneSlipFromStart(typed: string, word: string): boolean {
  const i = firstDifference(typed, word);
  return (
    i === typed.length ||
    isStartFrom(typed, i + 1, word, i) ||
    isStartFrom(typed, i + 1, word, i + 1) ||
    isStartFrom(typed, i, word, i + 1) ||
    (isSwapAt(typed, word, i) && isStartFrom(typed, i + 2, word, i + 2))
  );
}

/** The letters of a word as bits (some letters share one): words one slip apart differ in two bits at most. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

/** How many bits are set in a 32-bit number. */
export function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The first two letters of a word in one number. */
export function wordHead(word: string): number {
  const second = word.length > 1 ? word.charCodeAt(1) : 0;
  return word.charCodeAt(0) | (second << 16);
}

/**
 * False when two words differ so early that more than one slip lies between them; for words of
 * three letters or more. It spares the look at nearly every word, which is what costs time.
 */
export function mayBeginAlike(typedHead: number, wordsHead: number): boolean {
  const typedFirst = typedHead & 0xffff;
  const typedSecond = typedHead >>> 16;
  const first = wordsHead & 0xffff;
  const second = wordsHead >>> 16;
  return first === typedFirst || second === typedSecond || first === typedSecond || second === typedFirst;
}
