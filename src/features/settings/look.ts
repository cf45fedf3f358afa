/** How the screen looks, for this visit: held on the document itself and nowhere else. */
export const sizes = { normal: 100, large: 125, larger: 150, largest: 200 } as const;
export type Size = keyof typeof sizes;

export const looks = ['device', 'light', 'dark'] as const;
export type Look = (typeof looks)[number];

export const contrasts = ['normal', 'more'] as const;
export type Contrast = (typeof contrasts)[number];

export interface Appearance {
  readonly size: Size;
  readonly look: Look;
  readonly contrast: Contrast;
}

/** What the document wears now. */
export function appearanceOf(root: HTMLElement): Appearance {
  const { size = 'normal', look = 'device', contrast = 'normal' } = root.dataset;
  return {
    size: size in sizes ? (size as Size) : 'normal',
    look: looks.find((one) => one === look) ?? 'device',
    contrast: contrasts.find((one) => one === contrast) ?? 'normal',
  };
}

export function wear(root: HTMLElement, { size, look, contrast }: Appearance): void {
  root.dataset['size'] = size;
  root.dataset['look'] = look;
  root.dataset['contrast'] = contrast;
  root.style.fontSize = size === 'normal' ? '' : `${(1.0625 * sizes[size]) / 100}em`;
}
