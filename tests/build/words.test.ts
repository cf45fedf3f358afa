import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exits } from '#content/exits';
import { forceUrls } from '#content/forces';
import { neverHosts, neverNumbers, outboundUrls } from '#content/never';
import { digitsOf } from '#content/phone';
import { publish } from '#content/publish';
import { parseDirectory } from '#content/schema';
import { root } from '../architecture/source-files.ts';
import { readWords } from '../../tools/check-locales.ts';
import { saysTheSame } from '../../tools/text-rules.ts';
import { builtFiles, builtPages, isText, lostPages, readBuilt, shownOn } from './built.ts';

const pages = [...builtPages(), ...lostPages()];
const texts = builtFiles().filter(isText).map((path) => ({ path, text: readBuilt(path) }));

const englishFolder = join(root, 'locales/en');
const english = readdirSync(englishFolder).map((name) => readWords(join(englishFolder, name)).words);
const keys = new Set(english.flatMap((words) => [...words.keys()]));
const englishTexts = new Set(english.flatMap((words) => [...words.values()]).filter((text) => !text.includes('{{')));

const directory = parseDirectory(JSON.parse(readFileSync(join(root, 'src/content/services.json'), 'utf8')), new Date());
const published = publish(directory);
const contacts = published.flatMap((service) => service.contacts);
const numbers = new Set(contacts.flatMap((contact) => (contact.way === 'call' ? [contact.number] : [])));
const textNumbers = new Set(contacts.flatMap((contact) => (contact.way === 'text' ? [contact.number] : [])));

/** Files as runs of digits: no grouping of a number slips past. */
function nationalDigits(number: string): string {
  return digitsOf(number).replace(/^(?:44|0)/, '');
}

function digitRuns(text: string): string {
  return text.replace(/(?<=\d)[ \u00a0()-]+(?=\d)/g, '');
}

describe.each(pages)('the words of $path', (page) => {
  const shown = shownOn(page);

  it('are words, not the names of words', () => {
    const isKey = (text: string): boolean => keys.has(text) || (text.match(/\b[\w-]+(?:\.[\w-]+)+\b/g) ?? []).some((part) => keys.has(part));
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter(({ text }) => isKey(text))).toEqual([]);
    expect(page.document.body.outerHTML).not.toMatch(/\{\{|\}\}/);
    expect(page.html).not.toMatch(/>\s*(?:undefined|null|NaN|\[object \w+\])\s*</);
  });

  it('are in its language, or say that they are not', () => {
    if (page.lang === 'en') {
      expect(shown.filter(({ text }) => /[\u0600-\u06ff]/.test(text) && text !== 'اردو')).toEqual([]);
      return;
    }
    const left = shown.filter(({ text, marked }) => !marked && englishTexts.has(text) && saysTheSame(text, text, page.lang));
    expect(left.map(({ text }) => text)).toEqual([]);
  });
});

describe('every link', () => {
  const links = pages.flatMap(({ path, document: page }) => [...page.querySelectorAll('a')].map((link) => ({ path, link, href: link.getAttribute('href') ?? '' })));

  it('that calls, calls a published number', () => {
    const calls = links.filter(({ href }) => href.startsWith('tel:'));
    expect(calls.length).toBeGreaterThan(20);
    expect(calls.filter(({ href }) => !numbers.has(href.slice(4))).map(({ path, href }) => `${path} ${href}`)).toEqual([]);
  });

  it('that texts or writes, goes to a published number or address', () => {
    const addresses = new Set(contacts.flatMap((contact) => (contact.way === 'email' ? [contact.address] : [])));
    const wrong = links.filter(({ href }) => (href.startsWith('sms:') && !textNumbers.has(href.slice(4))) || (href.startsWith('mailto:') && !addresses.has(href.slice(7))));
    expect(wrong.map(({ path, href }) => `${path} ${href}`)).toEqual([]);
  });

  it('that leads outside is on the list, opens apart and says nothing of where it came from', () => {
    const outbound = new Set([...outboundUrls(published), ...forceUrls()]);
    const outside = links.filter(({ link, href }) => /^[a-z]+:\/\//.test(href) && !link.hasAttribute('data-exit'));
    expect(outside.length).toBeGreaterThan(20);
    expect(outside.filter(({ href }) => !outbound.has(href)).map(({ path, href }) => `${path} ${href}`)).toEqual([]);
    const careless = outside.filter(({ link }) => link.target !== '_blank' || !['noopener', 'noreferrer'].every((word) => link.rel.split(' ').includes(word)));
    expect(careless.map(({ path, href }) => `${path} ${href}`)).toEqual([]);
    const leaving = links.filter(({ link }) => link.hasAttribute('data-exit')).map(({ href }) => href);
    expect(leaving.filter((href) => !exits.some(({ url }) => url === href))).toEqual([]);
  });

  it('that leads inside leads to a page that is there', () => {
    const known = new Set(pages.map(({ path }) => path));
    const inside = links.filter(({ href }) => href.startsWith('/'));
    expect(inside.length).toBeGreaterThan(50);
    expect(inside.filter(({ href }) => !known.has(href)).map(({ path, href }) => `${path} ${href}`)).toEqual([]);
    const within = links.filter(({ href, link }) => href.startsWith('#') && link.ownerDocument.getElementById(href.slice(1)) === null);
    expect(within.map(({ path, href }) => `${path} ${href}`)).toEqual([]);
    expect(links.filter(({ href }) => !/^(?:\/|#|https:\/\/|tel:|sms:|mailto:)/.test(href)).map(({ path, href }) => `${path} ${href}`)).toEqual([]);
  });

  it('to the clock is nowhere: nobody meets the neutral page by chance', () => {
    expect(links.filter(({ href }) => href.includes('/clock')).map(({ path }) => path)).toEqual([]);
  });
});

describe('what is withheld', () => {
  const raw = directory.records.flatMap((record) => [...record.contacts, ...record.doubtful.flatMap(({ contact }) => (contact ? [contact] : []))]);
  const known = raw.flatMap((contact) => ((contact.way === 'call' || contact.way === 'text') && contact.number !== undefined ? [contact.number] : []));
  const shownNumbers = new Set([...numbers, ...textNumbers].map(nationalDigits));
  const withheld = [...new Set([...known, ...neverNumbers.map(({ value }) => value)].map(nationalDigits))].filter((digits) => digits.length > 6 && !shownNumbers.has(digits));

  it('is a fair number of telephone numbers', () => {
    expect(withheld.length).toBeGreaterThan(neverNumbers.length);
  });

  it('is in no file of the build, however it is written', () => {
    const found = texts.flatMap(({ path, text }) => {
      const runs = digitRuns(text);
      return withheld.filter((digits) => runs.includes(digits)).map((digits) => `${path}: ${digits}`);
    });
    expect(found).toEqual([]);
  });

  it('includes the notes of maintainers, and what is in doubt', () => {
    const notes = directory.records.flatMap(({ note, doubtful }) => [note, ...doubtful.map(({ why }) => why)]).filter((text) => text.length > 25);
    expect(notes.length).toBeGreaterThan(20);
    const found = texts.flatMap(({ path, text }) => notes.filter((note) => text.includes(note) || text.includes(JSON.stringify(note).slice(1, -1))).map((note) => `${path}: ${note}`));
    expect(found).toEqual([]);
  });

  it('includes hosts that are dead or taken, and the codeword that ended', () => {
    const hosts = neverHosts.map(({ value }) => value);
    const found = texts.flatMap(({ path, text }) => [...hosts.filter((host) => text.includes(host)), ...(/\bANI\b|[Aa]sk for [Aa]ni\b/.exec(text) ?? [])].map((what) => `${path}: ${what}`));
    expect(found).toEqual([]);
  });

  it('would be found: a published number is', () => {
    const [first = ''] = [...numbers].filter((number) => number.startsWith('+44'));
    expect(texts.some(({ text }) => digitRuns(text).includes(nationalDigits(first)))).toBe(true);
  });
});
