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
}

/** What went wrong stays on the device: nothing is printed or sent. */
function stayQuiet(): void {}

/** React had to draw a served page again: marked so that a browser test sees it. */
function markRecovered(): void {
  document.documentElement.dataset['appRecovered'] = '';
}
