/** Bytes in memory of their own, as Web Crypto and file handles ask for. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Fills the whole array with random bytes. Handed in, so that a test can make a run again. */
export type Random = (bytes: Bytes) => void;

/** The most `getRandomValues` gives at once (Web Crypto, section 10.1.1). */
const mostAtOnce = 65_536;

/**
 * Fills with random bytes from the browser's own source.
 *
 * @throws what the browser throws when it has no such source; there is nothing to fall back on.
 */
export const fillRandom: Random = (bytes) => {
  for (let at = 0; at < bytes.length; at += mostAtOnce) {
    crypto.getRandomValues(bytes.subarray(at, at + mostAtOnce));
  }
};

/** Makes `length` random bytes. */
export function randomBytes(length: number, random: Random): Bytes {
  const bytes = new Uint8Array(length);
  random(bytes);
  return bytes;
}

/** A whole number from 0 to `below` - 1, each as likely as the others. `below` is 256 at most. */
export function randomBelow(below: number, random: Random): number {
  const unfairFrom = 256 - (256 % below);
  const one = new Uint8Array(1);
  for (;;) {
    random(one);
    const value = one[0] ?? 0;
    if (value < unfairFrom) return value % below;
  }
}

/** A copy in memory of its own: a view would keep the whole container alive, and follow its changes. */
export function copyOf(bytes: Uint8Array, from = 0, to = bytes.length): Bytes {
  return new Uint8Array(bytes.subarray(from, to));
}
