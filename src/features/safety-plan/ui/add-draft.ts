import type { Holder } from '../holder.ts';
import type { Step } from '../model/steps.ts';

/** What was being typed becomes a step; without words, nothing. */
export function addDraft(holder: Holder, { id, words, field }: Step): void {
  const text = words.trim();
  if (text === '') holder.remove(id);
  else holder.change(id, { text, fields: { step: { ...field, draft: undefined } } });
}
