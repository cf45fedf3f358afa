/** Drafts of every shape, from a fixed seed: whatever a person may pick, type or leave out. */
import fc from 'fast-check';
import { answer, emptyDraft, setUnsure, type Draft, type Value } from '../../../../../src/features/clares-law/form/model/draft.ts';
import { fieldIds, fieldOf, type FieldId } from '../../../../../src/features/clares-law/form/model/fields.ts';
import { stepIds } from '../../../../../src/features/clares-law/form/model/step-list.ts';

export const seed = 20261125;
export const today = { day: 25, month: 11, year: 2026 };

/** Words of many scripts and shapes, right-to-left override signs and lines without end among them. */
export const anyWords = fc.oneof(
  fc.constantFrom('Anna', 'Łukasz Żółć', 'Оксана', 'فاطمہ', 'রহিমা বেগম', 'ਗੁਰਪ੍ਰੀਤ', 'தமிழ்செல்வி', '王小明', '!!! ??? …', '\u202eabc', 'a\nb\nc', '  ', '', 'O’Neill-Şahin', '—'),
  fc.string({ maxLength: 400 }),
  fc.array(fc.string({ maxLength: 20 }), { minLength: 50, maxLength: 50 }).map((lines) => lines.join('\n')),
);

const anyDate = fc.record({ day: fc.constantFrom('', '1', '29', '31', 'x'), month: fc.constantFrom('', '2', '12', '13'), year: fc.constantFrom('', '85', '1900', '1985', '3000'), about: fc.constantFrom('', '40') });

export function anyValue(id: FieldId): fc.Arbitrary<Value> {
  const { kind, options = [] } = fieldOf(id);
  if (kind === 'date') return anyDate;
  if (kind === 'many') return fc.subarray([...options]);
  if (kind === 'one') return fc.constantFrom(...options);
  if (kind === 'spoken') return fc.constantFrom('', 'en', 'pl', 'bn');
  return anyWords;
}

/** One thing done: a field filled, or "I don't know" to a question. */
const anyDeed = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...fieldIds).chain((id) => anyValue(id).map((value) => (draft: Draft) => answer(draft, id, value))) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...stepIds), fc.boolean()).map(([step, is]) => (draft: Draft) => setUnsure(draft, step, is)) },
);

export const anyDraft: fc.Arbitrary<Draft> = fc.array(anyDeed, { maxLength: 80 }).map((deeds) => deeds.reduce((draft, deed) => deed(draft), emptyDraft));
