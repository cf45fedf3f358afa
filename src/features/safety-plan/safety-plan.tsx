import type { ReactNode } from 'react';
import { atHome, type At, type Go } from './at.ts';
import type { Holder } from './holder.ts';
import { BagView } from './ui/bag-view.tsx';
import { BeginView } from './ui/begin-view.tsx';
import { CodeView } from './ui/code-view.tsx';
import { EntryView } from './ui/entry-view.tsx';
import { LogView } from './ui/log-view.tsx';
import { PeopleView } from './ui/people-view.tsx';
import { PersonView } from './ui/person-view.tsx';
import { SectionView } from './ui/section-view.tsx';
import { StepsView } from './ui/steps-view.tsx';
import { useHolder } from './ui/use-holder.ts';
import type { SealPart } from './ui/take/hand-way.tsx';
import { TakeView } from './ui/take/take-view.tsx';

interface Props {
  readonly holder: Holder;
  readonly at: At;
  readonly go: Go;
  /** One screen back. */
  readonly leave: () => void;
  /** What became of saving, as the vault says it. */
  readonly saved: ReactNode;
  readonly sealPart: SealPart;
  readonly drawWords: () => string;
  /** Makes a locked copy of everything. */
  readonly backup: ReactNode;
}

/** The screens inside a plan. Its first one, the notes with these doors, is the vault's. */
export function SafetyPlan({ holder, at, go, leave, saved, sealPart, drawWords, backup }: Props): ReactNode {
  const { entries } = useHolder(holder);
  /** An entry in which nothing was written is not kept: the way back to it leads to its list. */
  const isThere = (id: string): boolean => entries.some((entry) => entry.id === id);
  switch (at.view) {
    case 'begin':
      return <BeginView holder={holder} leave={leave} />;
    case 'steps':
      return <StepsView holder={holder} go={go} saved={saved} />;
    case 'section':
      return <SectionView key={at.section} holder={holder} section={at.section} go={go} leave={leave} saved={saved} />;
    case 'bag':
      return <BagView holder={holder} go={go} saved={saved} />;
    case 'people':
      return <PeopleView holder={holder} go={go} saved={saved} />;
    case 'person':
      return isThere(at.id) ? <PersonView key={at.id} holder={holder} id={at.id} leave={leave} saved={saved} /> : <PeopleView holder={holder} go={go} saved={saved} />;
    case 'code':
      return <CodeView holder={holder} leave={leave} saved={saved} />;
    case 'log':
      return <LogView holder={holder} go={go} saved={saved} />;
    case 'entry':
      return isThere(at.id) ? <EntryView key={at.id} holder={holder} id={at.id} leave={leave} saved={saved} /> : <LogView holder={holder} go={go} saved={saved} />;
    case 'take':
      return <TakeView holder={holder} sealPart={sealPart} drawWords={drawWords} backup={backup} />;
    case 'home':
    case 'note':
      return null;
  }
}

const views: Readonly<Record<At['view'], 'plain' | 'section' | 'id'>> = {
  home: 'plain', steps: 'plain', begin: 'plain', bag: 'plain', people: 'plain', code: 'plain', log: 'plain', take: 'plain', section: 'section', person: 'id', entry: 'id', note: 'id',
};

function isAt(value: unknown): value is At {
  if (typeof value !== 'object' || value === null || !('view' in value) || typeof value.view !== 'string') return false;
  const kind = Object.hasOwn(views, value.view) ? views[value.view as At['view']] : null;
  return kind === 'plain' || (kind !== null && kind in value);
}

/** Where somebody is, from what the route holds; the first screen for anything else. */
export function readAt(value: unknown): At {
  return isAt(value) ? value : atHome;
}
