import { fold, foldedWords } from '#kernel/fold';
import type { Note } from './plan.ts';

/** The notes that hold every word of the search, in title or text. An empty search finds all. */
export function searchNotes(notes: readonly Note[], query: string): readonly Note[] {
  const wanted = foldedWords(query);
  if (wanted.length === 0) return notes;
  return notes.filter(({ title, text }) => {
    const words = fold(`${title} ${text}`);
    return wanted.every((word) => words.includes(word));
  });
}
