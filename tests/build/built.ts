/** The production build as a reader of files sees it. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { JSDOM } from 'jsdom';
import { pathTo, routeIds } from '#content/routes';
import { languages } from '#i18n/languages';
import { dist, listPages } from '../helpers/server.ts';

export interface BuiltPage {
  readonly lang: string;
  readonly path: string;
  readonly route: string;
  readonly html: string;
  readonly document: Document;
}

export function readBuilt(path: string): string {
  return readFileSync(join(dist, path), 'utf8');
}

function open(page: { readonly lang: string; readonly path: string; readonly route: string }): BuiltPage {
  const html = readBuilt(page.path.endsWith('/') ? `${page.path}index.html` : page.path);
  return { ...page, html, document: new JSDOM(html).window.document };
}

/** Every listed page. */
export function builtPages(): BuiltPage[] {
  return listPages().map(open);
}

/** The pages that say "not here", which are not listed. */
export function lostPages(): BuiltPage[] {
  const lost = languages.map(({ code }) => ({ lang: code, path: pathTo(code, 'lost'), route: 'lost' }));
  return [{ lang: 'en', path: '/404.html', route: 'lost' }, ...lost].map(open);
}

/** What pages.json should say: every route in every language, and the first page at '/' too. */
export function expectedPages(): { lang: string; path: string; route: string }[] {
  const routes = routeIds.filter((route) => route !== 'lost');
  return [
    { lang: 'en', path: '/', route: 'home' },
    ...languages.flatMap(({ code }) => routes.map((route) => ({ lang: code, path: pathTo(code, route), route }))),
  ];
}

/** Every file of the build, as paths from its root. */
export function builtFiles(): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .sort();
}

export function isText(path: string): boolean {
  return ['.html', '.js', '.json', '.svg', '.webmanifest', ''].includes(extname(path));
}

/** What a person sees or hears of a page: its texts, and the attributes that are read out. */
export interface Shown {
  readonly text: string;
  /** In a part that says it is in another language than the page. */
  readonly marked: boolean;
}

const spokenAttributes = ['alt', 'aria-label', 'aria-description', 'placeholder', 'title', 'data-words'];

export function shownOn({ document: page, lang }: Pick<BuiltPage, 'document' | 'lang'>): Shown[] {
  const shown: Shown[] = [];
  const isMarked = (element: Element): boolean => (element.closest('[lang]')?.getAttribute('lang') ?? lang) !== lang;
  for (const element of page.querySelectorAll('body, body *, title')) {
    if (element.localName === 'script' || element.localName === 'style') continue;
    const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? '');
    const spoken = spokenAttributes.map((name) => element.getAttribute(name) ?? '');
    for (const text of [...own, ...spoken]) if (text.trim() !== '') shown.push({ text: text.trim(), marked: isMarked(element) });
  }
  return shown;
}
