/**
 * Pages as they are kept on the device: without what every one of them carries
 * when it comes from the network. The stylesheet is kept once, and so is the
 * frame of a language (all above the screen, and the foot). Both are put back
 * when a page is opened, byte for byte, so that the sheet's hash in the page's
 * own policy still holds. With many languages and many short pages this is most
 * of what an install would weigh.
 */

/** Where the lighter twin of a page lies. */
export function keptPath(path: string): string {
  return `/kept${path}`;
}

/** Where a kept stylesheet lies. */
export function keptSheetPath(name: string): string {
  return `/kept/${name}.css`;
}

/** Where the frame of a language lies. */
export function keptFramePath(lang: string): string {
  return `/kept/${lang}/frame.html`;
}

/** Stands in a kept page for its stylesheet. */
export function sheetMark(name: string): string {
  return `/*${name}*/`;
}

const styleWithMark = /<style>\/\*([a-z]+)\*\/<\/style>/;

/** The sheet a kept page waits for; null when it waits for none. */
export function sheetOf(page: string): string | null {
  return styleWithMark.exec(page)?.[1] ?? null;
}

/** The page as the network would have sent it. */
export function withSheet(page: string, sheet: string): string {
  // A function, because a sheet may hold what replace() reads as a pattern.
  return page.replace(styleWithMark, () => `<style>${sheet}</style>`);
}

const gap = '<!--screen-->';
const footMark = '<!--foot-->';
const topMark = /^<!--top (\S+) (\S*)-->/;
/** The screen's name and the end of its address, where they stand in a frame. */
const routeSlot = '{{route}}';
const tailSlot = '{{tail}}';

/** Where a page of the app is cut: the top ends where the screen begins, the foot is between screen and notice. */
const parts = /^([\s\S]*<main [^>]*>)([\s\S]*<\/main>)([\s\S]*<\/footer>)([\s\S]*)$/;

const topFor = (top: string, route: string, tail: string): string => top.replaceAll(routeSlot, route).replaceAll(tailSlot, tail);

/**
 * What the pages of a language share, worked out from one of them that is not
 * its first page (whose address ends in nothing). Throws when the page is not
 * made of those parts: then the template has changed, and so must this.
 */
export function frameFrom(page: string, route: string, tail: string): string {
  const [, top, , foot] = parts.exec(page) ?? [];
  if (top === undefined || foot === undefined || tail === '') throw new Error('this page has no frame');
  return top.replace(`data-route="${route}"`, `data-route="${routeSlot}"`).replaceAll(`/${tail}"`, `/${tailSlot}"`) + gap + foot;
}

/** A page without what the frame of its language gives back; the page as it is when it differs in that. */
export function withoutFrame(page: string, frame: string, route: string, tail: string): string {
  const [top = '', foot = ''] = frame.split(gap);
  const [, ownTop, screen = '', ownFoot, rest = ''] = parts.exec(page) ?? [];
  if (ownTop === undefined || ownTop !== topFor(top, route, tail)) return page;
  return `<!--top ${route} ${tail}-->${screen}${ownFoot === foot ? footMark : ownFoot}${rest}`;
}

/** True for a kept page that waits for its frame. */
export function needsFrame(page: string): boolean {
  return topMark.test(page);
}

/** The page with its frame put back. */
export function withFrame(page: string, frame: string): string {
  const [top = '', foot = ''] = frame.split(gap);
  return page.replace(topMark, (_, route: string, tail: string) => topFor(top, route, tail)).replace(footMark, () => foot);
}
