import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNote, bytesOf, changeNote, emptyPlan, inOrder, isBlank, mergePlans, parsePlan, planText, removeNote, type Plan } from '#features/vault/model/plan.ts';

const settings = { seed: 20261125, numRuns: 300 };

/** Names for new notes, one after another. */
function names(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}`;
  };
}

const day = '2026-11-25T17:00:00.000Z';
const words = fc.record({ title: fc.string({ unit: 'grapheme' }), text: fc.string({ unit: 'binary' }) });

function planOf(notes: readonly { readonly title: string; readonly text: string }[]): Plan {
  return notes.reduce((plan, note, at) => addNote(plan, `n${at}`, note, day), emptyPlan);
}

describe('a plan that was sealed', () => {
  it('opens as it was, whatever was written in it', () => {
    fc.assert(fc.property(fc.array(words, { maxLength: 8 }), (notes) => {
      const plan = planOf(notes);
      expect(parsePlan(planText(plan), names())).toEqual({ ...plan, rest: { version: 1 } });
    }), settings);
  });

  it('keeps what a later version wrote beside, in the plan and in each note', () => {
    const beside = fc.dictionary(fc.string().filter((key) => !['notes', 'version', 'id', 'title', 'text', 'order', 'changed'].includes(key)), fc.jsonValue());
    fc.assert(fc.property(beside, beside, (inPlan, inNote) => {
      const json = JSON.stringify({ ...inPlan, version: 3, notes: [{ ...inNote, id: 'a', title: 'b', text: 'c', order: 4, changed: day }] });
      const changed = changeNote(parsePlan(json, names()), 'a', { title: 'B', text: 'c' }, day);
      expect(JSON.parse(planText(changed))).toEqual(JSON.parse(JSON.stringify({ ...inPlan, version: 3, notes: [{ ...inNote, id: 'a', title: 'B', text: 'c', order: 5, changed: day }] })));
    }), settings);
  });

  it('is written after a change as one that was never written before', () => {
    fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), words, fc.nat(), (notes, change, which) => {
      const plan = planOf(notes);
      planText(plan);
      const changed = changeNote(plan, `n${which % notes.length}`, change, day);
      expect(planText(changed)).toBe(planText(structuredClone(changed)));
    }), settings);
  });

  it('carries along what it cannot read as a note, and writes it back', () => {
    const json = JSON.stringify({ version: 1, notes: [{ id: 'a', title: 'b', text: 'c' }, { kind: 'picture', cell: 3 }, 7, null, { title: ['x'], text: 'y' }] });
    const plan = parsePlan(json, names());
    expect(plan.notes.map(({ id }) => id)).toEqual(['a']);
    expect((JSON.parse(planText(plan)) as { notes: unknown[] }).notes.slice(1)).toEqual([{ kind: 'picture', cell: 3 }, 7, null, { title: ['x'], text: 'y' }]);
  });
});

describe('something else in place of a plan', () => {
  it('never stops it from opening', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const plan = parsePlan(text, names());
      expect(new Set(plan.notes.map(({ id }) => id)).size).toBe(plan.notes.length);
      expect(parsePlan(planText(plan), names()).notes).toEqual(plan.notes);
    }), settings);
  });

  it.each(['not a plan at all', '[1,2', '"text"', '12', '[]'])('is shown as a note, so that nothing is lost: %s', (text) => {
    expect(parsePlan(text, names()).notes.map((note) => note.text)).toEqual([text]);
  });

  it('gives a note without a name, or with that of another, a name of its own', () => {
    const plan = parsePlan(JSON.stringify({ notes: [{ id: 'a', text: '1' }, { id: 'a', text: '2' }, { text: '3' }, { id: 9, text: '4' }] }), names());
    expect(plan.notes.map(({ id, text }) => [id, text])).toEqual([['a', '1'], ['new-1', '2'], ['new-2', '3'], ['new-3', '4']]);
  });

  it('cannot change what every object has', () => {
    const plan = parsePlan('{"__proto__":{"polluted":1},"notes":[{"__proto__":{"polluted":1},"text":"a"}]}', names());
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((plan.notes[0] as { polluted?: number } | undefined)?.polluted).toBeUndefined();
    expect(planText(plan)).toContain('"__proto__":{"polluted":1}');
  });

  it('reads an order that is no whole number as the lowest', () => {
    const plan = parsePlan('{"notes":[{"id":"a","text":"x","order":-3},{"id":"b","text":"y","order":1e99},{"id":"c","text":"z","order":2}]}', names());
    expect(inOrder(plan).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});

describe('the list', () => {
  const three = planOf([{ title: 'first', text: '' }, { title: 'second', text: '' }, { title: 'third', text: '' }]);

  it('has what was changed last at the top, whatever the clock says', () => {
    const changed = changeNote(three, 'n0', { title: 'first again', text: '' }, '1999-01-01T00:00:00.000Z');
    expect(inOrder(changed).map(({ title }) => title)).toEqual(['first again', 'third', 'second']);
  });

  it('stays as it is when nothing was changed', () => {
    expect(changeNote(three, 'n1', { title: 'second', text: '' }, day)).toBe(three);
    expect(changeNote(three, 'nobody', { title: 'x', text: 'y' }, day)).toBe(three);
  });

  it('loses the note that is deleted and no other', () => {
    expect(removeNote(three, 'n1').notes.map(({ id }) => id)).toEqual(['n0', 'n2']);
  });

  it('knows a note in which nothing was written', () => {
    expect([isBlank({ title: ' ', text: '\n' }), isBlank({ title: '', text: '.' })]).toEqual([true, false]);
  });
});

describe('notes brought back from a file', () => {
  const here = planOf([{ title: 'a', text: '1' }, { title: 'b', text: '2' }]);

  it('stand beside those that are here, none doubled and none replaced', () => {
    const brought = planOf([{ title: 'a', text: '1' }, { title: 'b', text: 'changed' }, { title: 'c', text: '3' }]);
    const merged = mergePlans(here, brought, names());
    expect(merged.notes.map(({ id, title, text }) => [id, title, text])).toEqual([
      ['n0', 'a', '1'], ['n1', 'b', '2'], ['new-1', 'b', 'changed'], ['n2', 'c', '3'],
    ]);
  });

  it('leave what was written here last the newest: a file is older', () => {
    const old: Plan = { ...emptyPlan, notes: [{ id: 'o', title: 'old', text: '', order: 904, changed: '', files: [], rest: {} }] };
    expect(inOrder(mergePlans({ ...emptyPlan, notes: here.notes.map((note, at) => ({ ...note, order: at + 1 })) }, old, names())).at(-1)?.title).toBe('old');
  });

  it('change nothing when all of it is here already', () => {
    expect(mergePlans(here, here, names())).toEqual(here);
  });

  it('bring what cannot be read along, once, and never over what is here', () => {
    const mine: Plan = { ...here, unread: [{ kind: 'x' }], rest: { shared: 'here' } };
    const theirs: Plan = { ...emptyPlan, unread: [{ kind: 'x' }, { kind: 'y' }], rest: { shared: 'there', only: 1 } };
    expect(mergePlans(mine, theirs, names())).toMatchObject({ unread: [{ kind: 'x' }, { kind: 'y' }], rest: { shared: 'here', only: 1 } });
  });
});

describe('the size of a text', () => {
  it('is counted in the bytes that are sealed', () => {
    expect([bytesOf('abc'), bytesOf('ł'), bytesOf('نوٹ'), bytesOf('😀')]).toEqual([3, 2, 6, 4]);
  });
});
