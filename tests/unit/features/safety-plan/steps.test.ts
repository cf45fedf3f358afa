import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needIds, peopleIds } from '#content/service';
import { bagSections, ideaOf, ideasOf, isIdea, sectionIds, situations, type IdeaId } from '#content/ideas';
import { asideOf, ideasLeft, pickedIn, sectionsFor, stepsIn } from '#features/safety-plan/model/steps.ts';
import { entry } from './entries.ts';

const root = join(import.meta.dirname, '../../../..');
const english = JSON.parse(readFileSync(join(root, 'locales/en/steps.json'), 'utf8')) as { section: Record<string, string>; idea: Record<string, Record<string, string>> };
const nothing = pickedIn({});

describe('the ideas', () => {
  it('each have words, and no words are without an idea', () => {
    expect(Object.fromEntries(sectionIds.map((id) => [id, ideasOf(id).map((one) => one.split('.')[1])]))).toEqual(Object.fromEntries(Object.entries(english.idea).map(([id, of]) => [id, Object.keys(of)])));
    expect(sectionIds.filter((id) => english.section[id] === undefined)).toEqual([]);
  });

  it('offer every situation a person can pick something to think of', () => {
    expect(situations.filter((one) => ideasOf(one).length < 5)).toEqual([]);
  });

  it('show the English under every one that names the emergency number or says what cannot wait, and under no other', () => {
    const all = sectionIds.flatMap(ideasOf);
    const named = all.filter((id) => (english.idea[id.split('.')[0] ?? '']?.[id.split('.')[1] ?? ''] ?? '').includes('{{emergency}}'));
    const cannotWait = ['now.hurt', 'pregnant.hurt', 'visa.police'];
    expect(all.filter((id) => ideaOf(id).isEmergency)).toEqual(all.filter((id) => named.includes(id) || cannotWait.includes(id)));
    expect(named.length).toBeGreaterThan(2);
  });

  it('ask the finder only for what it knows', () => {
    for (const id of sectionIds.flatMap(ideasOf)) {
      const { need, people } = ideaOf(id);
      if (need) expect(needIds).toContain(need);
      if (people) expect(peopleIds).toContain(people);
    }
  });

  it('are told from anything else', () => {
    expect([isIdea('pets.foster'), isIdea('pets.'), isIdea('toString'), isIdea(3), isIdea(null)]).toEqual([true, false, false, false, false]);
  });
});

describe('a step', () => {
  it('reads in the language of the screen until it is changed', () => {
    const [taken, own] = stepsIn([entry({ step: { of: 'pets', idea: 'pets.foster' } }), entry({ step: { of: 'pets' } }, { text: 'ask Nan' })]);
    expect(taken).toMatchObject({ of: 'pets', idea: 'pets.foster', words: '' });
    expect(own).toMatchObject({ of: 'pets', idea: null, words: 'ask Nan' });
  });

  it('of a section or an idea nobody knows keeps its words, and stands with what is always there', () => {
    expect(stepsIn([entry({ step: { of: 'later-section', idea: 'x.y', done: 'yes' } }, { text: 'kept' })])).toMatchObject([{ of: 'now', idea: null, words: 'kept', isDone: false }]);
  });

  it('is restored from anything at all without a crash', () => {
    fc.assert(fc.property(fc.array(fc.record({ step: fc.anything(), log: fc.anything() }, { requiredKeys: [] })), (all) => {
      const steps = stepsIn(all.map((rest) => entry(rest)));
      expect(steps).toHaveLength(all.filter((rest) => 'step' in rest).length);
    }));
  });

  it('is no other kind of entry', () => {
    expect(stepsIn([entry({}, { text: 'a note' }), entry({ log: {} })])).toEqual([]);
  });
});

describe('what a person picked', () => {
  it('is restored in the order it is asked, without what is not known', () => {
    expect(pickedIn({ situations: ['pets', 'x', 'children', 3], for: ['me'], aside: ['pets.vet', 'nothing'] })).toEqual({ situations: ['children', 'pets'], isForFriend: false, aside: ['pets.vet'], hasBegun: true });
    expect(pickedIn({ situations: 'pets', for: null })).toEqual({ situations: [], isForFriend: false, aside: [], hasBegun: false });
  });

  it('of two plans put together, one of them for the person themselves, is theirs', () => {
    expect(pickedIn({ for: ['friend', 'me'] }).isForFriend).toBe(false);
    expect(pickedIn({ for: ['friend'] }).isForFriend).toBe(true);
  });

  it('decides what is shown: what is always there, what was picked, and whatever holds a step', () => {
    expect(sectionsFor(nothing, [])).toEqual(['now']);
    const steps = stepsIn([entry({ step: { of: 'money' } }, { text: 'x' })]);
    expect(sectionsFor(pickedIn({ situations: ['pets'] }), steps)).toEqual(['now', 'pets', 'money']);
    expect(sectionsFor(pickedIn({ for: ['friend'], situations: ['pets'] }), [])).toEqual(['friend', 'now', 'pets']);
  });
});

describe('the ideas left', () => {
  it('are neither taken nor put aside, and come back when they are let go', () => {
    const taken = [entry({ step: { of: 'pets', idea: 'pets.foster' } })];
    const picked = pickedIn({ aside: ['pets.vet'] });
    expect(ideasLeft('pets', picked, stepsIn(taken))).toEqual(['pets.friend', 'pets.proof', 'pets.pack']);
    expect(asideOf('pets', picked)).toEqual(['pets.vet']);
    expect(ideasLeft('pets', nothing, [])).toEqual(ideasOf('pets'));
  });

  it('of the bag fit the life that was picked', () => {
    const bag = (picked: Parameters<typeof ideasLeft>[1]): readonly IdeaId[] => bagSections.flatMap((section) => ideasLeft(section, picked, []));
    expect(bag(nothing)).not.toContain('bag.toys');
    expect(bag(pickedIn({ situations: ['children', 'pets', 'visa'] }))).toEqual(expect.arrayContaining(['bag.toys', 'bag.petThings', 'docs.visa', 'docs.pet']));
  });
});
