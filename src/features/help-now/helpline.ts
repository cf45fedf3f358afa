import { assert } from '#kernel/assert';
import { helplineById } from '#content/helplines';
import type { HelplineId } from '#content/helpline-ids';
import type { Service } from '#content/service';

/** The record of an emergency-page service. It is there: the build fails otherwise. */
export function helpline(id: HelplineId): Service {
  const found = helplineById(id);
  assert(found, 'an emergency-page service is missing from the directory');
  return found;
}
