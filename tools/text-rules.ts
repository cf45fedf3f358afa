/** What may stand in one text of one language. Pure: a text in, its faults out. */
import { neverPhrases } from '../src/content/never.ts';
import { findNumberInProse } from '../src/content/phone.ts';
import { sourceLanguage } from '../src/i18n/languages.ts';

const placeholder = /\{\{\s*(\w+)\s*\}\}/g;

/** The names in double braces, each once, sorted. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ''))].sort();
}

/** Texts that are the same word in another language too. Anything else that equals its English was forgotten. */
const sameWord: Readonly<Record<string, readonly string[]>> = {
  Delhi: ['pl', 'ro'],
  'New York': ['ro'],
  Paris: ['ro'],
  Sydney: ['pl', 'ro'],
  Tokyo: ['ro'],
  Start: ['pl'],
  Reset: ['pl'],
  Stalking: ['pl'],
};

/** True when a translation is its English original although it has letters and is not the same word in both. */
export function saysTheSame(text: string, original: string, lang: string): boolean {
  const said = text.trim();
  const hasLetters = /\p{L}/u.test(said.replace(placeholder, ''));
  return hasLetters && said === original.trim() && !(sameWord[said] ?? []).includes(lang);
}

/**
 * What no app can promise, and what nobody should be told. Read by people whose
 * safety may rest on it, so the list is of phrases, not of good intentions.
 */
const neverSaid: readonly RegExp[] = [
  /\buntrace/i,
  /\b(?:can ?not|can[’']t|never) be (?:traced|found|seen|tracked)/i,
  /\b(?:leaves?|leaving) no trace/i,
  /\b(?:is|are|was|gets?|be|been) erased\b|\berases?\b/i,
  /100 ?%/,
  /\b(?:completely|totally|perfectly|always|absolutely) (?:safe|secure|private|anonymous)/i,
  /(?<!\b(?:when|if|until|once|where|whether) )\byou (?:are|will be) safe\b/i,
  /\b(?:nobody|no one|no-one)(?: else)? (?:sees|will see|can see|knows|will know|can know|finds|will find|can find)\b/i,
  /\bguarante/i,
  /\byou (?:must|should|have to|need to) leave\b/i,
  /\bleave (?:him|her|them)\b/i,
  /\bwhy (?:don[’']t|didn[’']t|do you not) you\b|\bwhy do you (?:stay|not)\b/i,
  /\bjust leave\b/i,
];

/** The emergency number, then the key, and nothing said about the message that asks for it. */
const emergencyNumber = /999|\{\{\s*emergency\s*\}\}/;
const silentKey = /(?<!\d)55(?!\d)|\{\{\s*key\s*\}\}/;
const promptWords = /\b(?:message|ask|asks|asked|prompt)\b/i;

/**
 * True when a text tells someone to call and then to press, without the prompt
 * between. Outside English the two never stand in one text: the order of the
 * steps carries the prompt.
 */
export function skipsThePrompt(text: string, lang: string): boolean {
  const number = emergencyNumber.exec(text);
  const key = silentKey.exec(text);
  if (!number || !key) {
    return false;
  }
  return lang !== sourceLanguage || !promptWords.test(text.slice(number.index, key.index));
}

const rules: readonly { readonly what: string; readonly breaks: (text: string, lang: string) => string | boolean | null }[] = [
  { what: 'is empty', breaks: (text) => text.trim() === '' },
  { what: 'begins or ends with white space', breaks: (text) => text !== text.trim() && text.trim() !== ',' && text.trim() !== '،' },
  { what: 'has markup', breaks: (text) => /<[^>]*>?|&(?:[a-z]+|#\d+|#x[\da-f]+);|\]\(|\*\*|__/i.exec(text)?.[0] ?? null },
  { what: 'has an address of the web', breaks: (text) => /https?:|\bwww\.|\b[\w-]+\.(?:uk|com|org|net|gov|info|wales|scot)\b/i.exec(text)?.[0] ?? null },
  { what: 'has a telephone number', breaks: (text) => findNumberInProse(text) ?? /\p{Nd}{3,}|\+\p{Nd}/u.exec(text)?.[0] ?? null },
  { what: 'has the key of the silent solution typed in', breaks: (text) => /(?<!\p{Nd})55(?!\p{Nd})/u.test(text) },
  { what: 'has digits other than 0 to 9', breaks: (text) => /(?![0-9])\p{Nd}/u.exec(text)?.[0] ?? null },
  { what: 'has a placeholder that is not closed', breaks: (text) => /\{\{|\}\}|\$t\(/.exec(text.replace(placeholder, ''))?.[0] ?? null },
  { what: 'must never be said', breaks: (text) => neverPhrases.find(({ value }) => text.toLowerCase().includes(value))?.why ?? null },
  { what: 'names the key before the message asks for it', breaks: skipsThePrompt },
  {
    what: 'promises or orders what nobody can',
    breaks: (text, lang) => (lang === sourceLanguage ? (neverSaid.map((phrase) => phrase.exec(text)?.[0]).find(Boolean) ?? null) : null),
  },
];

/** Every rule this text breaks, in words. Empty: none. */
export function faultsInText(text: string, lang: string): string[] {
  return rules.flatMap(({ what, breaks }) => {
    const found = breaks(text, lang);
    if (found === null || found === false) {
      return [];
    }
    return [found === true ? what : `${what} (${found})`];
  });
}
