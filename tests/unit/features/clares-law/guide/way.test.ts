import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forceList } from '#content/forces';
import { answer, choiceIds, choicesOf, circumstances, questionIds, walk, wayIds, type Answers, type QuestionId, type WayId } from '../../../../../src/features/clares-law/guide/model/way.ts';

const runs = { seed: 5, numRuns: 2_000 };

/** Gives answers one after the other, each to the question that is open. */
function given(...choices: readonly string[]): Answers {
  return choices.reduce<Answers>((answers, choice) => {
    const open = walk(answers).asked.at(-1);
    return open ? answer(answers, open.question, choice) : answers;
  }, {});
}

/** Every way through the questions, from the first to the end. */
function everyWalk(answers: Answers = {}): Answers[] {
  const { asked, way } = walk(answers);
  const open = asked.at(-1);
  return way !== null || !open ? [answers] : choicesOf(open.question).flatMap((choice) => everyWalk(answer(answers, open.question, choice)));
}

/** What someone may do: answer any question, open or not, with any choice, right or wrong. */
const press = fc.tuple(fc.constantFrom(...questionIds), fc.oneof(fc.constantFrom(...choiceIds, 'essex', 'kent'), fc.string()));

/** Answers the open question by number, until the end. */
const walkBy = (picks: readonly number[]): Answers =>
  picks.reduce<Answers>((answers, pick) => {
    const { asked, way } = walk(answers);
    const open = asked.at(-1);
    const choices = open ? choicesOf(open.question) : [];
    return way !== null || !open ? answers : answer(answers, open.question, choices[pick % choices.length] ?? '');
  }, {});

describe('which way is yours', () => {
  it('begins by asking about danger, and danger leads to the emergency number at once', () => {
    expect(walk({})).toEqual({ asked: [{ question: 'danger', chosen: null }], way: null });
    expect(walk(given('yes')).way).toBe('emergency');
  });

  it.each<readonly [string, readonly string[], WayId]>([
    ['for yourself, about someone in Kent or Medway, is Kent Police', ['no', 'self', 'adult', 'kent'], 'kent'],
    ['for a friend, about someone in Kent or Medway, is Kent Police', ['no', 'other', 'adult', 'kent'], 'kent'],
    ['where it is not known where the other person lives, is Kent Police', ['no', 'self', 'adult', 'unsure'], 'kent'],
    ['about someone in Wales is the force there', ['no', 'self', 'adult', 'elsewhere', 'gwent'], 'force'],
    ['where the force is not known is the police’s own finder', ['no', 'self', 'adult', 'elsewhere', 'unsure'], 'force'],
    ['about someone in Scotland is Police Scotland', ['no', 'self', 'both', 'scotland'], 'scotland'],
    ['about someone in Northern Ireland is the PSNI', ['no', 'other', 'adult', 'northern-ireland'], 'northern-ireland'],
    ['for people who help others in their work is the right to know', ['no', 'work'], 'know'],
    ['for a worry about a child alone is Sarah’s Law', ['no', 'other', 'only'], 'child'],
  ])('%s', (_, choices, way) => {
    expect(walk(given(...choices)).way).toBe(way);
  });

  it('offers every police force of England and Wales by name, but Kent’s own, which is asked before', () => {
    const wanted = forceList().forces.filter(({ id, nation }) => id !== 'kent' && (nation === 'england' || nation === 'wales'));
    expect(choicesOf('force')).toEqual([...wanted.map(({ id }) => id), 'unsure']);
    for (const { id } of wanted) expect(circumstances(given('no', 'self', 'adult', 'elsewhere', id)).force).toBe(id);
  });

  it('has no dead end: every walk comes to an answer in at most five questions', () => {
    const walks = everyWalk();
    expect(walks.length).toBeGreaterThan(150);
    for (const answers of walks) {
      const { asked, way } = walk(answers);
      expect(way).not.toBeNull();
      expect(asked.length).toBeLessThanOrEqual(questionIds.length);
    }
  });

  it('reaches every answer, asks every question, and has no choice that leads nowhere', () => {
    const ends = everyWalk().map((answers) => walk(answers));
    expect(new Set(ends.map(({ way }) => way))).toEqual(new Set(wayIds));
    const seen = (question: QuestionId): Set<string | null> => new Set(ends.flatMap(({ asked }) => asked.filter((one) => one.question === question).map(({ chosen }) => chosen)));
    for (const question of questionIds) expect(seen(question)).toEqual(new Set(choicesOf(question)));
  });

  it('knows for whom, of a child besides, and of a place that is not known', () => {
    expect(circumstances(given('no', 'other', 'both', 'unsure'))).toEqual({ forOther: true, childToo: true, placeUnknown: true, force: null });
    expect(circumstances(given('no', 'self', 'adult', 'elsewhere', 'unsure'))).toEqual({ forOther: false, childToo: false, placeUnknown: false, force: null });
  });
});

describe('whatever is pressed', () => {
  it('there is always an answer or one open question, never neither and never both', () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        const { asked, way } = walk(presses.reduce<Answers>((answers, [question, choice]) => answer(answers, question, choice), {}));
        const open = asked.filter(({ chosen }) => chosen === null);
        expect(open).toHaveLength(way === null ? 1 : 0);
        expect(asked.slice(0, -1).every(({ chosen }) => chosen !== null)).toBe(true);
        expect(new Set(asked.map(({ question }) => question)).size).toBe(asked.length);
      }),
      runs,
    );
  });

  it('no answer outlives the question it hung on', () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        const answers = presses.reduce<Answers>((before, [question, choice]) => answer(before, question, choice), {});
        const onTheWay = walk(answers).asked.filter(({ chosen }) => chosen !== null);
        expect(answers).toEqual(Object.fromEntries(onTheWay.map(({ question, chosen }) => [question, chosen])));
      }),
      runs,
    );
  });

  it('changing one answer keeps what came before it, and forgets all that came after', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }), fc.nat(4), fc.nat(100), (picks, place, pick) => {
        const answers = walkBy(picks);
        const { asked } = walk(answers);
        const at = place % asked.length;
        const { question, chosen } = asked[at] ?? { question: 'danger', chosen: null };
        const others = choicesOf(question).filter((choice) => choice !== chosen);
        const next = others[pick % others.length] ?? '';
        const changed = walk(answer(answers, question, next)).asked;
        expect(changed.slice(0, at)).toEqual(asked.slice(0, at));
        expect(changed[at]).toEqual({ question, chosen: next });
        expect(changed.slice(at + 1).every((one) => one.chosen === null)).toBe(true);
      }),
      runs,
    );
  });

  it('the same choice again, a choice that is none and a question that is not asked change nothing', () => {
    const answers = given('no', 'self', 'adult', 'kent');
    expect(answer(answers, 'who', 'self')).toBe(answers);
    expect(answer(answers, 'who', 'kent')).toBe(answers);
    expect(answer(answers, 'force', 'essex')).toBe(answers);
    expect(answer({}, 'danger', 'constructor')).toEqual({});
    expect(walk({ danger: 'toString' }).asked).toEqual([{ question: 'danger', chosen: null }]);
  });
});
