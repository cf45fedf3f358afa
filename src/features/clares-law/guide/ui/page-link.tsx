import type { ReactNode } from 'react';
import type { Page } from '#content/force';
import { OutsideLink } from '#ui/outside-link.tsx';

/** A page of the police, by its host or by the English name of the force. */
export function PageLink({ page, name }: { readonly page: Page; readonly name?: string }): ReactNode {
  return (
    <OutsideLink href={page.url}>
      <bdi lang="en" dir="ltr">
        {name ?? page.site}
      </bdi>
    </OutsideLink>
  );
}
