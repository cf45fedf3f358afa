/**
 * The page's side of the copy kept for use offline. It says nothing when
 * something fails: without a worker the page is an ordinary page and still
 * reads, calls and leaves. What the worker promises: src/sw/README.md.
 */

import { trustedScript } from '#kernel/script-address';

export type OfflineEvents = {
  /** A newer copy is complete and waits. Calling `takeOver` moves this tab to it. */
  readonly onUpdateWaiting: (takeOver: () => void) => void;
};

const workerAddress = '/sw.js';

const longestWaitForAppMs = 10_000;

/** When the app runs, or has had long enough: on a thin connection its scripts go first. */
function whenAppRuns(act: () => void): void {
  const root = document.documentElement;
  const go = () => {
    watcher.disconnect();
    clearTimeout(limit);
    act();
  };
  const look = () => {
    if (root.dataset['app'] === 'ready') go();
  };
  const watcher = new MutationObserver(look);
  const limit = setTimeout(go, longestWaitForAppMs);
  watcher.observe(root, { attributeFilter: ['data-app'] });
  look();
}

/** After the text, the exit and the app: the copy is for later. */
function whenQuiet(act: () => void): void {
  const wait = () => whenAppRuns(() => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 3_000 });
    else setTimeout(act, 200);
  });
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
}

/** Has the worker fetch what came second or was thrown away; true when all that a reader of this language needs is there. */
function makeWhole(worker: ServiceWorker, lang: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      port1.close();
      resolve(data === true);
    };
    worker.postMessage({ type: 'make-whole', lang }, [port2]);
  });
}

/**
 * Moves this tab to the waiting copy and reloads it once. Other open tabs keep
 * the page they run; the worker keeps the files those pages may still ask for.
 */
function takeOver(registration: ServiceWorkerRegistration): void {
  const { waiting } = registration;
  if (!waiting) {
    // Another tab was asked first: the newer copy is already in charge.
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage({ type: 'take-over' });
}

function watchForUpdate(registration: ServiceWorkerRegistration, events: OfflineEvents): void {
  const announce = () => {
    // Without an active worker this is a first install, not an update.
    if (registration.waiting && registration.active) {
      events.onUpdateWaiting(() => takeOver(registration));
    }
  };
  const watch = () => registration.installing?.addEventListener('statechange', announce);
  announce();
  watch();
  registration.addEventListener('updatefound', watch);
}

/**
 * Has the copy hold each language the screen is shown in. What is said of one
 * language is not said of the next: the word is taken back until it is true again.
 */
function keepLanguages(): Promise<void> {
  const root = document.documentElement;
  let asked = '';
  const ask = async () => {
    const { lang } = root;
    // Moving about writes the language anew each time.
    if (lang === asked) return;
    asked = lang;
    delete root.dataset['offline'];
    // None after everything was deleted: the worker that is still there must not begin again.
    const active = (await navigator.serviceWorker.getRegistration())?.active;
    if (active && (await makeWhole(active, lang)) && lang === root.lang) root.dataset['offline'] = 'ready';
  };
  new MutationObserver(() => void ask().catch(() => undefined)).observe(root, { attributeFilter: ['lang'] });
  return ask();
}

async function keepCopy(events: OfflineEvents): Promise<void> {
  const registration = await navigator.serviceWorker.register(trustedScript(workerAddress), {
    updateViaCache: 'none',
  });
  watchForUpdate(registration, events);
  await navigator.serviceWorker.ready;
  await keepLanguages();
}

/** Starts keeping a copy for use offline, once the page has settled. */
export function startOffline(events: OfflineEvents): void {
  // Private windows of some browsers have no service workers at all.
  if (!('serviceWorker' in navigator)) return;
  whenQuiet(() => void keepCopy(events).catch(() => undefined));
}
