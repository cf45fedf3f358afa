import { useEffect, useRef } from 'react';

/** A signal that says stop once the screen is left. */
export function useStop(): () => AbortSignal {
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    stop.current = new AbortController();
    return () => stop.current?.abort();
  }, []);
  return () => (stop.current ??= new AbortController()).signal;
}
