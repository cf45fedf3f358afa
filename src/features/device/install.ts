/**
 * Installing, only ever when a person asks. The browser's own prompt is held
 * back from the start; the page's button brings it, for browsers that have one.
 */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let held: InstallPrompt | null = null;
const listeners = new Set<() => void>();

/** Keeps the browser from offering by itself. Called by the shell before anything else loads. */
export function holdInstallPrompt(win: Window): void {
  win.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    held = event as InstallPrompt;
    for (const tell of listeners) {
      tell();
    }
  });
}

export function onInstallable(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** True when this browser lets a page ask. */
export function isInstallable(): boolean {
  return held !== null;
}

/** Brings the browser's own question. It can be asked once per offer. */
export async function askToInstall(): Promise<void> {
  const offer = held;
  held = null;
  await offer?.prompt();
}
