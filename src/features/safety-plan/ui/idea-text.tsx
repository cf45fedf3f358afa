import type { ReactNode } from 'react';
import { saidIn } from '#i18n/said';
import { useText } from '#i18n/use-text';
import { ideaOf, type IdeaId } from '#content/ideas';
import { ideaWords } from './step-words.ts';

const Said = saidIn('steps');

/** An idea in the language of the screen. */
export function IdeaText({ idea }: { readonly idea: IdeaId }): ReactNode {
  const t = useText('steps');
  return ideaOf(idea).isEmergency ? <Said say={(say) => ideaWords(say, idea)} /> : ideaWords(t, idea);
}
