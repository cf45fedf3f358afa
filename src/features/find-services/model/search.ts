import { longestText } from './fold.ts';
import { countBits, isOneSlipApart, isOneSlipFromStart, letterBits, mayBeginAlike, wordHead } from './one-slip.ts';
import { wordKeeper, wordsToFind } from './words.ts';

export interface SearchEntry {
  readonly id: string;
  /** Weights are whole numbers from 1 to 255; a match in a heavier field ranks higher. */
  readonly fields: readonly { readonly text: string; readonly weight: number }[];
}

/** A word table in code-unit order; each word's entries lie together, in input order. */
export interface SearchIndex {
  readonly ids: readonly string[];
  readonly words: readonly string[];
  /** Letters, first two letters and length of each word: they rule out most words without reading them. */
  readonly bits: Int32Array;
  readonly heads: Int32Array;
  readonly lengths: Uint8Array;
  /** Word w's entries are places starts[w] to starts[w + 1] of `entries` and `weights`. */
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly weights: Uint8Array;
}

/** How well a word of the entry meets the word typed. */
const scores = { whole: 10, start: 7, slip: 4, slipInStart: 2 } as const;
/** Shorter words are too close to each other for slips ("all", "call"). */
const shortestSlip = 4;
/** From here a slip is looked for even when the word itself is found ("womans", "womens"). */
const shortestAlwaysSlip = 6;
/** A sentence has fewer; more words would only cost time. */
const mostWords = 24;

/** Texts such as labels and operators come back in entry after entry; the first this many are read once. */
const mostReadTexts = 4_096;

/** Makes the index once; entries keep their order, and equal results keep it too. */
export function buildIndex(entries: readonly SearchEntry[]): SearchIndex {
  const numbers = new Map<string, number>();
  const readTexts = new Map<string, readonly number[]>();
  let kept: number[] = [];
  const read = wordKeeper((word) => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(word, number);
    }
    kept.push(number);
  });
  const wordsOf = (text: string): readonly number[] => {
    const known = readTexts.get(text);
    if (known !== undefined) return known;
    kept = [];
    read(text);
    if (readTexts.size < mostReadTexts) readTexts.set(text, kept);
    return kept;
  };

  let pairWords = new Int32Array(1024);
  let pairWeights = new Uint8Array(1024);
  let pairs = 0;
  const pairEnds = new Int32Array(entries.length);
  /** By word: the place of its newest pair, to join a word met twice in one entry. */
  const newest: number[] = [];
  entries.forEach((entry, place) => {
    const first = pairs;
    for (const { text, weight } of entry.fields) {
      for (const word of wordsOf(text)) {
        const seen = newest[word] ?? -1;
        if (seen >= first) {
          pairWeights[seen] = Math.max(pairWeights[seen] ?? 0, weight);
          continue;
        }
        if (pairs === pairWords.length) {
          const wider = new Int32Array(pairs * 2);
          wider.set(pairWords);
          pairWords = wider;
          const widerWeights = new Uint8Array(pairs * 2);
          widerWeights.set(pairWeights);
          pairWeights = widerWeights;
        }
        newest[word] = pairs;
        pairWords[pairs] = word;
        pairWeights[pairs] = weight;
        pairs += 1;
      }
    }
    pairEnds[place] = pairs;
  });

  const words = [...numbers.keys()].sort();
  const rankOf = new Int32Array(words.length);
  words.forEach((word, rank) => {
    rankOf[numbers.get(word) ?? 0] = rank;
  });
  const starts = new Int32Array(words.length + 1);
  for (let pair = 0; pair < pairs; pair += 1) {
    const next = (rankOf[pairWords[pair] ?? 0] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let word = 0; word < words.length; word += 1) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const free = starts.slice();
  const places = new Int32Array(pairs);
  const weights = new Uint8Array(pairs);
  for (let place = 0, pair = 0; place < entries.length; place += 1) {
    for (const end = pairEnds[place] ?? 0; pair < end; pair += 1) {
      const rank = rankOf[pairWords[pair] ?? 0] ?? 0;
      const at = free[rank] ?? 0;
      free[rank] = at + 1;
      places[at] = place;
      weights[at] = pairWeights[pair] ?? 0;
    }
  }
  return {
    ids: entries.map((entry) => entry.id),
    words,
    bits: Int32Array.from(words, letterBits),
    heads: Int32Array.from(words, wordHead),
    lengths: Uint8Array.from(words, (word) => Math.min(word.length, 255)),
    starts,
    entries: places,
    weights,
  };
}

function firstFrom(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words that begin like this lie together; this is the place after the last of them. */
function endOfStarts(words: readonly string[], typed: string, from: number): number {
  let low = from;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]?.startsWith(typed) === true) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes the words from one place up to, not including, another. */
type Take = (from: number, to: number, score: number) => void;

/** Hands over the words of the index that meet one typed word; the last word may be unfinished. */
function meetWord(index: SearchIndex, typed: string, isLast: boolean, take: Take): void {
  const { words, bits, heads, lengths } = index;
  const from = firstFrom(words, typed);
  const afterWhole = words[from] === typed ? from + 1 : from;
  const end = isLast ? endOfStarts(words, typed, afterWhole) : afterWhole;
  take(from, afterWhole, scores.whole);
  take(afterWhole, end, scores.start);
  let found = end > from;
  // A number with a wrong digit is another number: no slips there.
  if (typed.length < shortestSlip || /[0-9]/.test(typed)) return;
  const typedBits = letterBits(typed);
  const typedHead = wordHead(typed);
  const size = typed.length;
  if (!found || size >= shortestAlwaysSlip) {
    for (let word = 0; word < words.length; word += 1) {
      const apart = (lengths[word] ?? 0) - size;
      if (apart > 1 || apart < -1 || countBits(typedBits ^ (bits[word] ?? 0)) > 2) continue;
      if (!mayBeginAlike(typedHead, heads[word] ?? 0) || (word >= from && word < end)) continue;
      if (!isOneSlipApart(typed, words[word] ?? '')) continue;
      take(word, word + 1, scores.slip);
      found = true;
    }
  }
  if (found || !isLast) return;
  for (let word = 0; word < words.length; word += 1) {
    if ((lengths[word] ?? 0) < size - 1 || countBits(typedBits & ~(bits[word] ?? 0)) > 1) continue;
    if (!mayBeginAlike(typedHead, heads[word] ?? 0)) continue;
    if (isOneSlipFromStart(typed, words[word] ?? '')) take(word, word + 1, scores.slipInStart);
  }
}

interface Tally {
  /** How many of the typed words each entry meets, and how well in all. */
  readonly met: Uint8Array;
  readonly total: Int32Array;
  readonly most: number;
}

function tally(index: SearchIndex, typed: readonly string[]): Tally {
  const size = index.ids.length;
  const met = new Uint8Array(size);
  const total = new Int32Array(size);
  const best = new Int32Array(size);
  const turn = new Uint8Array(size);
  let most = 0;
  typed.forEach((word, place) => {
    const now = place + 1;
    meetWord(index, word, now === typed.length, (from, to, score) => {
      // Neighbours in the word table have their entries side by side, so a range of words is one loop.
      const end = index.starts[to] ?? 0;
      for (let at = index.starts[from] ?? 0; at < end; at += 1) {
        const entry = index.entries[at] ?? 0;
        const worth = (index.weights[at] ?? 0) * score;
        if (turn[entry] !== now) {
          turn[entry] = now;
          best[entry] = worth;
          total[entry] = (total[entry] ?? 0) + worth;
          const count = (met[entry] ?? 0) + 1;
          met[entry] = count;
          if (count > most) most = count;
        } else if (worth > (best[entry] ?? 0)) {
          total[entry] = (total[entry] ?? 0) + worth - (best[entry] ?? 0);
          best[entry] = worth;
        }
      }
    });
  });
  return { met, total, most };
}

/** Places of the entries that meet most words, highest total first, equal ones in input order. */
function ranked({ met, total, most }: Tally): Int32Array {
  let highest = 0;
  let count = 0;
  for (let entry = 0; entry < met.length; entry += 1) {
    if (met[entry] !== most) continue;
    count += 1;
    highest = Math.max(highest, total[entry] ?? 0);
  }
  // Counting sort: totals are small whole numbers, and 100,000 results must not cost a comparison sort.
  const starts = new Int32Array(highest + 2);
  for (let entry = 0; entry < met.length; entry += 1) {
    if (met[entry] !== most) continue;
    const after = highest - (total[entry] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const order = new Int32Array(count);
  for (let entry = 0; entry < met.length; entry += 1) {
    if (met[entry] !== most) continue;
    const slot = highest - (total[entry] ?? 0);
    const at = starts[slot] ?? 0;
    starts[slot] = at + 1;
    order[at] = entry;
  }
  return order;
}

/**
 * The ids that meet every word typed, best first; when none does, those that meet the most
 * words. The last word may be unfinished. Forgives accents, case, hyphens, apostrophes and one
 * slip in words of four letters or more. Nothing typed finds nothing.
 */
export function search(index: SearchIndex, query: string, limit = Infinity): readonly string[] {
  const readings = wordsToFind(query.slice(0, longestText)).map((words) => words.slice(0, mostWords));
  let best: Tally | null = null;
  for (const words of readings) {
    if (words.length === 0) continue;
    const result = tally(index, words);
    if (result.most === words.length) {
      best = result;
      break;
    }
    if (result.most > (best?.most ?? 0)) best = result;
  }
  if (best === null || best.most === 0) return [];
  const order = ranked(best);
  const ids: string[] = [];
  for (let i = 0; i < order.length && i < limit; i += 1) ids.push(index.ids[order[i] ?? 0] ?? '');
  return ids;
}
