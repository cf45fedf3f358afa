/** The host of an address as people say it: 'kent.police.uk'. */
export function siteName(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
