import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules, rulesCheckedOn } from '#content/clares-law';
import { forceById, forceList, forceUrls, otherForces } from '#content/forces';
import { ForcesError, parseForces } from '#content/forces-schema';
import { pack } from '#content/pack';
import { sourcesOf, type Rule } from '#content/rule';
import { checkedDay, type Json } from './records.ts';

interface File extends Json {
  forces: Json[];
}

function realFile(): File {
  return JSON.parse(readFileSync('src/content/forces.json', 'utf8')) as File;
}

/** The faults of the real file once it is changed; empty when it still passes. */
function faultsAfter(change: (file: File) => void, today = checkedDay): readonly string[] {
  const file = realFile();
  change(file);
  try {
    parseForces(file, today);
    return [];
  } catch (error) {
    if (error instanceof ForcesError) return error.faults;
    throw error;
  }
}

const one = (file: File, id: string): Json => file.forces.find((force) => force['id'] === id) ?? {};

describe('the police forces', () => {
  test('are all 43 of England and Wales, Police Scotland and the Police Service of Northern Ireland', () => {
    const { forces } = forceList();
    expect(forces.filter(({ nation }) => nation === 'england' || nation === 'wales')).toHaveLength(43);
    expect(forces.filter(({ nation }) => nation === 'scotland').map(({ name }) => name)).toEqual(['Police Scotland']);
    expect(forces.filter(({ nation }) => nation === 'northern-ireland').map(({ name }) => name)).toEqual(['Police Service of Northern Ireland']);
    expect(otherForces()).toHaveLength(42);
    expect(otherForces().map(({ id }) => id)).not.toContain('kent');
  });

  test('of Scotland and Northern Ireland name their own schemes, not Clare’s Law', () => {
    expect(forceById('police-scotland')?.scheme).toBe('Disclosure Scheme for Domestic Abuse Scotland (DSDAS)');
    expect(forceById('psni')?.scheme).toBe('Domestic Violence and Abuse Disclosure Scheme (DVADS)');
  });

  test('lead only to pages of the police, and to the finder where an address is in doubt', () => {
    expect(forceById('south-yorkshire')?.page).toEqual(forceList().finder);
    expect(forceById('kent')?.page).toEqual({ url: 'https://www.kent.police.uk/', site: 'kent.police.uk' });
    expect(forceUrls()).toHaveLength(45);
    expect(forceUrls().filter((url) => !/^https:\/\/www\.(?:[a-z-]+\.)?police\.uk\//.test(url))).toEqual([]);
  });

  test('carry nothing that is meant for maintainers', () => {
    expect(JSON.stringify(forceList())).not.toMatch(/note|confidence|seen written/);
    expect(forceById('nowhere')).toBeNull();
  });
});

describe('the build stops', () => {
  test('not for the file as it is', () => {
    expect(faultsAfter(() => undefined)).toEqual([]);
  });

  test.each<readonly [string, (file: File) => void, RegExp]>([
    ['when a force of England is gone', (file) => void file.forces.splice(3, 1), /england has 38 forces, not 39/],
    ['when Kent is gone', (file) => { one(file, 'kent')['id'] = 'cant'; }, /kent is missing/],
    ['when a force is there twice', (file) => { one(file, 'essex')['id'] = 'dorset'; }, /dorset is there twice/],
    ['when two forces have one name', (file) => { one(file, 'essex')['name'] = 'Dorset Police'; }, /Dorset Police is there twice/],
    ['when a link leads to anyone but the police', (file) => { one(file, 'essex')['url'] = 'https://essex-police.uk/'; }, /not a page of the police/],
    ['when a link is not secured', (file) => { one(file, 'essex')['url'] = 'http://www.essex.police.uk/'; }, /forces\.\d+\.url: not https/],
    ['when the finder leads elsewhere', (file) => { file['finder'] = 'https://example.org/police.uk'; }, /not a page of the police/],
    ['when a scheme has no name', (file) => { one(file, 'psni')['scheme'] = ' '; }, /scheme: empty text/],
    ['when it has a field nobody thought of', (file) => { one(file, 'essex')['phone'] = '1'; }, /phone/],
    ['when it has no source', (file) => { file['sources'] = []; }, /no source/],
  ])('%s', (_, change, fault) => {
    expect(faultsAfter(change).join('\n')).toMatch(fault);
  });

  test('when the addresses were read too long ago, or not yet', () => {
    expect(faultsAfter(() => undefined, new Date('2028-01-01')).join()).toMatch(/more than 400 days ago/);
    expect(faultsAfter(() => undefined, new Date('2026-11-21')).join()).toMatch(/in the future/);
  });
});

describe('the rules of Clare’s Law', () => {
  test('each have a source, and a day they were last read', () => {
    for (const rule of Object.values<Rule>(rules)) expect(rule.sources.length).toBeGreaterThan(0);
    expect(rulesCheckedOn).toBe(pack.reviewedOn);
    for (const { ref } of sourcesOf(rules)) expect(ref.length).toBeGreaterThan(20);
  });

  test('list each source once', () => {
    const refs = sourcesOf(rules).map(({ ref }) => ref);
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs.length).toBeGreaterThan(10);
  });
});
