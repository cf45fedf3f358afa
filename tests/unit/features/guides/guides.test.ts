import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allServices } from '#content/directory';
import { helplineById } from '#content/helplines';
import { sectionIds } from '#content/ideas';
import { lawCheckedOn, lawRules } from '#content/law';
import { pack } from '#content/pack';
import { sourcesOf, type Rule } from '#content/rule';
import { guideIds, guideRoutes, pathTo, readPath } from '#content/routes';
import { languages } from '#i18n/languages';
import { groundOf, guideOf, ideaSectionsOf, pointsOf } from '../../../../src/features/guides/model/guides.ts';

type Words = Record<string, Record<string, string>>;

const wordsOf = (lang: string): Words => JSON.parse(readFileSync(`locales/${lang}/guides.json`, 'utf8')) as Words;
const english = wordsOf('en');
const points = guideIds.flatMap((id) => [...pointsOf(id, 'advice'), ...pointsOf(id, 'rule')]);

function say(key: string): string {
  const [id = '', point = ''] = key.split('.');
  return english[id]?.[point] ?? '';
}

/** Every figure that is left open in the words, and the one rule that gives it. */
const figures = { age: 'definition', boys: 'refugeLimits', months: 'concession', concession: 'concession', limit: 'chargeLimit' } as const;

describe('the guides', () => {
  it('say every sentence of their table, and none that is not in it', () => {
    for (const id of guideIds) {
      const said = Object.keys(english[id] ?? {}).filter((key) => !['title', 'text', 'lead'].includes(key));
      expect([...pointsOf(id, 'advice'), ...pointsOf(id, 'rule')].map((key) => key.slice(id.length + 1)).sort(), id).toEqual(said.sort());
    }
    expect(points.length).toBeGreaterThan(60);
  });

  it('name a rule with sources behind each sentence about law or services, and use every rule', () => {
    const named = points.map(groundOf).filter((ground) => ground !== 'advice');
    expect(named.filter((ground) => !(ground in lawRules))).toEqual([]);
    expect(new Set(named)).toEqual(new Set(Object.keys(lawRules)));
    for (const rule of Object.values<Rule>(lawRules)) expect(rule.sources.length).toBeGreaterThan(0);
    expect(sourcesOf(lawRules).every(({ ref }) => ref.length > 20)).toBe(true);
    expect(lawCheckedOn).toBe(pack.reviewedOn);
  });

  it('state nothing about law, courts, councils or money from others as mere advice', () => {
    const claims = points.filter((key) => /\b(?:crime|in law|the law|court can|the council (?:must|should)|the police (?:can tell|can ask)|legal aid|can ask for \{\{)/i.test(say(key)));
    expect(claims.length).toBeGreaterThan(12);
    expect(claims.filter((key) => groundOf(key) === 'advice')).toEqual([]);
  });

  it('leave every figure open for the data, each beside its own rule, in every language', () => {
    for (const key of points) {
      for (const [, name = ''] of say(key).matchAll(/\{\{(\w+)\}\}/g)) expect(figures[name as keyof typeof figures], `${key}: ${name}`).toBe(groundOf(key));
    }
    for (const { code } of languages) expect(JSON.stringify(wordsOf(code)).match(/\p{Nd}+/gu), code).toBeNull();
  });

  it('promise no money, no room and no outcome, order nothing and name no emergency number', () => {
    const all = JSON.stringify(english);
    expect(all).not.toMatch(/\bguarantee|\bwill (?:get|be given|protect|win)\b|you (?:must|should|have to) (?:leave|go|report|call)\b|\{\{emergency\}\}/i);
    for (const key of ['moving.fund', 'money.fund'] as const) expect(say(key)).toMatch(/There may be none right now\.$/);
    expect(say('moving.council')).toMatch(/not yet a promise of a home/);
  });

  it('show the ideas of each section of a plan once', () => {
    expect(guideIds.flatMap((id) => ideaSectionsOf(id)).sort()).toEqual([...sectionIds].sort());
  });

  it('lead to services that are there, to a line that answers day and night, and never to themselves', () => {
    for (const id of guideIds) {
      const { needs, people = [], lines = ['victim-support-24'] as const, more } = guideOf(id);
      expect(needs.length + people.length, id).toBeGreaterThan(0);
      for (const need of needs) expect(allServices().some((service) => service.needs.includes(need)), `${id}: ${need}`).toBe(true);
      expect(allServices().some((service) => service.needs.some((need) => (needs as readonly string[]).includes(need)) && (people.length === 0 || service.people.some((one) => people.includes(one)))), id).toBe(true);
      for (const line of lines) {
        const service = helplineById(line);
        expect(service?.hours.kind, `${id}: ${line}`).toBe('always');
        expect(service?.contacts.some(({ way }) => way === 'call')).toBe(true);
      }
      expect(more.length, id).toBeGreaterThan(0);
      expect(more).not.toContain(`read/${id}`);
    }
  });

  it('have addresses of one plain word that give nothing away', () => {
    for (const route of guideRoutes) {
      expect(readPath(pathTo('ur', route))).toEqual({ lang: 'ur', route });
      expect(route).toMatch(/^read\/[a-z]{2,8}$/);
      expect(route).not.toMatch(/abuse|violen|victim|refuge|leav|escape|safe|police|danger|harm|hurt/);
    }
    expect(readPath('/en/read/nothing/').route).toBe('lost');
    expect(readPath('/en/read').route).toBe('read');
  });
});
