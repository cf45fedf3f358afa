import { Suspense, use, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigationType } from 'react-router';
import { readPath, type RouteId } from '#content/routes';
import { findLanguage, sourceLanguage, type LanguageCode } from '#i18n/languages';
import { ScreenLanguage } from '#i18n/use-text';
import { Frame } from './frame.tsx';
import { dressDocument } from './dress-document.ts';
import { drawScreen, loadFrame, loadScreen, type ScreenId } from './screens.ts';
import { useSystemBack } from './system-back.ts';
import { Trouble } from './trouble.tsx';

/**
 * The whole app, started from the address the page was opened at. Where you
 * are lives in memory: the address bar and the browser's history stay as they
 * were on arrival.
 */
export function App({ path }: { readonly path: string }): ReactNode {
  return (
    <MemoryRouter initialEntries={[path]}>
      <Screen />
    </MemoryRouter>
  );
}

export function whereIs(pathname: string): { readonly lang: LanguageCode; readonly route: ScreenId } {
  const { lang, route } = readPath(pathname);
  const language = findLanguage(lang ?? sourceLanguage);
  if (!language) {
    return { lang: sourceLanguage, route: 'lost' };
  }
  return { lang: language.code, route: screenOf(route) };
}

function screenOf(route: RouteId): ScreenId {
  return route === 'clock' ? 'home' : route;
}

function Screen(): ReactNode {
  const { pathname, key } = useLocation();
  const { lang, route } = whereIs(pathname);
  useArrival(key);
  useSystemBack();
  useEffect(() => dressDocument(document, lang, route), [lang, route]);
  return (
    <ScreenLanguage value={lang}>
      <Suspense fallback={null}>
        <Trouble>
          <Framed lang={lang} route={route} />
        </Trouble>
      </Suspense>
    </ScreenLanguage>
  );
}

interface Where {
  readonly lang: LanguageCode;
  readonly route: ScreenId;
}

/** A screen that fails keeps the frame; only a language that did not arrive takes the frame with it. */
function Framed({ lang, route }: Where): ReactNode {
  use(loadFrame(lang));
  return (
    <Frame route={route}>
      <Trouble key={route}>
        <Loaded lang={lang} route={route} />
      </Trouble>
    </Frame>
  );
}

function Loaded({ lang, route }: Where): ReactNode {
  use(loadScreen(route, lang));
  return drawScreen(route);
}

/**
 * On each move the heading takes focus and the screen starts at the top; on
 * the way back it is where it was left. Nothing of it is kept after the visit.
 */
function useArrival(key: string): void {
  const how = useNavigationType();
  const shown = useRef(key);
  const heights = useRef(new Map<string, number>());
  useEffect(() => {
    const known = heights.current;
    const remember = (): void => {
      known.set(shown.current, window.scrollY);
    };
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, []);
  useLayoutEffect(() => {
    if (shown.current === key) {
      return;
    }
    shown.current = key;
    const height = how === 'POP' ? (heights.current.get(key) ?? 0) : 0;
    document.querySelector('h1')?.focus({ preventScroll: true });
    window.scrollTo(0, height);
  }, [key, how]);
}
