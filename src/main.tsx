import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App, whereIs } from '#app/app.tsx';
import { loadScreen } from '#app/screens.ts';

/** Starts the app on the page as it was served. Order only. */
export async function startApp(): Promise<void> {
  const { pathname } = window.location;
  const { lang, route } = whereIs(pathname);
  await loadScreen(route, lang);
  const container = document.getElementById('app');
  if (!container) {
    return;
  }
  hydrateRoot(
    container,
    <StrictMode>
      <App path={pathname} />
    </StrictMode>,
    { onRecoverableError: markRecovered, onCaughtError: stayQuiet, onUncaughtError: stayQuiet },
  );
  whenQuiet(() => void import('#app/vault-start.ts').then(({ startVault }) => startVault(window), stayQuiet));
}

/** After all that a reader waits for; not any more when they are on their way out. */
function whenQuiet(act: () => void): void {
  const unlessLeft = (): void => {
    if (!('left' in document.documentElement.dataset)) act();
  };
  if ('requestIdleCallback' in window) window.requestIdleCallback(unlessLeft, { timeout: 3_000 });
  else setTimeout(unlessLeft, 500);
}

/** What went wrong stays on the device: nothing is printed or sent. */
function stayQuiet(): void {}

/** React had to draw a served page again: marked so that a browser test sees it. */
function markRecovered(): void {
  document.documentElement.dataset['appRecovered'] = '';
}
