import { cover, leave, uncover, type LeaveSettings } from './leave.ts';
import { atRest, takeKey } from './shortcut.ts';

const sharedAttribute = '[data-exit]';

function settingsOf(doc: Document): LeaveSettings {
  const link = doc.querySelector<HTMLAnchorElement>(sharedAttribute);
  return { outside: link?.href ?? 'about:blank', clock: `/${doc.documentElement.lang || 'en'}/clock/` };
}

/**
 * Listens for the exit on the window, in the capture phase, so that nothing on
 * the page can stop it. Safe to press twice.
 */
export function startExit(win: Window): void {
  const doc = win.document;
  let state = atRest;
  win.addEventListener(
    'click',
    (event) => {
      const target = event.target;
      if (target instanceof Element && target.closest(sharedAttribute)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        leave(win, settingsOf(doc));
      }
    },
    { capture: true },
  );
  const onKey = (event: KeyboardEvent): void => {
    const answer = takeKey(state, {
      type: event.type === 'keydown' ? 'keydown' : 'keyup',
      key: event.key,
      code: event.code,
      atMs: event.timeStamp,
      repeat: event.repeat,
    });
    state = answer.state;
    if (answer.left === 0) {
      state = atRest;
      leave(win, settingsOf(doc));
    }
  };
  win.addEventListener('keydown', onKey, { capture: true });
  win.addEventListener('keyup', onKey, { capture: true });
}

/**
 * Covers the page while it is hidden, so that the app switcher shows nothing,
 * and never un-hides a page that the browser brings back from its memory after
 * leaving: such a page goes on to the neutral one.
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
      win.location.replace(settingsOf(doc).clock);
    }
  });
}
