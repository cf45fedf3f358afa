import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** What is there already, or how to find what is drawn by then. */
type Goal = HTMLElement | null | undefined | (() => HTMLElement | null | undefined);

/** What is pressed may go from the screen with its row. Once it has, what was named takes the focus, in sight: a focus that is lost begins again at the top. */
export function useHandOn(): (to: Goal) => void {
  const [goal, setGoal] = useState<{ readonly to: Goal } | null>(null);
  useEffect(() => {
    const to = typeof goal?.to === 'function' ? goal.to() : goal?.to;
    to?.focus();
  }, [goal]);
  return useCallback((to) => setGoal({ to }), []);
}

/** A part of the row after this one; of the one before where it is the last. `null`: it is the only one. */
export function nextTo(inside: Element, part: string): HTMLElement | null {
  const row = inside.closest('li');
  return (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector<HTMLElement>(part) ?? null;
}

/** What a button opened hands the focus back to it on closing. The answer goes to the button. */
export function useHandBack(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return opener;
}
