/** Pictures and recordings of a plan that is open, over a vault in memory that does as it is told. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '#kernel/result';
import { createSession, type Session } from '#features/vault/session.ts';
import type { VaultFault } from '#features/vault/store.ts';

const filePlaces = 3;
const bytes = (of: number): Uint8Array<ArrayBuffer> => new Uint8Array([of]);

/** Places by number, and everything that was asked, in order. */
let places: Map<number, number>;
let asked: string[];
let refusal: VaultFault | null;
let saveRefusal: VaultFault | null;
let session: Session;

function open(text: string): Session {
  let count = 0;
  return createSession({ text, mayMissLastChange: false, room: 'file' }, {
    vault: {
      save: async (written) => {
        asked.push(`save ${JSON.stringify((JSON.parse(written) as { notes: { files?: { place: number }[] }[] }).notes.map(({ files = [] }) => files.map(({ place }) => place)))}`);
        return saveRefusal ? fail(saveRefusal) : ok(undefined);
      },
      putFile: async (place, [of = 0]) => {
        asked.push(`put ${place}`);
        if (refusal) return fail(refusal);
        places.set(place, of);
        return ok(undefined);
      },
      getFile: async (place) => ok(places.has(place) ? bytes(places.get(place) ?? 0) : null),
      keepFiles: async (named) => {
        asked.push(`keep ${named.join()}`);
        for (const place of places.keys()) if (!named.includes(place)) places.delete(place);
        return ok(0);
      },
    },
    longestText: 5_000,
    choosingMs: 180_000,
    filePlaces,
    newId: () => `n${(count += 1)}`,
    now: () => '2026-11-28T10:00:00.000Z',
    setTimer: () => () => undefined,
  });
}

const filesOf = (id: string): readonly number[] => session.view().plan.notes.find((note) => note.id === id)?.files.map(({ place }) => place) ?? [];
const picture = { kind: 'picture' };

beforeEach(() => {
  [places, asked, refusal, saveRefusal] = [new Map(), [], null, null];
  session = open('');
});

describe('a picture', () => {
  it('is written before the plan that names it is saved, and told as kept after that', async () => {
    const id = session.add({}, { title: '', text: 'words' });
    expect(await session.attach(id, bytes(7), { kind: 'picture', width: 3 })).toEqual(ok(undefined));
    expect(asked).toEqual(['save [[]]', 'put 0', 'save [[0]]']);
    expect(session.view().plan.notes[0]?.files).toEqual([{ kind: 'picture', width: 3, place: 0 }]);
    expect(await session.readFile(0)).toEqual(bytes(7));
  });

  it('goes to a place that neither the plan names nor another picture is being written to', async () => {
    const id = session.add({}, { title: '', text: 'words' });
    const answers = await Promise.all([session.attach(id, bytes(1), picture), session.attach(id, bytes(2), picture), session.attach(id, bytes(3), picture)]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect([...filesOf(id)].sort()).toEqual([0, 1, 2]);
    expect(session.placesLeft()).toBe(0);
    expect(await session.attach(id, bytes(4), picture)).toEqual(fail('no-place'));
    expect([...places.values()].sort()).toEqual([1, 2, 3]);
  });

  it('that the disk has no room for is not named, and its place stays free', async () => {
    const id = session.add({}, { title: '', text: 'words' });
    refusal = 'quota-full';
    expect(await session.attach(id, bytes(1), picture)).toEqual(fail('quota-full'));
    expect(filesOf(id)).toEqual([]);
    expect(session.placesLeft()).toBe(filePlaces);
  });

  it('whose plan cannot be saved is taken out again, and what was there before stands', async () => {
    const id = session.add({}, { title: '', text: 'words' });
    await session.settled();
    const attached = session.attach(id, bytes(1), picture);
    await Promise.resolve();
    saveRefusal = 'quota-full';
    expect(await attached).toEqual(fail('not-kept'));
    expect(filesOf(id)).toEqual([]);
  });

  it('is not added while what stands before it cannot be saved: a place the saved plan names is not free', async () => {
    const id = session.add({}, { title: '', text: 'words' });
    await session.attach(id, bytes(1), picture);
    saveRefusal = 'gone';
    session.remove(id);
    const other = session.add({}, { title: '', text: 'other' });
    expect(await session.attach(other, bytes(2), picture)).toEqual(fail('not-kept'));
    expect(places.get(0)).toBe(1);
  });

  it('of a note that was deleted meanwhile is overwritten', async () => {
    const id = session.add({}, { title: '', text: 'words' });
    await session.settled();
    const attached = session.attach(id, bytes(1), picture);
    await Promise.resolve();
    session.remove(id);
    expect(await attached).toEqual(fail('note-gone'));
    await session.tidy();
    expect(places.size).toBe(0);
  });

  it('that is deleted is overwritten only after the plan without it is saved', async () => {
    const id = session.add({}, { title: '', text: 'words' });
    await session.attach(id, bytes(1), picture);
    asked = [];
    await session.detach(id, 0);
    expect(asked).toEqual(['save [[]]', 'keep ']);
    expect(places.size).toBe(0);
  });

  it('stays on the disk as long as the plan without it could not be saved', async () => {
    const id = session.add({}, { title: '', text: 'words' });
    await session.attach(id, bytes(1), picture);
    saveRefusal = 'quota-full';
    await session.detach(id, 0);
    expect(places.size).toBe(1);
  });

  it('goes with its note', async () => {
    const id = session.add({}, { title: '', text: 'words' });
    await session.attach(id, bytes(1), picture);
    session.remove(id);
    await session.tidy();
    expect(places.size).toBe(0);
  });
});

describe('a plan of which a part cannot be read', () => {
  it.each([
    ['an entry', '{"notes":[{"id":"a","title":"","text":"x"},{"kind":"later"}]}'],
    ['a file', '{"notes":[{"id":"a","title":"","text":"x","files":[{"box":1}]}]}'],
  ])('(%s) overwrites no picture and takes no place: nobody knows what it names', async (_, text) => {
    places.set(1, 9);
    session = open(text);
    await session.tidy();
    expect(await session.attach('a', bytes(1), picture)).toEqual(fail('no-place'));
    expect([...places]).toEqual([[1, 9]]);
    expect(asked.filter((one) => one.startsWith('keep'))).toEqual([]);
  });

  it('carries files of a later kind along, and what is no file too', () => {
    session = open('{"notes":[{"id":"a","title":"","text":"x","files":[{"place":2,"kind":"film","fps":3},{"box":1}]}]}');
    session.change('a', { text: 'y' });
    session.saveNow();
    expect(asked).toEqual(['save [[2,null]]']);
    expect(session.view().plan.notes[0]).toMatchObject({ files: [{ place: 2, kind: 'film', fps: 3 }], rest: { files: [{ box: 1 }] } });
  });
});

describe('a file that is brought back', () => {
  const backup = {
    text: JSON.stringify({ notes: [{ id: 'x', title: '', text: 'from before', files: [{ place: 0, kind: 'picture' }, { place: 2, kind: 'sound' }] }, { id: 'y', title: '', text: 'plain' }] }),
    files: [{ place: 0, bytes: bytes(10) }, { place: 2, bytes: bytes(12) }],
  };

  it('gives its pictures other places than those that are taken', async () => {
    const id = session.add({}, { title: '', text: 'here' });
    await session.attach(id, bytes(1), picture);
    expect(await session.bringBack(backup)).toEqual(ok({ notes: 2, files: 0, lostFiles: 0 }));
    const brought = session.view().plan.notes.find(({ text }) => text === 'from before');
    expect(brought?.files).toEqual([{ place: 1, kind: 'picture' }, { place: 2, kind: 'sound' }]);
    expect([...places].sort()).toEqual([[0, 1], [1, 10], [2, 12]]);
  });

  it('says how many had no room, and brings the words all the same', async () => {
    const id = session.add({}, { title: '', text: 'here' });
    await session.attach(id, bytes(1), picture);
    await session.attach(id, bytes(2), picture);
    expect(await session.bringBack(backup)).toEqual(ok({ notes: 2, files: 0, lostFiles: 1 }));
    expect(session.view().plan.notes.map(({ text }) => text)).toEqual(['here', 'from before', 'plain']);
  });

  it('brings nothing twice', async () => {
    await session.bringBack(backup);
    expect(await session.bringBack(backup)).toEqual(ok({ notes: 0, files: 0, lostFiles: 0 }));
    expect(places.size).toBe(2);
  });

  it('gives a note that is here the pictures it has lost since, at its next try too', async () => {
    await session.bringBack(backup);
    const id = session.view().plan.notes.find(({ text }) => text === 'from before')?.id ?? '';
    for (const place of [0, 1]) await session.detach(id, place);
    const other = session.add({}, { title: '', text: 'here' });
    await session.attach(other, bytes(1), picture);
    await session.attach(other, bytes(2), picture);
    expect(await session.bringBack(backup)).toEqual(ok({ notes: 0, files: 1, lostFiles: 1 }));
    expect(await session.bringBack(backup)).toEqual(ok({ notes: 0, files: 0, lostFiles: 1 }));
    await session.detach(other, 0);
    expect(await session.bringBack(backup)).toEqual(ok({ notes: 0, files: 1, lostFiles: 0 }));
    expect(session.view().plan.notes.find((note) => note.id === id)?.files.map(({ kind }) => kind)).toEqual(['picture', 'sound']);
    expect([...places.values()].sort((a, b) => a - b)).toEqual([2, 10, 12]);
  });

  it('that cannot be saved is no success: it is on the screen, and why not is told', async () => {
    saveRefusal = 'quota-full';
    expect(await session.bringBack(backup)).toEqual(fail('quota-full'));
    expect(session.view().saved).toBe('not-saved');
  });

  it('that is more than a plan can hold changes nothing', async () => {
    session.add({}, { title: '', text: 'here' });
    await session.settled();
    const large = { text: JSON.stringify({ notes: [{ id: 'x', title: '', text: 'x'.repeat(5_000), files: [{ place: 0, kind: 'picture' }] }] }), files: [{ place: 0, bytes: bytes(10) }] };
    expect(await session.bringBack(large)).toEqual(fail('slot-full'));
    expect(session.view()).toMatchObject({ saved: 'saved', fault: null });
    expect(session.view().plan.notes.map(({ text }) => text)).toEqual(['here']);
    expect(places.size).toBe(0);
  });

  it('that lacks a picture its words name says so', async () => {
    expect(await session.bringBack({ ...backup, files: [] })).toEqual(ok({ notes: 2, files: 0, lostFiles: 2 }));
    expect(session.view().plan.notes.flatMap(({ files }) => files)).toEqual([]);
  });
});

describe('what goes into a copy', () => {
  it('is every place that is named, or those that can be read', async () => {
    const id = session.add({}, { title: '', text: 'here' });
    await session.attach(id, bytes(1), picture);
    await session.attach(id, bytes(2), picture);
    places.delete(0);
    expect(session.filePlacesNamed()).toEqual([0, 1]);
    expect(await session.readablePlaces()).toEqual([1]);
  });
});
