import { beforeEach, describe, expect, it, vi } from 'vitest';
import { attachKeeper, beginKeeping, currentHeld, deleteAnswers, forgetAnswers, goBack, goOn, goTo, keepNow, nothingHeld, onHeld, resumeKept, sayUnknown, writeAnswer, type Keeper } from '../../../../../src/features/clares-law/form/held.ts';
import { wordsAt } from '../../../../../src/features/clares-law/form/model/draft.ts';

interface FakePlan extends Keeper {
  kept: unknown;
  open(isOpen: boolean): void;
  /** As when its note is deleted in the list. */
  deleteNote(): void;
  outcome: string;
  saves: number;
}

function fakePlan(): FakePlan {
  const listeners = new Set<() => void>();
  let isOpen = true;
  let isDeleted = false;
  return {
    kept: undefined,
    outcome: 'kept',
    saves: 0,
    open(next) {
      isOpen = next;
      for (const tell of listeners) tell();
    },
    deleteNote() {
      this.kept = undefined;
      isDeleted = true;
      for (const tell of listeners) tell();
    },
    isOpen: () => isOpen,
    read() {
      return this.kept;
    },
    take() {
      return this.kept;
    },
    isDeleted: () => isDeleted,
    async save(draft) {
      this.saves += 1;
      isDeleted = false;
      if (this.outcome === 'kept') this.kept = JSON.parse(JSON.stringify(draft));
      return this.outcome;
    },
    async remove() {
      if (this.outcome === 'kept') this.kept = undefined;
      return this.outcome;
    },
    watch(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}

let plan = fakePlan();

beforeEach(() => {
  plan = fakePlan();
  attachKeeper(plan);
  forgetAnswers();
});

const name = (): string => wordsAt(currentHeld().draft, 'yourName');
const settled = (keeping: string): Promise<void> => vi.waitFor(() => expect(currentHeld().keeping).toBe(keeping));

describe('answers in memory', () => {
  it('are handed to nobody until somebody asks for it', () => {
    writeAnswer('your-name', 'yourName', 'Ewa');
    goOn('your-name');
    keepNow();
    expect([plan.saves, currentHeld().keeping, name()]).toEqual([0, 'memory', 'Ewa']);
  });

  it('are gone at once when the page is left or the plan locks, and the plan keeps its own', async () => {
    writeAnswer('your-name', 'yourName', 'Ewa');
    beginKeeping();
    await settled('kept');
    plan.open(false);
    expect([name(), currentHeld().keeping, currentHeld().draft.at]).toEqual(['', 'memory', 'start']);
    expect(JSON.stringify(plan.kept)).toContain('Ewa');
  });

  it('stay while a plan is opened to keep them', () => {
    plan.open(false);
    forgetAnswers();
    writeAnswer('your-name', 'yourName', 'Ewa');
    plan.open(true);
    expect(name()).toBe('Ewa');
  });
});

describe('a lock', () => {
  const lock = (): void => plan.open(false);

  it('tells of answers that were never put into the plan, until something is answered again', () => {
    writeAnswer('your-name', 'yourName', 'Ewa');
    lock();
    expect([name(), currentHeld().gone]).toEqual(['', 'locked']);
    plan.open(true);
    lock();
    expect(currentHeld().gone).toBe('locked');
    writeAnswer('your-name', 'yourName', 'E');
    expect(currentHeld().gone).toBeNull();
  });

  it('tells nothing where there were no answers, also after a look at the questions', () => {
    goOn('start');
    lock();
    expect(currentHeld()).toEqual(nothingHeld);
  });

  it('tells nothing where the plan keeps them all', async () => {
    writeAnswer('your-name', 'yourName', 'Ewa');
    beginKeeping();
    await settled('kept');
    lock();
    expect(currentHeld()).toEqual(nothingHeld);
  });

  it('tells of a last change that could not be kept, or had not been handed over yet', async () => {
    writeAnswer('your-name', 'yourName', 'Ewa');
    plan.outcome = 'quota-full';
    beginKeeping();
    await settled('not-kept');
    lock();
    expect(currentHeld().gone).toBe('locked');
    plan.open(true);
    forgetAnswers();
    plan.outcome = 'kept';
    beginKeeping();
    await settled('kept');
    writeAnswer('your-name', 'yourName', 'Ewa');
    lock();
    expect(currentHeld().gone).toBe('locked');
  });

  it.each([['kept', null], ['locked', 'locked']] as const)('waits for what is on its way into the plan: %s', async (outcome, gone) => {
    writeAnswer('your-name', 'yourName', 'Ewa');
    plan.outcome = outcome;
    beginKeeping();
    lock();
    expect([name(), currentHeld().gone]).toEqual(['', null]);
    await vi.waitFor(() => expect(currentHeld().gone).toBe(gone));
  });
});

describe('answers that are kept', () => {
  it('are saved after each step, and after a pause in typing', async () => {
    vi.useFakeTimers();
    beginKeeping();
    goOn('start');
    const before = plan.saves;
    writeAnswer('your-name', 'yourName', 'E');
    writeAnswer('your-name', 'yourName', 'Ewa');
    expect(plan.saves).toBe(before);
    vi.advanceTimersByTime(1_000);
    expect(plan.saves).toBe(before + 1);
    goOn('your-name');
    expect(plan.saves).toBe(before + 2);
    vi.useRealTimers();
    await settled('kept');
    expect(JSON.stringify(plan.kept)).toContain('"yourName":"Ewa"');
  });

  it('are told when they could not be kept, are still here, and can be kept again', async () => {
    writeAnswer('your-name', 'yourName', 'Ewa');
    plan.outcome = 'quota-full';
    beginKeeping();
    await settled('not-kept');
    expect(name()).toBe('Ewa');
    plan.outcome = 'kept';
    keepNow();
    await settled('kept');
  });

  it('go with the note that keeps them, and are not written again', async () => {
    writeAnswer('your-name', 'yourName', 'Ewa');
    beginKeeping();
    await settled('kept');
    const before = plan.saves;
    plan.deleteNote();
    keepNow();
    expect([name(), currentHeld().keeping, plan.saves]).toEqual(['', 'memory', before]);
  });

  it('go too when their note was deleted while they were on their way into it', async () => {
    writeAnswer('your-name', 'yourName', 'Ewa');
    beginKeeping();
    plan.deleteNote();
    expect(name()).toBe('Ewa');
    await settled('memory');
    expect(name()).toBe('');
  });

  it('come back where they were left, as they were', async () => {
    goTo('why');
    writeAnswer('why', 'why', 'because');
    beginKeeping();
    await settled('kept');
    plan.open(false);
    plan.open(true);
    resumeKept();
    expect([currentHeld().draft.at, wordsAt(currentHeld().draft, 'why'), currentHeld().keeping]).toEqual(['why', 'because', 'kept']);
  });

  it('are deleted from the page and the plan in one go, and it is told when the plan could not be changed', async () => {
    writeAnswer('your-name', 'yourName', 'Ewa');
    beginKeeping();
    await settled('kept');
    await deleteAnswers();
    expect([name(), plan.kept, currentHeld().gone]).toEqual(['', undefined, 'deleted']);
    writeAnswer('your-name', 'yourName', 'Ewa');
    beginKeeping();
    await settled('kept');
    plan.outcome = 'broken';
    await deleteAnswers();
    expect([name(), currentHeld().gone]).toEqual(['', 'not-deleted']);
  });
});

describe('the way through', () => {
  it('leads from the list of answers to a question and back to the list', () => {
    goTo('why', true);
    goOn('why');
    expect(currentHeld().draft.at).toBe('check');
    goTo('why', true);
    goBack('why');
    expect(currentHeld().draft.at).toBe('check');
    goBack('check');
    expect(currentHeld().draft.at).toBe('help');
  });

  it('takes an "I do not know" back when something is written after all', () => {
    goTo('why');
    sayUnknown('why');
    expect([currentHeld().draft.unsure, currentHeld().draft.at]).toEqual([['why'], 'happened']);
    goBack('happened');
    writeAnswer('why', 'why', 'because');
    expect(currentHeld().draft.unsure).toEqual([]);
  });

  it('tells every screen that shows it, and nobody after they have gone', () => {
    const tell = vi.fn();
    const end = onHeld(tell);
    goTo('why');
    expect(tell).toHaveBeenCalledTimes(1);
    end();
    goTo('happened');
    expect(tell).toHaveBeenCalledTimes(1);
  });
});
