import { useEffect, useRef } from 'react';

/** Does something once this part is left for good: React may take a part out and put it back in one breath. */
export function useLeaving(act: () => void): void {
  const latest = useRef(act);
  const isHere = useRef(false);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      queueMicrotask(() => {
        if (!isHere.current) latest.current();
      });
    };
  }, []);
}
