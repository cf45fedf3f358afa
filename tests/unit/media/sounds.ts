/** Sounds made by sums, the same each time. */

export const sine = (length: number, hertz: number, loud = 16_000): Int16Array =>
  Int16Array.from({ length }, (_, at) => Math.round(loud * Math.sin((2 * Math.PI * hertz * at) / 8_000)));

/** Noise without its shrillest part, that swells and fades three times a second, with pauses: roughly as speech does. */
export function babble(length: number): Int16Array {
  let [chance, low, lower] = [7, 0, 0];
  return Int16Array.from({ length }, (_, at) => {
    chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0;
    low += 0.3 * (chance / 2 ** 31 - 1 - low);
    lower += 0.3 * (low - lower);
    return Math.round(20_000 * lower * Math.max(0, Math.sin((2 * Math.PI * 3 * at) / 8_000)));
  });
}

/** How much louder the sound is than what was made wrong in it. */
export function decibelsOver(sound: Int16Array, heard: Int16Array): number {
  let [power, wrong] = [0, 0];
  sound.forEach((sample, at) => {
    power += sample ** 2;
    wrong += (sample - (heard[at] ?? 0)) ** 2;
  });
  return 10 * Math.log10(power / Math.max(1, wrong));
}
