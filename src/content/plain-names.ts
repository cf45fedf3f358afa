/**
 * The ordinary names and icons a person may install under. Each is a manifest
 * of its own with its own id, so that the browser never renames an installed
 * icon to another. Icons are made for this project.
 */
export const plainNames = ['oast', 'clock', 'notes', 'units'] as const;
export type PlainName = (typeof plainNames)[number];

/** Where the manifest of a name lies, in a language: its name is in that language. */
export function manifestPath(lang: string, name: PlainName): string {
  return `/install/${lang}-${name}.webmanifest`;
}

export function iconPath(name: PlainName, size: 180 | 192 | 512): string {
  return `/icons/${name}-${size}.png`;
}

/** The drawing the icon was made from: small, and kept for use offline. */
export function drawingPath(name: PlainName): string {
  return `/icons/${name}.svg`;
}

/** The manifest of a name. `shown` is the name in the language; `description` says no more than the name. */
export function manifestOf(lang: string, name: PlainName, shown: string, colour: string): Readonly<Record<string, unknown>> {
  return {
    id: `/${name}`,
    name: shown,
    short_name: shown,
    description: shown,
    lang,
    start_url: `/${lang}/`,
    scope: '/',
    display: 'standalone',
    theme_color: colour,
    background_color: colour,
    icons: [
      { src: iconPath(name, 192), sizes: '192x192', type: 'image/png' },
      { src: iconPath(name, 512), sizes: '512x512', type: 'image/png' },
      { src: `/icons/${name}-maskable-512.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
