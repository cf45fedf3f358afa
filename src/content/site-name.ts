/** The host of an address as people say it: 'kent.police.uk'. Throws on text that is no address: the directory's were read by its schema. */
export function siteName(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
