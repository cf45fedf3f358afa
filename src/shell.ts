/**
 * The second layer of arrival, a few kB and no React: the exit, moving about
 * before the app has loaded, the copy for use offline, and then the app itself.
 * Order only; what each step does stands in its own file.
 */
import { wearKept } from './app/kept-choices.ts';
import { startOffline } from './app/offline.ts';
import { holdInstallPrompt } from './features/device/install.ts';
import { guardReturn, startExit } from './features/quick-exit/start.ts';
import { replaceOnClick } from './app/early-links.ts';
import { announceUpdate } from './app/update-bell.ts';

startExit(window);
guardReturn(window);
void wearKept(window);
holdInstallPrompt(window);
const stopReplacing = replaceOnClick(window);

/** After the text is painted and the exit works. */
function loadApp(): void {
  import('./main.tsx').then(
    ({ startApp }) => startApp().then(stopReplacing),
    // The page as it was served stays readable and every link on it works.
    () => undefined,
  );
}

if (document.readyState === 'complete') {
  loadApp();
} else {
  window.addEventListener('load', loadApp, { once: true });
}

startOffline({ onUpdateWaiting: announceUpdate });
