import { useRef, useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { nextTo, useHandOn } from '#ui/use-hand-on.ts';
import type { Go } from '../at.ts';
import type { Holder } from '../holder.ts';
import { ideasOf, type IdeaId, type SectionId } from '#content/ideas';
import { asideOf, ideasLeft, isBag, pickedIn, stepsIn } from '../model/steps.ts';
import { IdeaRow } from './idea-row.tsx';
import { IdeaText } from './idea-text.tsx';
import { OwnStep } from './own-step.tsx';
import { StepList } from './step-list.tsx';
import { useHolder } from './use-holder.ts';

interface Props {
  readonly holder: Holder;
  readonly section: SectionId;
  readonly go: Go;
}

/** What was done last with an idea here, while it can be undone where it was done. `step`: what was added; `null`: it was put aside. */
interface Last {
  readonly idea: IdeaId;
  readonly step: string | null;
}

/** The steps of a section, put off or not; the ideas that are left; and those put aside, which can come back. */
export function SectionPart({ holder, section, go }: Props): ReactNode {
  const t = useText('steps');
  const { entries, fields } = useHolder(holder);
  const [last, setLast] = useState<Last | null>(null);
  const all = stepsIn(entries);
  const picked = pickedIn(fields);
  const own = all.filter(({ of }) => of === section);
  const left = ideasLeft(section, picked, all);
  const aside = asideOf(section, picked);
  const heading = useRef<HTMLHeadingElement>(null);
  const handOn = useHandOn();
  /** The row that was pressed goes: the next one takes the focus, or the list it came from. */
  const settle = (row: Element): void => {
    holder.saveNow();
    const next = nextTo(row, 'p');
    handOn(() => next ?? heading.current);
  };
  const take = (idea: IdeaId): string => holder.add({ step: { of: section, idea } });
  const setAside = (next: readonly IdeaId[]): void => holder.setField('aside', next);
  /** Said where it was done, and read out there: the focus stays in its place of the list. */
  const tell = (next: Last): void => {
    holder.saveNow();
    setLast(next);
    handOn(() => document.getElementById(`gone-${next.idea}`));
  };
  const undo = ({ idea, step }: Last): void => {
    if (step === null) setAside(picked.aside.filter((one) => one !== idea));
    else holder.remove(step);
    holder.saveNow();
    setLast(null);
    handOn(() => document.getElementById(`idea-${idea}`));
  };
  return (
    <section data-plan-list={section}>
      {own.length > 0 && (
        <h2 ref={heading} tabIndex={-1}>
          {isBag(section) ? t(`section.${section}`) : t('yours')}
        </h2>
      )}
      <StepList holder={holder} steps={own.filter(({ isLater }) => !isLater)} go={go} after={heading} />
      {own.some(({ isLater }) => isLater) && <h3>{t('later')}</h3>}
      <StepList holder={holder} steps={own.filter(({ isLater }) => isLater)} go={go} after={heading} />
      {(left.length > 0 || last !== null || own.length === 0) && (
        <h2 ref={own.length > 0 ? undefined : heading} tabIndex={-1}>
          {isBag(section) ? `${t('ideas')}: ${t(`section.${section}`)}` : t('ideas')}
        </h2>
      )}
      {left.length === 0 && own.length === 0 && <p className="soft">{t('noIdeas')}</p>}
      {isBag(section) && left.length > 1 && (
        <p>
          <button
            type="button"
            className="button quiet"
            data-plan-do="take-all"
            onClick={({ currentTarget }) => {
              left.forEach(take);
              setLast(null);
              settle(currentTarget);
            }}
          >
            {t('takeAll')}
          </button>
        </p>
      )}
      <ul className="facts">
        {ideasOf(section)
          .filter((idea) => idea === last?.idea || left.includes(idea))
          .map((idea) =>
            last && !left.includes(idea) ? (
              <li key={idea} data-idea-gone={idea}>
                <p id={`gone-${idea}`} className="soft" tabIndex={-1}>
                  {t(last.step === null ? 'putAside' : 'added')}{' '}
                  <button type="button" className="as-link" data-plan-do="undo" onClick={() => undo(last)}>
                    {t('undo')}
                  </button>
                </p>
              </li>
            ) : (
              <IdeaRow
                key={idea}
                idea={idea}
                go={go}
                onAdd={() => tell({ idea, step: take(idea) })}
                onPutAside={() => {
                  setAside([...picked.aside, idea]);
                  tell({ idea, step: null });
                }}
              />
            ),
          )}
      </ul>
      <OwnStep holder={holder} section={section} />
      {aside.length > 0 && (
        <details className="fold">
          <summary>{t('aside', { count: aside.length })}</summary>
          <ul className="facts">
            {aside.map((idea) => (
              <li key={idea}>
                <p id={`aside-${idea}`} tabIndex={-1}>
                  <IdeaText idea={idea} />
                </p>
                <button
                  type="button"
                  className="button quiet"
                  aria-describedby={`aside-${idea}`}
                  data-plan-do="show-again"
                  onClick={({ currentTarget }) => {
                    setAside(picked.aside.filter((one) => one !== idea));
                    setLast(null);
                    settle(currentTarget);
                  }}
                >
                  {t('bringBack')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
