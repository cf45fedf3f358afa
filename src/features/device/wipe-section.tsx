import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';

/** The first of two taps, and the second; what comes after takes the place of the whole page. */
export function WipeSection({ onWipe }: { readonly onWipe: () => void }): ReactNode {
  const t = useText('device');
  const [isAsked, setIsAsked] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsked) {
      sure.current?.focus();
    }
  }, [isAsked]);
  return (
    <section data-wipe={isAsked ? 'sure' : 'idle'}>
      <h2>{t('wipe.title')}</h2>
      <p>{t('wipe.text')}</p>
      <p className="warning">{t('wipe.warn')}</p>
      {isAsked ? (
        <p className="pair">
          <span>{t('wipe.sure')}</span>
          <button ref={sure} type="button" className="button" onClick={onWipe}>
            {t('wipe.yes')}
          </button>
          <button type="button" className="button quiet" onClick={() => setIsAsked(false)}>
            {t('wipe.no')}
          </button>
        </p>
      ) : (
        <button type="button" className="button quiet" onClick={() => setIsAsked(true)}>
          {t('wipe.start')}
        </button>
      )}
      <p>{t('wipe.remains')}</p>
      <p>{t('wipe.again')}</p>
    </section>
  );
}
