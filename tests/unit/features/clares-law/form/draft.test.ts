import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, choiceAt, choicesAt, dateAt, emptyDraft, isAnswered, isBegun, parseDraft, setUnsure, wordsAt, writeDraft } from '../../../../../src/features/clares-law/form/model/draft.ts';
import { fieldIds } from '../../../../../src/features/clares-law/form/model/fields.ts';
import { paperOf } from '../../../../../src/features/clares-law/form/model/paper.ts';
import { stepIds } from '../../../../../src/features/clares-law/form/model/step-list.ts';
import { askedSteps } from '../../../../../src/features/clares-law/form/model/steps.ts';
import { anyDraft, seed, today } from './any-draft.ts';

/** What a device gives back: through text, as the plan is kept. */
const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a kept draft', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(anyDraft, (draft) => {
      expect(parseDraft(throughText(writeDraft(draft)))).toEqual(draft);
    }), { seed, numRuns: 500 });
  });

  it('opens whatever it holds, and can be gone on with', () => {
    fc.assert(fc.property(fc.jsonValue(), (found) => {
      const draft = parseDraft(found);
      expect(askedSteps(draft).length).toBeGreaterThan(20);
      expect(paperOf(answer(draft, 'yourName', 'Ewa'), 'pl', today).parts.length).toBeGreaterThan(0);
    }), { seed, numRuns: 1_000 });
  });

  it('opens with any JSON in place of any answer', () => {
    fc.assert(fc.property(fc.constantFrom(...fieldIds), fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (id, value, unsure, at) => {
      const draft = parseDraft({ version: 1, at, unsure, answers: { [id]: value } });
      expect(askedSteps(draft).length).toBeGreaterThan(20);
      paperOf(draft, 'en', today);
      const again = writeDraft(draft) as { answers: Record<string, unknown> };
      // Words where a date belongs become words of the date; everything else is written back as it was.
      if (typeof value !== 'string') expect(again.answers[id]).toEqual(throughText(typeof value === 'object' && value !== null && !Array.isArray(value) && draft.answers[id] ? { ...dateAt(draft, id) } : value));
    }), { seed, numRuns: 1_000 });
  });

  it('of a later version keeps what this one does not know', () => {
    const later = { version: 7, colour: 'green', at: 'yourFavourite', unsure: ['for', 'later-question'], answers: { yourName: 'Ewa', laterField: { a: 1 }, ways: ['call', 'pigeon'], live: 'on-mondays' } };
    const draft = parseDraft(later);
    expect([wordsAt(draft, 'yourName'), choicesAt(draft, 'ways'), choiceAt(draft, 'live'), draft.at, draft.unsure]).toEqual(['Ewa', ['call'], null, 'start', ['for']]);
    expect(writeDraft(draft)).toEqual({ ...later, at: 'start' });
  });

  it('of an earlier shape opens with what it has: no place, no doubts, a date in words', () => {
    const draft = parseDraft({ answers: { yourName: 'Ewa', subjectBorn: 'about 40' } });
    expect([draft.at, draft.unsure, wordsAt(draft, 'yourName'), dateAt(draft, 'subjectBorn').about]).toEqual(['start', [], 'Ewa', 'about 40']);
    expect(parseDraft(undefined)).toEqual(emptyDraft);
  });

  it('is not taken in by names that every object has', () => {
    const draft = parseDraft(JSON.parse('{"__proto__":{"at":"check"},"answers":{"__proto__":{"yourName":"x"},"constructor":"y","yourBorn":{"toString":"z"}},"unsure":["__proto__","toString"]}'));
    expect([draft.at, wordsAt(draft, 'yourName'), draft.unsure, isAnswered(draft, 'yourBorn')]).toEqual(['start', '', [], false]);
  });
});

describe('a draft', () => {
  it('is begun by one answer or one "I do not know", and not by blanks', () => {
    expect([isBegun(emptyDraft), isBegun(answer(emptyDraft, 'why', '  \n ')), isBegun(answer(emptyDraft, 'ways', []))]).toEqual([false, false, false]);
    expect([isBegun(answer(emptyDraft, 'why', '!')), isBegun(setUnsure(emptyDraft, 'why', true))]).toEqual([true, true]);
  });

  it('keeps words of any script, length and shape as they were typed', () => {
    const shapes = ['x'.repeat(400), Array.from({ length: 50 }, (_, at) => `Line ${at}`).join('\n'), '\u202eevil\u202c', '!?#', 'ঢাকা', '\u0000', ' spaced '];
    for (const words of shapes) expect(wordsAt(parseDraft(throughText(writeDraft(answer(emptyDraft, 'yourAddress', words)))), 'yourAddress')).toBe(words);
  });

  it('can be unsure of each question, once', () => {
    const all = stepIds.reduce((draft, step) => setUnsure(setUnsure(draft, step, true), step, true), emptyDraft);
    expect(all.unsure).toEqual(stepIds);
    expect(stepIds.reduce((draft, step) => setUnsure(draft, step, false), all).unsure).toEqual([]);
  });
});
