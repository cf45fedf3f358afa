import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '#kernel/result';
import { createSession, dropIfBlank, type Session } from '#features/vault/session.ts';
import type { VaultFault } from '#features/vault/store.ts';

/** A vault that answers when it is told to, and timers that run when they are told to. */
let written: string[] = [];
let answers: ((answer: Result<void, VaultFault>) => void)[] = [];
let timers: { readonly act: () => void; readonly ms: number; isOn: boolean }[] = [];
let count = 0;
let session: Session;

const answer = async (value: Result<void, VaultFault>): Promise<void> => {
  answers.shift()?.(value);
  await Promise.resolve();
  await Promise.resolve();
};
const runTimers = (longestMs: number): void => {
  // One that another one stopped does not run.
  for (const timer of timers) {
    if (!timer.isOn || timer.ms > longestMs) continue;
    timer.isOn = false;
    timer.act();
  }
};
const notes = (json: string): string[] => (JSON.parse(json) as { notes: { text: string }[] }).notes.map(({ text }) => text);

beforeEach(() => {
  [written, answers, timers, count] = [[], [], [], 0];
  session = createSession({ text: '{"version":1,"notes":[]}', mayMissLastChange: false, room: 'file' }, {
    vault: {
      save: (text) => {
        written.push(text);
        return new Promise((resolve) => answers.push(resolve));
      },
      putFile: async () => ok(undefined),
      getFile: async () => ok(null),
      keepFiles: async () => ok(0),
    },
    longestText: 500,
    choosingMs: 180_000,
    filePlaces: 6,
    newId: () => {
      count += 1;
      return `n${count}`;
    },
    now: () => '2026-11-25T17:00:00.000Z',
    setTimer: (act, ms) => {
      const timer = { act, ms, isOn: true };
      timers.push(timer);
      return () => {
        timer.isOn = false;
      };
    },
  });
});

describe('what is typed', () => {
  it('is handed over within a second of the last key, as it then is', () => {
    const id = session.add();
    session.change(id, { title: '', text: 'a' });
    session.change(id, { title: '', text: 'ab' });
    expect(written).toEqual([]);
    runTimers(1_000);
    expect(written.map(notes)).toEqual([['ab']]);
  });

  it('is handed over now and then while someone types without a pause', () => {
    const id = session.add();
    for (let at = 0; at < 50; at += 1) session.change(id, { title: '', text: 'x'.repeat(at) });
    expect(timers.filter(({ isOn, ms }) => isOn && ms === 800)).toHaveLength(1);
  });

  it('is called saved only once the vault says so', async () => {
    const id = session.add();
    session.change(id, { title: '', text: 'a' });
    expect(session.view().saved).toBe('saving');
    session.saveNow();
    expect(session.view().saved).toBe('saving');
    await answer(ok(undefined));
    expect(session.view().saved).toBe('saved');
  });

  it('is not called saved by the answer to what was there before it', async () => {
    const id = session.add();
    session.saveNow();
    session.change(id, { title: '', text: 'newer' });
    await answer(ok(undefined));
    expect(session.view().saved).toBe('saving');
    session.saveNow();
    await answer(ok(undefined));
    expect(session.view().saved).toBe('saved');
  });

  it('stays when the disk is full, is called not saved, and is tried again', async () => {
    const id = session.add();
    session.change(id, { title: '', text: 'kept in the box' });
    session.saveNow();
    await answer(fail('quota-full'));
    expect(session.view()).toMatchObject({ saved: 'not-saved', fault: 'quota-full' });
    expect(session.view().plan.notes.map(({ text }) => text)).toEqual(['kept in the box']);
    session.saveAgain();
    await answer(ok(undefined));
    expect(session.view()).toMatchObject({ saved: 'saved', fault: null });
    expect(written).toHaveLength(2);
  });

  it('is not cut and not handed over when it is longer than a plan may be', async () => {
    const id = session.add();
    session.change(id, { title: '', text: 'x'.repeat(600) });
    session.saveNow();
    expect(written).toEqual([]);
    expect(session.view()).toMatchObject({ saved: 'not-saved', fault: 'slot-full' });
    expect(session.view().plan.notes[0]?.text).toHaveLength(600);
    session.change(id, { title: '', text: 'short again' });
    session.saveNow();
    await answer(ok(undefined));
    expect(session.view()).toMatchObject({ saved: 'saved', fault: null });
  });

  it('is waited for before a lock, and the lock hears whether it was kept', async () => {
    const id = session.add();
    session.change(id, { title: '', text: 'last words' });
    const settled = session.settled();
    expect(written.map(notes)).toEqual([['last words']]);
    await answer(fail('locked'));
    expect(await settled).toBe(false);
    const again = session.settled();
    await answer(ok(undefined));
    expect(await again).toBe(true);
  });
});

describe('after it is closed', () => {
  it('nothing of the plan is held, and nothing is handed over any more', async () => {
    const id = session.add();
    session.change(id, { title: 'secret', text: 'secret' });
    session.close();
    runTimers(10_000);
    session.saveNow();
    session.change(id, { title: 'x', text: 'y' });
    expect(written).toEqual([]);
    expect(session.view().plan.notes).toEqual([]);
  });
});

describe('a note in which nothing was written', () => {
  it('is not kept', () => {
    const blank = session.add();
    const other = session.add();
    session.change(other, { title: '', text: 'words' });
    dropIfBlank(session, blank);
    dropIfBlank(session, other);
    expect(session.view().plan.notes.map(({ id }) => id)).toEqual([other]);
  });
});
