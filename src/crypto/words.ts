/**
 * Made-up words that can be said and remembered in any language: two syllables
 * of one consonant and one vowel each. Not taken from a list: no list in all
 * our languages may be copied, and a reader should not need English spelling.
 * What must not stand in one is in `unwelcome`. README.md, decision 6.
 */
import { randomBytes, type Random } from './bytes.ts';

const consonants = 'bdfghjklmnprstvz';
const vowels = 'aeiou';

/** Insults, obscenities and words of violence in languages our readers are likely to know. */
const unwelcome = new Set((
  'bite bita bobo bosa buda bude dago dike dupa fago faga fufu fuka fuke fuki fuku futa fute futu gada gadu gago ganu '
  + 'hate homo hora hore hure huri jebi jebe jude juda judi kafi kaka kaki kike kona kosu kuda kure kura kuri kurv kusa '
  + 'kusi kuta kute kuti lode lodu loda lora lulu lune lupi luri mada made madi moro naga naze nazi nega nego nige niga '
  + 'nigo nude nudi paki pede pedo pika pike piku pipi piso pisa pise pija piza pizu popo pora puke puki pula pule pupu '
  + 'puse puta pute puti puto pizi rape rapa sade sadi sika sike siki siko sula teta tete tito tita titi toto vomi zebi '
  + 'zobi zube zubi zizi kuka kuke kuku gagi gogi'
).split(' '));

function allWords(): readonly string[] {
  const syllables = [...consonants].flatMap((consonant) => [...vowels].map((vowel) => consonant + vowel));
  return syllables.flatMap((first) => syllables.map((second) => first + second)).filter((word) => !unwelcome.has(word));
}

/** Every word that can come up, each as likely as the others. */
export const words: readonly string[] = allWords();

const known = new Set(words);

/** How many are offered first: 63 bits. What that means against one graphics card: `averageSeconds`. */
export const wordsOffered = 5;

/** Fewer are not offered: four are 50 bits, about 14,000 years of one present graphics card on average. */
export const fewestWords = 4;

/** Exactly how many bits so many drawn words are worth. Words a person chose are worth less. */
export function bitsOfWords(count: number): number {
  return count * Math.log2(words.length);
}

/** Draws words, evenly: a draw above the last whole round is thrown away. */
export function drawWords(count: number, random: Random): string {
  const drawn: string[] = [];
  const unfairFrom = 65_536 - (65_536 % words.length);
  while (drawn.length < count) {
    const [high = 0, low = 0] = randomBytes(2, random);
    const value = high * 256 + low;
    const word = words[value % words.length];
    if (value < unfairFrom && word !== undefined) drawn.push(word);
  }
  return drawn.join(' ');
}

/**
 * The words in one spelling, when the text is nothing but drawn words (two or
 * more): small letters, one space between. A telephone keyboard makes the first
 * letter a capital. `null`: it is something else, and case counts.
 */
export function asWords(text: string): string | null {
  const parts = text.toLowerCase().split(/[\s-]+/).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => known.has(part)) ? parts.join(' ') : null;
}
