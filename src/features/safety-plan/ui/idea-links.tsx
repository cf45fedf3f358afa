import type { ReactNode } from 'react';
import { pathTo } from '#content/routes';
import { useLanguage, useText } from '#i18n/use-text';
import { InsideLink } from '#ui/inside-link.tsx';
import type { Go } from '../at.ts';
import { ideaOf, type IdeaId } from '#content/ideas';

export function hasLinks(idea: IdeaId): boolean {
  const { need, people, read } = ideaOf(idea);
  return (need ?? people ?? read) !== undefined;
}

/** What there is to read about an idea, and who near can help with it: to stand among other things to press. */
export function IdeaLinks({ idea, go }: { readonly idea: IdeaId; readonly go: Go }): ReactNode {
  const lang = useLanguage();
  const t = useText('steps');
  const { need, people, read } = ideaOf(idea);
  return (
    <>
      {read === 'now' || read === 'device' || read === 'friends' || read === 'find' ? (
        <InsideLink to={pathTo(lang, read)}>{t(`read.${read}`)}</InsideLink>
      ) : (
        read && (
          <button type="button" className="as-link" data-plan-do={`to-${read}`} onClick={() => go({ view: read })}>
            {t(`read.${read}`)}
          </button>
        )
      )}
      {(need ?? people) && (
        <InsideLink to={pathTo(lang, 'find')} state={{ needs: need ? [need] : [], people: people ? [people] : [] }}>
          {t('near')}
        </InsideLink>
      )}
    </>
  );
}
