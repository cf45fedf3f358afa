/** Entries as a session holds them, made by hand. */
import type { Entry } from '#features/safety-plan/model/entry.ts';

let count = 0;

export function entry(rest: Record<string, unknown>, words: { readonly title?: string; readonly text?: string } = {}, files: Entry['files'] = []): Entry {
  count += 1;
  return { id: `e${count}`, title: words.title ?? '', text: words.text ?? '', changed: '2026-11-28T10:00:00.000Z', files, rest };
}
