import { chooseExit } from '#features/quick-exit/choices.ts';
import { wear } from '#features/settings/look.ts';
import { setIdleLimit } from '#features/vault/idle-limit.ts';
import { choicesIn } from '#storage/choices-record';
import { appearanceFrom, exitFrom, idleLimitFrom } from './choice-numbers.ts';

/** Puts on what the record says; false when it says nothing that can be read. */
export function putOnChoices(doc: Document, record: Uint8Array): boolean {
  const choices = choicesIn(record);
  if (!choices) return false;
  // Somebody already on the way out sees nothing of it.
  if ('left' in doc.documentElement.dataset) return true;
  chooseExit(doc, exitFrom(choices));
  wear(doc.documentElement, appearanceFrom(choices));
  setIdleLimit(idleLimitFrom(choices));
  return true;
}
