/**
 * The addresses of the app as data. Words in them are plain and give nothing
 * away: they are read in the browser's history list.
 */
export const routeIds = ['home', 'now', 'find', 'more', 'ask', 'ways', 'friends', 'request', 'plan', 'device', 'settings', 'about', 'sources', 'clock', 'lost'] as const;
export type RouteId = (typeof routeIds)[number];

const tails: Record<RouteId, string> = {
  home: '',
  now: 'now/',
  find: 'find/',
  more: 'find/more/',
  ask: 'ask/',
  ways: 'ask/ways/',
  friends: 'ask/friends/',
  request: 'ask/request/',
  plan: 'plan/',
  device: 'device/',
  settings: 'settings/',
  about: 'about/',
  sources: 'about/sources/',
  clock: 'clock/',
  lost: '404.html',
};

/** The address of a screen in a language: `/en/now/`. */
export function pathTo(lang: string, route: RouteId): string {
  return `/${lang}/${tails[route]}`;
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
  const found = routeIds.find((id) => id !== 'lost' && tails[id] === tail);
  return { lang, route: found ?? 'lost' };
}
