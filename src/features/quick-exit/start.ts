import { clockPath, exitChoices, outsideOf } from './choices.ts';
import { cover, leave, uncover, type Destinations } from './leave.ts';
import { atRest, pressesNeeded, takeKey, withinMs } from './shortcut.ts';

const exitMark = '[data-exit]';

/** The words of the shortcut stand in the page, in its language; see index.html. */
interface ExitWords {
  readonly two: string;
  readonly one: string;
  readonly expired: string;
  readonly leaving: string;
}

function wordsOf(doc: Document): ExitWords {
  const words = doc.getElementById('exit-status')?.dataset ?? {};
  return { two: words['two'] ?? '', one: words['one'] ?? '', expired: words['expired'] ?? '', leaving: words['leaving'] ?? '' };
}

function destinations(doc: Document): Destinations {
  return { outside: outsideOf(exitChoices().destination), clock: clockPath(doc), word: wordsOf(doc).leaving };
}

/**
 * Listens for the exit on the window, in the capture phase, so that nothing on
 * the page can stop it. Safe to press twice.
 */
export function startExit(win: Window): void {
  win.addEventListener(
    'click',
    (event) => {
      const target = event.target;
      if (target instanceof Element && target.closest(exitMark)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        leave(win, destinations(win.document));
      }
    },
    { capture: true },
  );
  startShortcut(win);
}

function startShortcut(win: Window): void {
  const doc = win.document;
  let state = atRest;
  let expiry = 0;
  const show = (presses: number, words: string): void => {
    const status = doc.getElementById('exit-status');
    if (status) {
      status.textContent = words;
    }
    doc.querySelector<HTMLElement>(exitMark)?.setAttribute('data-presses', String(presses));
  };
  const forget = (words: string): void => {
    win.clearTimeout(expiry);
    state = atRest;
    show(0, words);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!exitChoices().shortcut) {
      return;
    }
    const before = state.presses.length;
    const answer = takeKey(state, {
      type: event.type === 'keydown' ? 'keydown' : 'keyup',
      key: event.key,
      code: event.code,
      atMs: event.timeStamp,
      repeat: event.repeat,
    });
    state = answer.state;
    const presses = state.presses.length;
    if (answer.left === 0) {
      forget('');
      leave(win, destinations(doc));
    } else if (presses > 0 && presses !== before) {
      const words = wordsOf(doc);
      show(presses, pressesNeeded - presses === 2 ? words.two : words.one);
      win.clearTimeout(expiry);
      expiry = win.setTimeout(() => forget(words.expired), withinMs);
    } else if (presses === 0 && before > 0) {
      forget('');
    }
  };
  win.addEventListener('keydown', onKey, { capture: true });
  win.addEventListener('keyup', onKey, { capture: true });
}

/**
 * Covers the page while it is hidden, so that the app switcher shows nothing,
 * and never un-hides a page that the browser brings back from its memory: such
 * a page goes on to the neutral one.
 */
export function guardReturn(win: Window): void {
  const doc = win.document;
  doc.addEventListener('visibilitychange', () => {
    if (doc.visibilityState === 'hidden') {
      cover(doc);
    } else {
      uncover(doc);
    }
  });
  win.addEventListener('pagehide', () => cover(doc));
  win.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      win.location.replace(clockPath(doc));
    }
  });
}
