import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, emptyDraft, isAnswered, setUnsure, wordsAt, type Draft } from '../../../../../src/features/clares-law/form/model/draft.ts';
import { fieldOf } from '../../../../../src/features/clares-law/form/model/fields.ts';
import { interpreterFor, paperOf, rowsOf, scriptOf, type Paper } from '../../../../../src/features/clares-law/form/model/paper.ts';
import { emptyDate } from '../../../../../src/features/clares-law/form/model/part-date.ts';
import { askedSteps, fieldsOf } from '../../../../../src/features/clares-law/form/model/steps.ts';
import { anyDraft, seed, today } from './any-draft.ts';

const rowsIn = (paper: Paper) => paper.parts.flatMap(({ rows }) => rows);
const paper = (draft: Draft): Paper => paperOf(draft, 'en', today);

describe('the paper', () => {
  it('holds every answer that was asked for, once, word for word', () => {
    fc.assert(fc.property(anyDraft, (draft) => {
      const rows = rowsIn(paper(draft));
      for (const field of askedSteps(draft).flatMap(fieldsOf)) {
        const found = rows.filter((row) => row.field === field && row.values.length > 0);
        expect(found).toHaveLength(isAnswered(draft, field) ? 1 : 0);
        const [value] = found[0]?.values ?? [];
        if (value?.is === 'words' && fieldOf(field).kind === 'page') expect(value.lines.join('\n')).toBe(wordsAt(draft, field).replace(/\r\n|[\r\u2028\u2029]/g, '\n'));
      }
    }), { seed, numRuns: 500 });
  });

  it('says "I do not know" where it was said, and nothing where a question was left blank', () => {
    const draft = setUnsure(answer(emptyDraft, 'yourName', 'Ewa'), 'your-address', true);
    expect(rowsIn(paper(draft)).map(({ field, values, isUnsure }) => [field, values.length, isUnsure])).toEqual([['yourName', 1, false], ['yourAddress', 0, true]]);
  });

  it('keeps words beside an "I do not know", as words somebody is not sure of', () => {
    const draft = setUnsure(answer(emptyDraft, 'yourAddress', 'near the station'), 'your-address', true);
    expect(rowsOf(draft, 'your-address', today)).toEqual([{ field: 'yourAddress', step: 'your-address', values: [{ is: 'words', lines: ['near the station'] }], isUnsure: true }]);
  });

  it('hands over a date that is none as it was typed, with the words beside it', () => {
    const draft = answer(emptyDraft, 'subjectBorn', { ...emptyDate, day: '31', month: '2', year: '1980', about: 'in winter' });
    expect(rowsOf(draft, 'subject-born', today)[0]?.values).toEqual([{ is: 'typed-date', text: '31 / 2 / 1980' }, { is: 'words', lines: ['in winter'] }]);
  });

  it('begins with danger and with how to get in touch, before anybody rings', () => {
    const full = [['why', 'w'], ['yourName', 'n'], ['times', 't'], ['danger', 'yes'], ['spoken', 'pl']] as const;
    const made = paper(full.reduce((draft, [id, value]) => answer(draft, id, value), emptyDraft));
    expect(made.parts.map(({ section }) => section)).toEqual(['danger', 'contact', 'language', 'you', 'worry']);
    expect([made.isDanger, made.interpreter]).toEqual([true, 'pl']);
  });
});

describe('the line that asks for an interpreter', () => {
  const drafts: readonly (readonly [string, Record<string, string>, string, string | null])[] = [
    ['nothing was said, read in English', {}, 'en', null],
    ['nothing was said, read in Polish', {}, 'pl', 'pl'],
    ['Bengali was picked', { spoken: 'bn' }, 'en', 'bn'],
    ['English was picked, read in Polish', { spoken: 'en' }, 'pl', null],
    ['no interpreter is wanted', { spoken: 'bn', interpreter: 'no' }, 'ur', null],
    ['one is wanted, and nobody knows for what', { interpreter: 'yes' }, 'en', ''],
    ['the language is told in words', { spokenOther: 'Sylheti' }, 'pl', ''],
  ];

  it.each(drafts)('is right when %s', (_, answers, readIn, wanted) => {
    const draft = Object.entries(answers).reduce((made, [id, value]) => answer(made, id as 'spoken', value), emptyDraft);
    expect(interpreterFor(draft, readIn)).toBe(wanted);
  });
});

describe('what to say on the telephone', () => {
  it('is short, asks for an interpreter early, and ends with the answers at hand', () => {
    const draft = answer(answer(answer(emptyDraft, 'for', 'other'), 'subjectName', 'Jan\nNowak'), 'codeWord', 'blue');
    expect(scriptOf(draft, 'pl').map(({ line }) => line)).toEqual(['hello', 'interpreter', 'other', 'name', 'contact', 'code', 'ready']);
    expect(scriptOf(emptyDraft, 'en').map(({ line }) => line)).toEqual(['hello', 'me', 'contact', 'ready']);
    expect(scriptOf(answer(emptyDraft, 'danger', 'yes'), 'en').map(({ line }) => line)).toContain('danger');
  });
});
