import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** A link to another site: its own tab, told nothing about where the person came from. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: ReactNode }): ReactNode {
  return (
    <a className="outside" href={href} target="_blank" rel="noopener noreferrer external">
      <Icon name="link" />
      <span>{children}</span>
    </a>
  );
}
