/** Where somebody is inside their plan. Held by the route, in memory like every move. */
import type { SectionId } from '#content/ideas';

export type At =
  | { readonly view: 'home' | 'steps' | 'begin' | 'bag' | 'people' | 'code' | 'log' | 'take' }
  | { readonly view: 'section'; readonly section: SectionId }
  | { readonly view: 'person' | 'entry' | 'note'; readonly id: string };

export const atHome: At = { view: 'home' };

/** `inPlace`: instead of the screen that is there, so that Back leads to the one before it. */
export type Go = (at: At, inPlace?: boolean) => void;
