import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, emptyDraft, setUnsure, type Draft } from '../../../../../src/features/clares-law/form/model/draft.ts';
import { fieldIds } from '../../../../../src/features/clares-law/form/model/fields.ts';
import { paperOf } from '../../../../../src/features/clares-law/form/model/paper.ts';
import { stepIds, stepList, type StepId } from '../../../../../src/features/clares-law/form/model/step-list.ts';
import { askedBySection, askedSteps, fieldsOf, isAsked, stepAfter, stepBefore } from '../../../../../src/features/clares-law/form/model/steps.ts';
import { anyDraft, anyValue, seed, today } from './any-draft.ts';

/** The questions met from the first page to the list of answers, pressing Next. */
function walk(draft: Draft): StepId[] {
  const met: StepId[] = [];
  for (let at: StepId | 'start' | 'check' = stepAfter(draft, 'start'); at !== 'check'; at = stepAfter(draft, at)) {
    met.push(at);
    if (met.length > stepIds.length) throw new Error(`goes round in circles at ${at}`);
  }
  return met;
}

const answers = (...pairs: readonly (readonly [Parameters<typeof answer>[1], Parameters<typeof answer>[2]])[]): Draft => pairs.reduce((draft, [id, value]) => answer(draft, id, value), emptyDraft);

describe('the table of questions', () => {
  it('has every field on one page, and no page without a field', () => {
    expect(stepList.flatMap(({ fields }) => fields).sort()).toEqual([...fieldIds].sort());
    expect(stepList.filter(({ fields }: { readonly fields: readonly string[] }) => fields.length === 0)).toEqual([]);
    expect(new Set(stepIds).size).toBe(stepIds.length);
  });

  it('keeps the questions of a part together', () => {
    const runs = stepList.map(({ section }) => section).filter((section, at, all) => section !== all[at - 1]);
    expect(runs).toEqual([...new Set(runs)]);
  });
});

describe('walking through', () => {
  it('ends at the list of answers from any answers, meeting each question that is asked once', () => {
    fc.assert(fc.property(anyDraft, (draft) => {
      expect(walk(draft)).toEqual(askedSteps(draft));
    }), { seed, numRuns: 500 });
  });

  it('reaches every question from some answers', () => {
    const met = new Set<StepId>();
    fc.assert(fc.property(anyDraft, (draft) => void walk(draft).forEach((step) => met.add(step))), { seed, numRuns: 500 });
    expect(stepIds.filter((step) => !met.has(step))).toEqual([]);
  });

  it('goes back the way it came', () => {
    fc.assert(fc.property(anyDraft, (draft) => {
      let before: StepId | 'start' = 'start';
      for (const step of walk(draft)) {
        expect(stepBefore(draft, step)).toBe(before);
        before = step;
      }
      expect(stepBefore(draft, 'check')).toBe(before);
    }), { seed, numRuns: 300 });
  });

  it('has a way on and a way back from a question that an answer has just made unneeded', () => {
    fc.assert(fc.property(anyDraft, fc.constantFrom(...stepIds), (draft, step) => {
      const [next, before] = [stepAfter(draft, step), stepBefore(draft, step)];
      expect(next === 'check' || (isAsked(draft, next) && stepIds.indexOf(next) > stepIds.indexOf(step))).toBe(true);
      expect(before === 'start' || (isAsked(draft, before) && stepIds.indexOf(before) < stepIds.indexOf(step))).toBe(true);
    }), { seed, numRuns: 500 });
  });

  it('goes on while answers change between one question and the next', () => {
    const change = fc.constantFrom(...fieldIds).chain((id) => anyValue(id).map((value) => [id, value] as const));
    fc.assert(fc.property(fc.array(change, { minLength: 60, maxLength: 60 }), (changes) => {
      let draft = emptyDraft;
      let at: StepId | 'start' | 'check' = 'start';
      for (const [id, value] of changes) {
        if (at === 'check') break;
        draft = answer(draft, id, value);
        at = stepAfter(draft, at);
      }
      expect(at).toBe('check');
    }), { seed, numRuns: 200 });
  });
});

describe('what is asked', () => {
  it('asks about the other person at risk only when it is for someone else', () => {
    expect(askedSteps(answers(['for', 'me']))).not.toContain('their-name');
    expect(askedSteps(answers(['for', 'other']))).toEqual(expect.arrayContaining(['link', 'their-name', 'their-born', 'their-address', 'they-know']));
    expect(askedSteps(answers(['for', 'with']))).toContain('helper');
  });

  it('asks how somebody looks when the name is missing or not sure', () => {
    expect(isAsked(emptyDraft, 'looks')).toBe(true);
    expect(isAsked(answers(['subjectName', 'Jan Nowak'], ['sure', 'yes']), 'looks')).toBe(false);
    expect(isAsked(answers(['subjectName', 'Jan Nowak'], ['sure', 'no']), 'looks')).toBe(true);
    expect(isAsked(setUnsure(answers(['subjectName', 'Jan Nowak']), 'subject-name', true), 'looks')).toBe(true);
  });

  it('asks for the number, the address or the place of the ways that are picked, and of no other', () => {
    const ways = ['phone', 'email', 'letter', 'place', 'through'] as const;
    const askedWith = (...picked: string[]): readonly string[] => ways.filter((step) => isAsked(answers(['ways', picked]), step));
    expect([askedWith(), askedWith('call'), askedWith('text'), askedWith('email', 'visit'), askedWith('letter', 'through')]).toEqual([[], ['phone'], ['phone'], ['email', 'place'], ['letter', 'through']]);
  });
});

describe('an answer that makes others unneeded', () => {
  it('keeps them, leaves them out of the paper, and brings them back when it is changed again', () => {
    const before = answers(['for', 'other'], ['theirName', 'Maria'], ['yourName', 'Ewa']);
    const shown = (draft: Draft): readonly string[] => paperOf(draft, 'en', today).parts.flatMap(({ rows }) => rows.map(({ field }) => field));
    const after = answer(before, 'for', 'me');
    expect(shown(before)).toContain('theirName');
    expect(shown(after)).not.toContain('theirName');
    expect(after.answers['theirName']).toBe('Maria');
    expect(shown(answer(after, 'for', 'other'))).toContain('theirName');
  });

  it('never loses a word, and never shows one that is not asked for', () => {
    fc.assert(fc.property(anyDraft, fc.constantFrom('me', 'other', 'with'), (draft, who) => {
      const changed = answer(draft, 'for', who);
      for (const id of fieldIds) if (id !== 'for') expect(changed.answers[id]).toBe(draft.answers[id]);
      const rows = paperOf(changed, 'en', today).parts.flatMap((part) => part.rows);
      expect(rows.filter(({ step }) => !isAsked(changed, step))).toEqual([]);
    }), { seed, numRuns: 300 });
  });
});

describe('the parts', () => {
  it('hold the asked questions in order and none twice', () => {
    fc.assert(fc.property(anyDraft, (draft) => {
      expect(askedBySection(draft).flatMap(({ steps }) => steps)).toEqual(askedSteps(draft));
      expect(askedSteps(draft).every((step) => fieldsOf(step).length > 0)).toBe(true);
    }), { seed, numRuns: 100 });
  });
});
