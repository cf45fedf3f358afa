import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import type { IdeaId } from '#content/ideas';
import type { Go } from '../at.ts';
import { IdeaLinks } from './idea-links.tsx';
import { IdeaText } from './idea-text.tsx';

interface Props {
  readonly idea: IdeaId;
  readonly go: Go;
  readonly onAdd: () => void;
  readonly onPutAside: () => void;
}

/** An idea that can be added to one's steps, or put aside. */
export function IdeaRow({ idea, go, onAdd, onPutAside }: Props): ReactNode {
  const t = useText('steps');
  const id = `idea-${idea}`;
  return (
    <li data-idea={idea}>
      <div className="step">
        <p id={id} tabIndex={-1}>
          <IdeaText idea={idea} />
        </p>
        <button type="button" className="button quiet" data-plan-do="take-idea" aria-describedby={id} onClick={onAdd}>
          {t('take')}
        </button>
      </div>
      <div className="pair">
        <button type="button" className="as-link" data-plan-do="not-this" aria-describedby={id} onClick={onPutAside}>
          {t('not')}
        </button>
        <IdeaLinks idea={idea} go={go} />
      </div>
    </li>
  );
}
