/**
 * Turns every route in every language into words at build time. Order only:
 * what a page says is the app itself, drawn once on the builder's machine.
 */
import { renderToString } from 'react-dom/server';
import { App, whereIs } from '#app/app.tsx';
import { loadScreen, screenIds } from '#app/screens.ts';
import { brand } from '#content/brand';
import { defaultExit } from '#content/exits';
import { manifestOf, manifestPath, plainNames } from '#content/plain-names';
import { pathTo, type RouteId } from '#content/routes';
import { languageOf, languages, sourceLanguage, type LanguageCode } from '#i18n/languages';
import { loadText, textOf } from '#i18n/text';
import { clockBody } from './features/clock/clock-page.ts';

export interface PageSpec {
  readonly lang: LanguageCode;
  readonly path: string;
  readonly route: RouteId;
  readonly template: 'index' | 'clock';
}

/** Every page that is written, the English first page twice: at `/` and at `/en/`. */
export function pages(): readonly PageSpec[] {
  const root = (path: string, route: RouteId): PageSpec => ({ lang: sourceLanguage, path, route, template: 'index' });
  return [
    root('/', 'home'),
    root('/404.html', 'lost'),
    ...languages.flatMap(({ code }) => [
      ...screenIds.map((route): PageSpec => ({ lang: code, path: pathTo(code, route), route, template: 'index' })),
      { lang: code, path: pathTo(code, 'clock'), route: 'clock', template: 'clock' } as const,
    ]),
  ];
}

/** What goes into the template's slots for a page. */
export async function renderPage(page: PageSpec): Promise<Readonly<Record<string, string>>> {
  const { code, dir } = languageOf(page.lang);
  await loadText(code, ['frame', 'clock']);
  const shared = { lang: code, dir, route: page.route };
  if (page.template === 'clock') {
    const t = textOf(code, 'clock');
    return { ...shared, title: t('title'), app: clockBody(t) };
  }
  const { lang, route } = whereIs(page.path);
  await loadScreen(route, lang);
  const t = textOf(lang, 'frame');
  return {
    ...shared,
    title: brand.name,
    themeLight: brand.themeLight,
    themeDark: brand.themeDark,
    exitUrl: defaultExit.url,
    exit: t('exit'),
    exitTwo: t('exitWords.two'),
    exitOne: t('exitWords.one'),
    exitExpired: t('exitWords.expired'),
    exitLeaving: t('exitWords.leaving'),
    skip: t('skip'),
    app: renderToString(<App path={page.path} />),
  };
}

/** The manifests of every plain name in every language, by address. */
export async function manifests(): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  for (const { code } of languages) {
    await loadText(code, ['device']);
    const t = textOf(code, 'device');
    for (const name of plainNames) {
      made.set(manifestPath(code, name), JSON.stringify(manifestOf(code, name, t(`install.names.${name}`, { brand: brand.name }), brand.themeLight)));
    }
  }
  return made;
}
