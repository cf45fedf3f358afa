import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '#content/clares-law';
import { languages } from '#i18n/languages';
import { groundOf, isSteps, isUrgent, pointsOf, sectionIds } from '../../../../../src/features/clares-law/guide/model/sections.ts';

type Words = Record<string, Record<string, string>>;

const wordsOf = (lang: string): Words => JSON.parse(readFileSync(`locales/${lang}/ask.json`, 'utf8')) as Words;
const english = wordsOf('en');
const points = sectionIds.flatMap((id) => pointsOf(id));

function say(key: string): string {
  const [id = '', point = ''] = key.split('.');
  return english[id]?.[point] ?? '';
}

describe('the explanation', () => {
  it('says every sentence of its table, and none that is not in it', () => {
    for (const id of sectionIds) {
      expect(pointsOf(id).map((key) => key.slice(id.length + 1)), id).toEqual(Object.keys(english[id] ?? {}).filter((key) => key !== 'title'));
    }
    expect(points.length).toBeGreaterThan(50);
  });

  it('names the rule behind each sentence about law or the police, and uses every rule', () => {
    const named = points.map(groundOf).filter((ground) => ground !== 'advice' && ground !== 'own');
    expect(named.filter((ground) => !(ground in rules))).toEqual([]);
    expect(new Set(named)).toEqual(new Set(Object.keys(rules)));
  });

  it('states nothing that the police do as mere advice', () => {
    const claims = points.filter((key) => /\b(?:the police (?:tell|decide|learn|do not tell)|they (?:tell it|tell the person|make|ask who|ask other|may want|are expected))/i.test(say(key)));
    expect(claims.length).toBeGreaterThan(10);
    expect(claims.filter((key) => ['advice', 'own'].includes(groundOf(key)))).toEqual([]);
  });

  it('says so where it rests on weak sources, in the sentence itself', () => {
    const weak = points.filter((key) => {
      const ground = groundOf(key);
      return ground !== 'advice' && ground !== 'own' && rules[ground].confidence === 'low';
    });
    expect(weak).toEqual(['find.asked', 'find.answer']);
    for (const key of weak) expect(say(key)).toMatch(/^We read/);
    expect(say('find.answer')).toMatch(/Ask the police/);
  });

  it('marks every sentence that names the emergency number, so that its English can be shown', () => {
    expect(points.filter(isUrgent)).toEqual(points.filter((key) => say(key).includes('{{emergency}}')));
    expect(points.filter(isUrgent).length).toBeGreaterThan(0);
  });

  it('numbers the steps and nothing else', () => {
    expect(sectionIds.filter(isSteps)).toEqual(['steps']);
  });

  it.each(languages.map(({ code }) => code))('has no figure typed into the words in "%s": they come from the data', (lang) => {
    const all = JSON.stringify(wordsOf(lang));
    expect(all).toMatch(/\{\{days\}\}/);
    expect(all.match(/\p{Nd}+/gu)).toBeNull();
  });

  it('never says that silence means safety, or that nobody will know', () => {
    expect(say('nothing.record')).toMatch(/does not mean that there is no danger/);
    expect(say('told.friend')).toMatch(/told nothing/);
    expect(JSON.stringify(english)).not.toMatch(/\bguarantee|\bconfidential|\bwill (?:not|never) (?:know|find out)/i);
  });
});
