import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { isSteps, isUrgent, pointsOf, type SectionId } from '../model/sections.ts';
import { valuesOf } from './reach.ts';
import { Said } from './said.ts';

interface Props {
  readonly id: SectionId;
  readonly children?: ReactNode;
}

/** One part of the explanation, as the table of sentences has it. */
export function Explained({ id, children }: Props): ReactNode {
  const t = useText('ask');
  return (
    <section id={id}>
      <h2>{t(`${id}.title`)}</h2>
      <Points id={id} />
      {children}
    </section>
  );
}

export function Points({ id }: { readonly id: SectionId }): ReactNode {
  const t = useText('ask');
  const values = valuesOf();
  const List = isSteps(id) ? 'ol' : 'ul';
  return (
    <List className={isSteps(id) ? 'steps' : 'plain'}>
      {pointsOf(id).map((key) => (
        <li key={key}>{isUrgent(key) ? <Said say={(say) => say(key, values)} /> : t(key, values)}</li>
      ))}
    </List>
  );
}
