/**
 * Leaving. In this order, in one task: cover the screen and empty it for
 * assistive technology; neutral title and icon; drop what is held in memory;
 * go. Nothing waits for storage or network, nothing is logged or sent.
 *
 * `location.replace` is used because a visit holds one history entry and this
 * overwrites it. GOV.UK's component assigns `location.href` and stays one Back
 * press away (read in its source, 2026-07-01).
 */
export interface Destinations {
  /** An ordinary outside page; null: the neutral page was chosen. */
  readonly outside: string | null;
  /** Our own neutral page, saved on the device. */
  readonly clock: string;
  /** A word that says nothing, for a screen reader: "Loading". */
  readonly word: string;
}

/** How long the outside page may take before the neutral page is shown instead. */
export const answerWithinMs = 1500;

const secretDroppers = new Set<() => void>();

/** Registers something to forget on leaving (a key, an unsaved text). Must be synchronous and never throw. */
export function onLeave(drop: () => void): () => void {
  secretDroppers.add(drop);
  return () => secretDroppers.delete(drop);
}

/** Opened from an icon: an outside page would open over the app instead of in its place. */
function isInstalled(win: Window): boolean {
  const standaloneModes = '(display-mode: standalone), (display-mode: fullscreen), (display-mode: minimal-ui)';
  return win.matchMedia(standaloneModes).matches || (win.navigator as { standalone?: boolean }).standalone === true;
}

/** Covers everything at once: the stylesheet hides the body and its colours are the system's own. */
export function cover(doc: Document): void {
  doc.documentElement.dataset['covered'] = '';
}

export function uncover(doc: Document): void {
  delete doc.documentElement.dataset['covered'];
}

/** Leaves the body with one quiet word for a screen reader and nothing to see. */
function empty(doc: Document, word: string): void {
  cover(doc);
  const said = doc.createElement('p');
  said.setAttribute('role', 'alert');
  said.className = 'visually-hidden';
  said.textContent = word;
  doc.body.replaceChildren(said);
  doc.documentElement.dataset['left'] = '';
  uncover(doc);
}

export function leave(win: Window, { outside, clock, word }: Destinations): void {
  const doc = win.document;
  if ('left' in doc.documentElement.dataset) {
    // Already on the way: a second press asks for nothing more.
    return;
  }
  empty(doc, word);
  doc.title = word;
  // The icons stay: they say nothing (a plain drawing). Taking any of them off, the one for phones too, makes
  // Chromium ask our server for the other again while it leaves (measured on a first visit, version 156).
  doc.querySelector('link[rel="manifest"]')?.remove();
  for (const drop of secretDroppers) {
    drop();
  }
  // Without a worker the neutral page cannot be had offline either: an empty page can.
  const savedHere = win.navigator.serviceWorker?.controller != null;
  const neutral = savedHere || win.navigator.onLine ? clock : 'about:blank';
  if (outside === null || !win.navigator.onLine || isInstalled(win)) {
    win.location.replace(neutral);
    return;
  }
  const fallback = win.setTimeout(() => win.location.replace(neutral), answerWithinMs);
  // Left for good: WebKit would let the timer of a page it keeps run on, over whatever is shown by then.
  win.addEventListener('pagehide', () => win.clearTimeout(fallback), { once: true });
  win.location.replace(outside);
}
