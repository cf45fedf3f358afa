import { exits, type ExitId } from '#content/exits';

/** What a person may choose about leaving, held in memory for the visit. */
export interface ExitChoices {
  readonly destination: ExitId;
  readonly shortcut: boolean;
}

let choices: ExitChoices = { destination: 'weather', shortcut: true };
const listeners = new Set<() => void>();

export function exitChoices(): ExitChoices {
  return choices;
}

export function onExitChoices(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Also turns the link itself, so that a press before or without our script leads there too. */
export function chooseExit(doc: Document, next: ExitChoices): void {
  choices = next;
  const link = doc.querySelector<HTMLAnchorElement>('[data-exit]');
  if (link) {
    link.href = outsideOf(next.destination) ?? clockPath(doc);
  }
  for (const tell of listeners) {
    tell();
  }
}

/** The outside address of a destination; null for the clock. */
export function outsideOf(destination: ExitId): string | null {
  return exits.find(({ id }) => id === destination)?.url ?? null;
}

/** The neutral page in the language of the screen. */
export function clockPath(doc: Document): string {
  return `/${doc.documentElement.lang || 'en'}/clock/`;
}
