import type { TFunction } from 'i18next';
import type { SectionId } from '#content/ideas';

/** Sections whose name says something of a person's life that a screen or a paper should not say to whoever glances at it. */
const quiet = ['together', 'going', 'left', 'pregnant', 'older', 'teen', 'care'] as const satisfies readonly SectionId[];
type Quiet = (typeof quiet)[number];

const isQuiet = (section: SectionId): section is Quiet => (quiet as readonly SectionId[]).includes(section);

/** As a heading: short, and the same for oneself and for somebody else. */
export function sectionTitle(t: TFunction<'steps'>, section: SectionId): string {
  return isQuiet(section) ? t(`heading.${section}`) : t(`section.${section}`);
}

/** As it is asked, of oneself or of the other person. */
export function sectionAsked(t: TFunction<'steps'>, section: SectionId, isForFriend: boolean): string {
  return isForFriend && isQuiet(section) ? t(`begin.their.${section}`) : t(`section.${section}`);
}
