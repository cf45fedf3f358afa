import { bundleAsync } from 'lightningcss';

/** Oldest browsers the sheet is written for, as the script's own target in vite.config.ts. */
const targets = { chrome: 87 << 16, safari: (14 << 16) | (1 << 8), firefox: 78 << 16 };

/** One sheet with its imports folded in, minified. */
export async function bundleStyles(file: string): Promise<string> {
  const { code } = await bundleAsync({ filename: file, minify: true, targets });
  return new TextDecoder().decode(code);
}
