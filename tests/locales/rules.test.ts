import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { keysWanted, localeFaults, localesPlugin } from '../../tools/check-locales.ts';
import { faultsInText, placeholdersIn, saysTheSame, skipsThePrompt } from '../../tools/text-rules.ts';

type File = Readonly<Record<string, unknown>>;

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const english: File = { title: 'Find help', call: 'Call {{number}}', count_one: '{{count}} service', count_other: '{{count}} services' };

/** A faultless small translation for every language there is. */
function translated(lang: string): File {
  const counts = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.map((form) => [`count_${form}`, `{{count}} ${lang} ${form}`]);
  return { title: `tytuł ${lang}`, call: `{{number}} ${lang}`, ...Object.fromEntries(counts) as File };
}

/** Writes small languages to a folder; `changes` overrides single files, null leaves one out. */
function folderWith(changes: Readonly<Record<string, File | string | null>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  folders.push(folder);
  const files: Record<string, File | string | null> = {};
  for (const { code } of languages) files[`${code}/find.json`] = code === 'en' ? english : translated(code);
  for (const [name, content] of Object.entries({ ...files, ...changes })) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

describe('the rules for a whole language', () => {
  it('find nothing wrong with a faultless one', () => {
    expect(localeFaults(folderWith())).toEqual([]);
  });

  it.each<[string, Record<string, File | string | null>, string]>([
    ['a file is missing', { 'pl/find.json': null }, 'pl/find.json: missing'],
    ['a file is too many', { 'ur/other.json': { a: 'x' } }, 'ur/other.json: is not a file of English'],
    ['a language nobody listed', { 'xx/find.json': english }, 'xx: is not in src/i18n/languages.ts'],
    ['a file that cannot be read', { 'pl/find.json': '{' }, 'pl/find.json: cannot be read'],
    ['a value that is no text', { 'pl/find.json': { ...translated('pl'), title: 3 } }, 'pl/find.json: title: is not a text'],
    ['a missing key', { 'pl/find.json': { ...translated('pl'), title: undefined } }, 'pl/find.json: title: missing'],
    ['an extra key', { 'pl/find.json': { ...translated('pl'), more: 'x' } }, 'pl/find.json: more: not a key of English'],
    ['a plural form too few', { 'pl/find.json': { ...translated('pl'), count_many: undefined } }, 'pl/find.json: count_many: missing'],
    ['a plural form too many', { 'ur/find.json': { ...translated('ur'), count_few: '{{count}} x' } }, 'ur/find.json: count_few: not a key of English'],
    ['a placeholder lost', { 'ur/find.json': { ...translated('ur'), call: 'کال' } }, 'ur/find.json: call: placeholders are {}, English has {number}'],
    ['a placeholder renamed', { 'pl/find.json': { ...translated('pl'), call: 'x {{numer}}' } }, 'English has {number}'],
    ['English left standing', { 'pl/find.json': { ...translated('pl'), title: 'Find help' } }, 'pl/find.json: title: not translated'],
    ['a number typed in', { 'ur/find.json': { ...translated('ur'), title: 'x 0808 1689111' } }, 'has a telephone number'],
  ])('find %s', (_, changes, fault) => {
    expect(localeFaults(folderWith(changes)).join('\n')).toContain(fault);
  });

  it('ask for the plural forms each language has', () => {
    const words = new Map([['a', ''], ['n_one', ''], ['n_other', '']]);
    expect([...keysWanted(words, 'pl')].sort()).toEqual(['a', 'n_few', 'n_many', 'n_one', 'n_other']);
    expect([...keysWanted(words, 'ur')].sort()).toEqual(['a', 'n_one', 'n_other']);
  });

  it('stop the build and list every fault', () => {
    const { buildStart } = localesPlugin(folderWith({ 'pl/find.json': null, 'ur/find.json': null }));
    const error = vi.fn();
    if (typeof buildStart !== 'function') throw new Error('the plugin does nothing when a build starts');
    void Reflect.apply(buildStart, { error }, []);
    expect(error).toHaveBeenCalledExactlyOnceWith('2 faults in locales:\n  pl/find.json: missing\n  ur/find.json: missing');
  });
});

describe('the rules for one text', () => {
  it.each([
    ['', 'is empty'],
    [' Call', 'white space'],
    ['Call <b>now</b>', 'markup'],
    ['Fish &amp; chips', 'markup'],
    ['See [this](x)', 'markup'],
    ['See www.example', 'address of the web'],
    ['See kent.police.uk', 'address of the web'],
    ['See https://x', 'address of the web'],
    ['Call 999', 'telephone number'],
    ['Call 0808 168 9111', 'telephone number'],
    ['Call ۹۹۹', 'telephone number'],
    ['Text 85258', 'telephone number'],
    ['Press 55', 'silent solution'],
    ['۵ minut', 'digits other than 0 to 9'],
    ['Call {{number', 'not closed'],
    ['Ask for ANI in a chemist', 'must never be said'],
    ['Call {{emergency}}, then press {{key}}.', 'names the key before'],
    ['This app is untraceable.', 'promises'],
    ['Your visit cannot be traced.', 'promises'],
    ['This leaves no trace.', 'promises'],
    ['Everything is erased.', 'promises'],
    ['It works 100% of the time.', 'promises'],
    ['It is completely safe.', 'promises'],
    ['You are safe here.', 'promises'],
    ['Nobody can see that you read it.', 'promises'],
    ['Help is guaranteed.', 'promises'],
    ['You must leave today.', 'promises'],
    ['You should leave him.', 'promises'],
    ['Why don’t you go?', 'promises'],
    ["Why don't you go?", 'promises'],
    ['Why do you stay?', 'promises'],
  ])('refuse "%s"', (text, what) => {
    expect(faultsInText(text, 'en').join()).toContain(what);
  });

  it.each([
    'Call {{emergency}}. Wait until the message asks you to press {{key}}.',
    'Do this when you are safe.',
    'It takes 5 to 20 minutes, 24 hours a day.',
    'Leave this page',
    'It cannot remove this visit from the browser’s history.',
  ])('have nothing against "%s"', (text) => {
    expect(faultsInText(text, 'en')).toEqual([]);
  });

  it('never let the number and the key stand in one text outside English', () => {
    const text = 'Zadzwoń {{emergency}}. Gdy komunikat poprosi, naciśnij {{key}}.';
    expect([skipsThePrompt(text, 'pl'), skipsThePrompt('{{emergency}}', 'pl')]).toEqual([true, false]);
  });

  it('read placeholders whatever the spacing, each once', () => {
    expect(placeholdersIn('{{b}} {{ a }} {{b}}')).toEqual(['a', 'b']);
  });

  it('know a word that is the same in both languages, and that only', () => {
    expect([saysTheSame('Sydney', 'Sydney', 'pl'), saysTheSame('Sydney', 'Sydney', 'ur')]).toEqual([false, true]);
    expect([saysTheSame('{{first}}, {{last}}', '{{first}}, {{last}}', 'pl'), saysTheSame('Back', 'Back', 'pl')]).toEqual([false, true]);
  });
});
