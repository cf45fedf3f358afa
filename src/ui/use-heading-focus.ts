import { useEffect, useRef } from 'react';

/** The heading takes the focus when a screen becomes another, not when it is first shown. The answer goes to the screen's root. */
export function useHeadingFocus(view: string): { readonly current: HTMLDivElement | null } {
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    root.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [view]);
  return root;
}
