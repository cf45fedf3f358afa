import { useSyncExternalStore } from 'react';
import type { Holder } from '../holder.ts';
import type { Entry, Fields } from '../model/entry.ts';

/** The entries of the plan that is open, and its own fields, as they are now. */
export function useHolder(holder: Holder): { readonly entries: readonly Entry[]; readonly fields: Fields } {
  // Of the plan only: what became of saving it draws nothing anew here.
  const planNow = (): ReturnType<Holder['view']>['plan'] => holder.view().plan;
  const plan = useSyncExternalStore(holder.subscribe, planNow, planNow);
  return { entries: plan.notes, fields: plan.rest };
}
