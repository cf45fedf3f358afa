/** The guides come as one part. Their ideas are drawn as a plan draws them. */
import { createElement, type ComponentType } from 'react';
import type { GuideId } from '#content/routes';
import { GuidePage } from '#features/guides/ui/guide-page.tsx';
import { IdeaText } from '#features/safety-plan/ui/idea-text.tsx';

export { ReadPage as Page } from '#features/guides/ui/read-page.tsx';

/** The screen of one guide. */
export function guideScreen(id: GuideId): ComponentType {
  return () => createElement(GuidePage, { id, renderIdea: (idea) => createElement(IdeaText, { idea }) });
}
