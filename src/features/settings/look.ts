/** How the screen looks, for this visit: held on the document and in memory. */
export const sizes = { normal: 100, large: 125, larger: 150, largest: 200 } as const;
export type Size = keyof typeof sizes;
export const sizeNames = Object.keys(sizes) as readonly Size[];

export const looks = ['device', 'light', 'dark'] as const;
export type Look = (typeof looks)[number];

export const contrasts = ['normal', 'more'] as const;
export type Contrast = (typeof contrasts)[number];

export interface Appearance {
  readonly size: Size;
  readonly look: Look;
  readonly contrast: Contrast;
}

export const asServed: Appearance = { size: 'normal', look: 'device', contrast: 'normal' };

let appearance = asServed;
const listeners = new Set<() => void>();

/** What the document wears now. */
export function worn(): Appearance {
  return appearance;
}

export function onAppearance(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function wear(root: HTMLElement, next: Appearance): void {
  appearance = next;
  const { size, look, contrast } = next;
  root.dataset['size'] = size;
  root.dataset['look'] = look;
  root.dataset['contrast'] = contrast;
  root.style.fontSize = size === 'normal' ? '' : `${(1.0625 * sizes[size]) / 100}em`;
  for (const tell of listeners) tell();
}
