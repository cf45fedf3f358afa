/** Stands in the list of downloads, so it says nothing. */
export const neutralFileName = 'notes.bin';

/** Gives a file to the browser's downloads, and lets go of it. */
export function handOver(doc: Document, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = doc.createElement('a');
  link.href = address;
  link.download = neutralFileName;
  link.hidden = true;
  doc.body.append(link);
  link.click();
  link.remove();
  // Safari reads it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
