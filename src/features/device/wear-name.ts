/** Points the document at a name and icon; what is installed next carries them. */
export function wearName(doc: Document, manifest: string, icon: string, title: string): void {
  for (const link of doc.querySelectorAll<HTMLLinkElement>('link[rel="manifest"], link[rel="apple-touch-icon"]')) {
    link.href = link.rel === 'manifest' ? manifest : icon;
  }
  let meta = doc.querySelector<HTMLMetaElement>('meta[name="apple-mobile-web-app-title"]');
  if (!meta) {
    meta = doc.createElement('meta');
    meta.name = 'apple-mobile-web-app-title';
    doc.head.append(meta);
  }
  meta.content = title;
}
