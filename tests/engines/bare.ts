/** As a reader of a PDF finds its text: without the spaces and marks that only place the signs. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
