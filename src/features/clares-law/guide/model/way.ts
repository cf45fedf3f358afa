/**
 * Which way of asking fits: a few questions, each in turn, to one answer. The
 * whole of it is the table `flow`; everything else here only reads it. Answers
 * live in memory, for as long as the screen is open.
 */
import { otherForces } from '#content/forces';

export const questionIds = ['danger', 'who', 'child', 'where', 'force'] as const;
export type QuestionId = (typeof questionIds)[number];

export const wayIds = ['emergency', 'kent', 'force', 'scotland', 'northern-ireland', 'know', 'child'] as const;
export type WayId = (typeof wayIds)[number];

/** Choices that have words of their own; a police force is chosen by its name. */
export const choiceIds = ['yes', 'no', 'self', 'other', 'work', 'adult', 'both', 'only', 'kent', 'elsewhere', 'scotland', 'northern-ireland', 'unsure'] as const;
export type ChoiceId = (typeof choiceIds)[number];

export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

type Next = { readonly ask: QuestionId } | { readonly end: WayId };

const ask = (question: QuestionId): Next => ({ ask: question });
const end = (way: WayId): Next => ({ end: way });

/** Where each choice leads. Danger comes first, so that nobody answers more than they must. */
const flow: Readonly<Record<QuestionId, Readonly<Partial<Record<string, Next>>>>> = {
  danger: { yes: end('emergency'), no: ask('who') },
  who: { self: ask('child'), other: ask('child'), work: end('know') },
  child: { adult: ask('where'), both: ask('where'), only: end('child') },
  where: { kent: end('kent'), elsewhere: ask('force'), scotland: end('scotland'), 'northern-ireland': end('northern-ireland'), unsure: end('kent') },
  force: Object.fromEntries([...otherForces().map(({ id }) => id), 'unsure'].map((id) => [id, end('force')])),
};

/** What can be chosen, in the order it is offered. */
export function choicesOf(question: QuestionId): readonly string[] {
  return Object.keys(flow[question]);
}

export interface Asked {
  readonly question: QuestionId;
  /** Null: not answered yet. */
  readonly chosen: string | null;
}

export interface Walk {
  /** The questions on the way so far, the last of them perhaps not answered yet. */
  readonly asked: readonly Asked[];
  /** Null until the questions are answered. */
  readonly way: WayId | null;
}

/** Follows the answers through the table. An answer that is no choice of its question counts as none. */
export function walk(answers: Answers): Walk {
  const asked: Asked[] = [];
  let question: QuestionId = 'danger';
  for (;;) {
    const chosen: string | undefined = answers[question];
    const next: Next | undefined = chosen === undefined || !choicesOf(question).includes(chosen) ? undefined : flow[question][chosen];
    asked.push({ question, chosen: next === undefined || chosen === undefined ? null : chosen });
    if (next === undefined || 'end' in next) {
      return { asked, way: next?.end ?? null };
    }
    question = next.ask;
  }
}

/**
 * The answers once `question` is answered with `choice`: what came before it
 * stays, what came after it is gone, so that no answer outlives the question it
 * hung on. A question that is not being asked, or no choice of it, changes nothing.
 */
export function answer(answers: Answers, question: QuestionId, choice: string): Answers {
  const { asked } = walk(answers);
  const at = asked.findIndex((one) => one.question === question);
  if (at < 0 || !choicesOf(question).includes(choice) || asked[at]?.chosen === choice) {
    return answers;
  }
  const before = asked.slice(0, at).map((one) => [one.question, one.chosen]);
  return Object.fromEntries([...before, [question, choice]]) as Answers;
}

/** What the words of an answer depend on besides the way itself. */
export interface Circumstances {
  readonly forOther: boolean;
  readonly childToo: boolean;
  readonly placeUnknown: boolean;
  /** The force that was chosen by name, if one was. */
  readonly force: string | null;
}

export function circumstances(answers: Answers): Circumstances {
  const given = new Map(walk(answers).asked.map(({ question, chosen }) => [question, chosen]));
  const force = given.get('force') ?? null;
  return {
    forOther: given.get('who') === 'other',
    childToo: given.get('child') === 'both',
    placeUnknown: given.get('where') === 'unsure',
    force: force === 'unsure' ? null : force,
  };
}
