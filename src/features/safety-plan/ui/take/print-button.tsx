import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';

const opening = '[data-plan-paper] [data-plan-picture="opening"]';

/** Prints what stands on the paper, once all its pictures are drawn. */
export function PrintButton({ className, isOff = false }: { readonly className: string; readonly isOff?: boolean }): ReactNode {
  const t = useText('takeout');
  const [isWaiting, setWaiting] = useState(false);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
  const press = (): void => {
    if (isOff || isWaiting) return;
    if (!document.querySelector(opening)) {
      window.print();
      return;
    }
    setWaiting(true);
    const drawn = new MutationObserver(() => {
      if (document.querySelector(opening)) return;
      stop.current();
      setWaiting(false);
      window.print();
    });
    stop.current = () => drawn.disconnect();
    drawn.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-plan-picture'] });
  };
  return (
    <button type="button" className={className} data-plan-do="print" aria-disabled={isOff || isWaiting ? true : undefined} onClick={press}>
      {t(isWaiting ? 'hand.working' : 'print.go')}
    </button>
  );
}
