import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/ui/tokens.css', 'utf8');

type Tokens = Readonly<Record<string, string>>;

/** A colour is one for both looks, or `light-dark(one, other)`. */
function tokensIn(block: string, look: 'light' | 'dark'): Tokens {
  const colour = /--([\w-]+):\s*(?:light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)|(#[\da-f]{6}))/gi;
  return Object.fromEntries([...block.matchAll(colour)].map(([, name = '', light = '', dark = '', both]) => [name, both ?? (look === 'light' ? light : dark)]));
}

/** Every set of colours of the sheet, light and dark: the first block, and what later blocks change of it. */
function themes(): { readonly name: string; readonly tokens: Tokens }[] {
  const blocks = [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({ name: selector.replace(/\/\*[\s\S]*?\*\//g, '').trim(), body }));
  return (['light', 'dark'] as const).flatMap((look) => {
    const sets = blocks.map(({ name, body }) => ({ name: `${name}, ${look}`, tokens: tokensIn(body, look) })).filter(({ tokens }) => 'paper' in tokens);
    return sets.map(({ name, tokens }) => ({ name, tokens: { ...sets[0]?.tokens, ...tokens } }));
  });
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Text on what it stands on: 4.5 to 1 (WCAG 1.4.3). */
const texts = [
  ['ink', 'paper'], ['ink', 'card'], ['soft', 'paper'], ['soft', 'card'], ['accent', 'paper'], ['accent', 'card'], ['accent', 'accent-soft'],
  ['on-accent', 'accent'], ['ink', 'accent-soft'], ['ink', 'amber-soft'], ['on-amber', 'amber'], ['on-exit', 'exit'],
] as const;

/** Edges of what can be pressed or typed into, and marks that carry meaning: 3 to 1 (WCAG 1.4.11). */
const edges = [['edge', 'paper'], ['edge', 'card'], ['accent', 'paper'], ['exit', 'paper'], ['amber-edge', 'paper'], ['amber-edge', 'card']] as const;

describe('the measure', () => {
  it('finds black on white 21 to 1, and a colour on itself 1 to 1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#17645c', '#17645c')).toBe(1);
  });

  it('has a light and a dark set of colours to look at, with and without more contrast', () => {
    expect(themes()).toHaveLength(4);
    expect(new Set(themes().map(({ tokens }) => tokens['paper'])).size).toBe(4);
  });
});

describe.each(themes())('the colours of $name', ({ tokens }) => {
  const below = (pairs: readonly (readonly [string, string])[], least: number): string[] =>
    pairs.flatMap(([one, other]) => {
      const [front, back] = [tokens[one], tokens[other]];
      if (front === undefined || back === undefined) return [`${one} or ${other} is not there`];
      const ratio = contrast(front, back);
      return ratio < least ? [`${one} on ${other}: ${ratio.toFixed(2)}`] : [];
    });

  it('let every text be read', () => {
    expect(below(texts, 4.5)).toEqual([]);
  });

  it('let every edge be seen', () => {
    expect(below(edges, 3)).toEqual([]);
  });
});
