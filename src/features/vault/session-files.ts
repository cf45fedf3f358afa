/**
 * Pictures and recordings of the plan that is open. A file is sealed into a
 * place that the saved plan does not name, then the plan that names it is
 * saved; when one goes, the plan without it is saved, then its place is
 * overwritten. Killed between the two, nothing that is named is missing.
 */
import { fail, ok, type Result } from '#kernel/result';
import type { KeptFile } from './model/kept-file.ts';
import { changeNote, knownNotes, mergePlans, newNotes, parsePlan, placesIn, type Plan } from './model/plan.ts';
import type { Backup, Vault, VaultFault } from './store.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** `no-place`: all places are taken. `not-kept`: the plan could not be saved with it, and is as it was. `gone`: its note was deleted meanwhile. */
export type AttachFault = 'no-place' | 'not-kept' | 'note-gone' | VaultFault;

export interface BroughtBack {
  readonly notes: number;
  /** Files that notes which were here already had lost. */
  readonly files: number;
  /** Files that had no place here, or were not whole. Their notes are here without them. */
  readonly lostFiles: number;
}

export interface Files {
  /** How many more fit. */
  placesLeft(): number;
  /** Kept once the answer is `ok`. */
  attach(id: string, bytes: Bytes, about: Omit<KeptFile, 'place'> & { readonly kind: string }): Promise<Result<void, AttachFault>>;
  /** Takes a file from its note, and overwrites it once that is saved. */
  detach(id: string, place: number): Promise<void>;
  /** `null`: it cannot be read, or the plan was locked. */
  readFile(place: number): Promise<Bytes | null>;
  /** The places the plan names, each once. */
  filePlacesNamed(): readonly number[];
  /** Those of them that can be read. */
  readablePlaces(): Promise<readonly number[]>;
  /** Overwrites what nothing names any more. Does nothing while that is not certain. Never rejects. */
  tidy(): Promise<void>;
  /** Puts what a file held to what is here. `slot-full`: the two together are more than a plan can hold; nothing was changed. Any other fault: it is on the screen and could not be saved. */
  bringBack(backup: Backup): Promise<Result<BroughtBack, VaultFault>>;
}

interface Means {
  readonly vault: Pick<Vault, 'putFile' | 'getFile' | 'keepFiles'>;
  readonly filePlaces: number;
  readonly newId: () => string;
  readonly now: () => string;
  readonly plan: () => Plan;
  readonly turnInto: (plan: Plan) => void;
  readonly settled: () => Promise<boolean>;
  readonly isClosed: () => boolean;
  /** Whether a plan can be sealed at all. */
  readonly fits: (plan: Plan) => boolean;
  /** Why the last save did not come about. */
  readonly saveFault: () => VaultFault;
}

const isSame = (one: Bytes, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);

export function createFiles({ vault, filePlaces, newId, now, plan, turnInto, settled, isClosed, fits, saveFault }: Means): Files {
  /** Being written, and not yet named by the plan. */
  const reserved = new Set<number>();

  const all = Array.from({ length: filePlaces }, (_, place) => place);

  function free(): readonly number[] {
    const named = placesIn(plan());
    // Something here cannot be read, and may name any place.
    return named === null ? [] : all.filter((place) => !named.includes(place) && !reserved.has(place));
  }

  function named(): readonly number[] | null {
    const places = placesIn(plan());
    return places && [...new Set([...places, ...reserved])];
  }

  const placesOfNotes = (): readonly number[] => [...new Set(plan().notes.flatMap(({ files }) => files.map(({ place }) => place)))].filter((place) => place < filePlaces);

  async function tidy(): Promise<void> {
    if (!(await settled()) || isClosed()) return;
    const places = named();
    if (places) await vault.keepFiles(places);
  }

  function setFiles(id: string, change: (files: readonly KeptFile[]) => readonly KeptFile[]): boolean {
    const note = plan().notes.find((one) => one.id === id);
    if (note) turnInto(changeNote(plan(), id, { files: change(note.files) }, now()));
    return note !== undefined;
  }

  async function attachAt(place: number, id: string, bytes: Bytes, about: Omit<KeptFile, 'place'> & { readonly kind: string }): Promise<Result<void, AttachFault>> {
    const put = await vault.putFile(place, bytes);
    if (!put.ok) return put;
    if (!setFiles(id, (files) => [...files, { ...about, place }])) return fail('note-gone');
    if (await settled()) return ok(undefined);
    setFiles(id, (files) => files.filter((one) => one.place !== place));
    return fail('not-kept');
  }

  /** Brings the files of notes that are new here to free places; answers which came where. */
  async function bringFiles({ files }: Backup, wanted: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const moved = new Map<number, number>();
    if (wanted.length === 0 || !(await settled())) return moved;
    for (const from of new Set(wanted)) {
      const bytes = files.find(({ place }) => place === from)?.bytes;
      const [place] = free();
      if (!bytes || place === undefined) continue;
      reserved.add(place);
      if ((await vault.putFile(place, bytes)).ok) moved.set(from, place);
      else reserved.delete(place);
    }
    return moved;
  }

  /** What notes that are here already have no more, and the file has: told by the bytes, because places differ. */
  async function missingHere({ files: held }: Backup, brought: Plan): Promise<readonly { readonly id: string; readonly files: readonly KeptFile[] }[]> {
    const found = [];
    for (const { here, brought: there } of knownNotes(plan(), brought)) {
      if (there.files.length === 0) continue;
      const own = await Promise.all(here.files.map(({ place }) => read(place)));
      const files = there.files.filter((file) => {
        const bytes = held.find(({ place }) => place === file.place)?.bytes;
        return bytes ? !own.some((one) => one && isSame(one, bytes)) : here.files.length < there.files.length;
      });
      if (files.length > 0) found.push({ id: here.id, files });
    }
    return found;
  }

  async function read(place: number): Promise<Bytes | null> {
    const answer = await vault.getFile(place);
    return answer.ok ? answer.value : null;
  }

  return {
    placesLeft: () => free().length,
    async attach(id, bytes, about) {
      // What the saved plan names is not free, even if it is gone from the screen.
      if (!(await settled())) return fail('not-kept');
      const [place] = free();
      if (place === undefined) return fail('no-place');
      reserved.add(place);
      const answer = await attachAt(place, id, bytes, about);
      reserved.delete(place);
      if (!answer.ok) void tidy();
      return answer;
    },
    async detach(id, place) {
      setFiles(id, (files) => files.filter((one) => one.place !== place));
      await tidy();
    },
    readFile: read,
    filePlacesNamed: placesOfNotes,
    async readablePlaces() {
      const found: number[] = [];
      for (const place of placesOfNotes()) {
        if (await read(place)) found.push(place);
      }
      return found;
    },
    tidy,
    async bringBack(backup) {
      const brought = parsePlan(backup.text, newId);
      if (!fits(mergePlans(plan(), brought, newId))) return fail('slot-full');
      const missing = await missingHere(backup, brought);
      const wanted = [...newNotes(plan(), brought).flatMap(({ files }) => files), ...missing.flatMap(({ files }) => files)].map(({ place }) => place);
      const moved = await bringFiles(backup, wanted);
      const placed = (files: readonly KeptFile[]): readonly KeptFile[] => files.flatMap((file) => {
        const place = moved.get(file.place);
        return place === undefined ? [] : [{ ...file, place }];
      });
      const notes = brought.notes.map((note) => ({ ...note, files: placed(note.files) }));
      const before = plan().notes.length;
      turnInto(mergePlans(plan(), { ...brought, notes }, newId));
      for (const { id, files } of missing) if (placed(files).length > 0) setFiles(id, (here) => [...here, ...placed(files)]);
      for (const place of moved.values()) reserved.delete(place);
      const came: BroughtBack = { notes: plan().notes.length - before, files: missing.flatMap(({ files }) => placed(files)).length, lostFiles: wanted.filter((place) => !moved.has(place)).length };
      return (await settled()) ? ok(came) : fail(saveFault());
    },
  };
}
