import { useEffect, type ReactNode } from 'react';
import { useHandOn } from '#ui/use-hand-on.ts';
import { useHeadingFocus } from '#ui/use-heading-focus.ts';
import { attachKeeper, deleteAnswers, keepNow, type Keeper } from '../held.ts';
import { isBegun } from '../model/draft.ts';
import { CheckView } from './check-view.tsx';
import { DeleteAll } from './delete-all.tsx';
import type { SaveAsFile } from './file-way.tsx';
import { GoneLine } from './gone-line.tsx';
import { KeepSection } from './keep-section.tsx';
import { PaperView } from './paper-view.tsx';
import { StartView } from './start-view.tsx';
import { StepView } from './step-view.tsx';
import { useHeld, usePlanState } from './use-request.ts';

interface Props {
  /** What can keep the answers; without it they are held in memory only. */
  readonly keeper?: Keeper;
  readonly saveAsFile?: SaveAsFile;
  /** The page that explains what this is for; null where there is none. */
  readonly askTo: string | null;
}

/** The request: one question a page, all of them in this page's memory. */
export function RequestPage({ keeper, saveAsFile, askTo }: Props): ReactNode {
  const held = useHeld();
  const { draft, isChanging, keeping, gone } = held;
  const { hasAnswers } = usePlanState(keeper);
  const { at } = draft;
  const root = useHeadingFocus(at);
  const handOn = useHandOn();
  const deleteAll = (): void => {
    void deleteAnswers();
    // On the first page the heading stays the same, and what was pressed goes.
    handOn(() => root.current?.querySelector<HTMLElement>('h1'));
  };
  useEffect(() => {
    if (keeper) attachKeeper(keeper);
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') keepNow();
    };
    document.addEventListener('visibilitychange', whenHidden);
    // Leaving the screen is one of the moments at which nothing may stay unsaved.
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      keepNow();
    };
  }, [keeper]);
  return (
    <div ref={root} className="ask" data-ask-step={at === 'paper' ? 'document' : at}>
      <GoneLine gone={at === 'start' ? gone : null} />
      {at === 'start' && <StartView draft={draft} askTo={askTo} />}
      {at === 'check' && <CheckView draft={draft} />}
      {at === 'paper' && <PaperView draft={draft} askTo={askTo} saveAsFile={saveAsFile} />}
      {at !== 'start' && at !== 'check' && at !== 'paper' && <StepView key={at} draft={draft} step={at} isChanging={isChanging} />}
      <div className="off-paper">
        {keeper && <KeepSection held={held} keeper={keeper} />}
        {(isBegun(draft) || hasAnswers) && <DeleteAll key={`${at}`} isKept={keeping !== 'memory' || hasAnswers} onDelete={deleteAll} />}
      </div>
    </div>
  );
}
