/**
 * Pages as they are kept on the device: without the stylesheet that every one
 * of them carries when it comes from the network. The sheet is kept once and
 * put back when a page is opened, so that its hash in the page's own policy
 * still holds. With many languages this is most of what an install would weigh.
 */

/** Where the lighter twin of a page lies. */
export function keptPath(path: string): string {
  return `/kept${path}`;
}

/** Where a kept stylesheet lies. */
export function keptSheetPath(name: string): string {
  return `/kept/${name}.css`;
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
