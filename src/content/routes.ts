/**
 * The addresses of the app as data. Words in them are plain and give nothing
 * away: they are read in the browser's history list.
 */

/** The guides: each the last word of its address, in the order of the list. */
export const guideIds = ['signs', 'home', 'moving', 'children', 'money', 'visa', 'phone', 'health', 'family', 'young', 'pets', 'law', 'friend', 'bag'] as const;
export type GuideId = (typeof guideIds)[number];
export type GuideRoute = `read/${GuideId}`;

/** A guide's screen has its address for a name. */
export const guideRoutes = guideIds.map((id): GuideRoute => `read/${id}`);

export const routeIds = ['home', 'now', 'find', 'more', 'ask', 'ways', 'friends', 'request', 'plan', 'read', ...guideRoutes, 'device', 'settings', 'about', 'sources', 'clock', 'lost'] as const;
export type RouteId = (typeof routeIds)[number];

/** Where the address is not the screen's own name. */
const tails: Partial<Record<RouteId, string>> = {
  home: '',
  more: 'find/more/',
  ways: 'ask/ways/',
  friends: 'ask/friends/',
  request: 'ask/request/',
  sources: 'about/sources/',
  lost: '404.html',
};

const tailOf = (route: RouteId): string => tails[route] ?? `${route}/`;

/** The address of a screen in a language: `/en/now/`. */
export function pathTo(lang: string, route: RouteId): string {
  return `/${lang}/${tailOf(route)}`;
}

/**
 * Reads an address in any of its spellings (`/en/now`, `/en/now/`,
 * `/en/now/index.html`, any query). `lang` is null when the address names none;
 * a path that leads nowhere reads as `lost`, never as an error.
 */
export function readPath(pathname: string): { readonly lang: string | null; readonly route: RouteId } {
  const words = pathname.split('/').filter((word) => word !== '' && word !== 'index.html');
  const [lang, ...rest] = words;
  if (lang === undefined) {
    return { lang: null, route: 'home' };
  }
  const tail = rest.length === 0 ? '' : `${rest.join('/')}/`;
  const found = routeIds.find((id) => id !== 'lost' && tailOf(id) === tail);
  return { lang, route: found ?? 'lost' };
}
