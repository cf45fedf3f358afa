import { useEffect, useState } from 'react';

const everyMs = 30_000;

/** The time on this device, renewed every half minute; null until the served page has come alive. */
export function useNow(): Date | null {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    const look = (): void => setNow(new Date());
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
