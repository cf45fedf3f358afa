/** Where the vault and the safety plan meet: what stands inside a plan that is open, and how a part of it is taken out. */
import { draftField, ourWordsField } from '#features/clares-law/form/held.ts';
import { useText } from '#i18n/use-text';
import { fail, ok, type Result } from '#kernel/result';
import type { At, Go } from '#features/safety-plan/at.ts';
import { isOfKind } from '#features/safety-plan/model/entry.ts';
import { fieldsBeside } from '#features/safety-plan/model/steps.ts';
import { SafetyPlan } from '#features/safety-plan/safety-plan.tsx';
import { Doors } from '#features/safety-plan/ui/doors.tsx';
import type { SealPart } from '#features/safety-plan/ui/take/hand-way.tsx';
import { Reader, type HandedOver } from '#features/safety-plan/ui/take/reader.tsx';
import { emptyPlan, parsePlan, planText } from '#features/vault/model/plan.ts';
import { secretFault } from '#features/vault/model/secret.ts';
import type { Session } from '#features/vault/session.ts';
import { deviceVault, drawPassphrase, longestPassphrase, type Backup } from '#features/vault/store.ts';
import { CopyToFile } from '#features/vault/ui/copy-to-file.tsx';
import { faultWords, type Fault } from '#features/vault/ui/fault-words.ts';
import { handOver } from '#features/vault/ui/hand-over.ts';
import type { Inside } from '#features/vault/ui/plan-page.tsx';

/** A sealed file of some entries, so that it reads the same elsewhere. How many pictures and recordings could not be read, and are not in it. */
async function sealEntries(session: Session, ids: readonly string[], withFiles: boolean, words: string): Promise<Result<number, Fault>> {
  const wrong = secretFault('own', words, '', longestPassphrase);
  if (wrong) return fail(wrong);
  if (!(await session.settled())) return fail(session.view().fault ?? 'locked');
  const { plan } = session.view();
  const readable = withFiles ? await session.readablePlaces() : [];
  const picked = plan.notes.filter(({ id }) => ids.includes(id));
  const lost = withFiles ? picked.flatMap(({ files }) => files).filter(({ place }) => !readable.includes(place)).length : 0;
  // The answers of a request are shown in no part, so none of them goes along unseen.
  const notes = picked.map((note) => ({ ...note, files: note.files.filter(({ place }) => readable.includes(place)), rest: { ...note.rest, [draftField]: undefined, [ourWordsField]: undefined } }));
  const text = planText({ ...emptyPlan, notes, rest: fieldsBeside(plan.rest, notes) });
  const sealed = await deviceVault().sealFile(text, words, notes.flatMap(({ files }) => files.map(({ place }) => place)));
  if (!sealed.ok) return sealed;
  // Locked meanwhile: no file may appear after that.
  if (session.closed.aborted) return fail('locked');
  handOver(document, sealed.value);
  return ok(lost);
}

/** Nobody else's entries need names that last: they are shown and let go. */
function handedOver({ text, files }: Backup): HandedOver {
  let count = 0;
  const plan = parsePlan(text, () => `handed-${(count += 1)}`);
  return { entries: plan.notes, fields: plan.rest, readFile: async (place) => files.find((one) => one.place === place)?.bytes ?? null };
}

export function useVaultInside(at: At, go: Go, leave: () => void): Inside {
  const t = useText('plan');
  const takeout = useText('takeout');
  const sealPartOf = (session: Session): SealPart => async (ids, withFiles, words) => {
    const answer = await sealEntries(session, ids, withFiles, words);
    return answer.ok ? { ok: true, lost: answer.value } : { ok: false, told: { what: answer.fault, words: faultWords(t, answer.fault) } };
  };
  return {
    doors: (session) => <Doors holder={session} go={go} />,
    screen: (session, saved) =>
      at.view === 'home' || at.view === 'note' ? null : <SafetyPlan holder={session} at={at} go={go} leave={leave} saved={saved} sealPart={sealPartOf(session)} drawWords={drawPassphrase} backup={<CopyToFile session={session} />} />,
    isNote: (note) => !isOfKind(note),
    noteId: at.view === 'note' ? at.id : null,
    openNote: (id) => go({ view: 'note', id }),
    closeNote: leave,
    reader: (backup, close) => <Reader handed={handedOver(backup)} onClose={close} />,
    readerDoor: { title: takeout('reader.door'), text: takeout('reader.doorText') },
  };
}
