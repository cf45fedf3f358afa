import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

configure({
  // Generous, for a busy machine: nothing is timed here.
  asyncUtilTimeout: 15_000,
  // A failure names what is missing, not the whole page.
  getElementError: (message) => new Error(message?.split('\n', 1)[0] ?? 'not found'),
  // Screens load while someone clicks, as on a phone: events run as they come and the tests wait for what is seen.
  eventWrapper: (act) => act(),
  asyncWrapper: (act) => act(),
  unstable_advanceTimersWrapper: (act) => act(),
});
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });

beforeEach(() => {
  // jsdom lays nothing out, so there is nothing to scroll.
  vi.stubGlobal('scrollTo', vi.fn());
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.documentElement.removeAttribute('data-app');
});
