/** What screens may know of passphrases and sizes. Nothing here holds a key or keeps anything. */
import { drawWords, fillRandom, layoutV1, longestText as longestTextOf, wordsOffered } from '../crypto/index.ts';

export { averageSeconds, largestBackup, longestPassphrase, strengthOf, type Strength } from '../crypto/index.ts';

/** The longest text of a plan, in bytes of UTF-8. */
export const longestText = longestTextOf();

/** How many pictures and recordings a plan holds: places 0 to one less. */
export const filePlaces = layoutV1.cellsPerSlot;

/** As many words as are offered first, drawn on this device. */
export function drawPassphrase(): string {
  return drawWords(wordsOffered, fillRandom);
}
