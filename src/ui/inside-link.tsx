import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: string;
  readonly replace?: boolean;
  /** For the screen it leads to. Held in memory like all moves, never in the address. */
  readonly state?: unknown;
}

/**
 * A link to another screen: a real link, taken over in memory. The router's own
 * `Link` brings its prefetching of routes with it, which a page that saves
 * everything has no use for.
 */
export function InsideLink({ to, replace = false, state, onClick, children, ...rest }: Props): ReactNode {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(to, { replace, state });
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) {
          follow(event);
        }
      }}
    >
      {children}
    </a>
  );
}
