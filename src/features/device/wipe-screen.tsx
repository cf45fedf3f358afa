import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { pathTo } from '#content/routes';
import { useLanguage, useText } from '#i18n/use-text';
import { InsideLink } from '#ui/inside-link.tsx';
import type { Removed } from './store.ts';

export type WipeStep = 'working' | 'unreadable' | Removed;

const headings = { working: 'wipe.working', unreadable: 'wipe.working', clean: 'wipe.over', 'not-overwritten': 'wipe.over', left: 'wipe.notOver' } as const;

/**
 * What stands in place of the page from the second tap on: nothing of these
 * pages but a few plain words and the way out. First the screen, then the
 * overwriting: somebody may be at the door.
 */
export function WipeScreen({ step, onRetry }: { readonly step: WipeStep; readonly onRetry: () => void }): ReactNode {
  const lang = useLanguage();
  const t = useText('device');
  const words = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset['bland'] = '';
    return () => {
      delete root.dataset['bland'];
    };
  }, []);
  useEffect(() => {
    // The button that was pressed is gone.
    words.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const isWorking = step === 'working' || step === 'unreadable';
  return (
    <section data-wipe={step}>
      <div role="status">
        <h1 ref={words} tabIndex={-1}>
          {t(headings[step])}
        </h1>
        {!isWorking && <p>{t(`wipe.found.${step}`)}</p>}
      </div>
      {step === 'left' && (
        <button type="button" className="button" onClick={onRetry}>
          {t('wipe.retry')}
        </button>
      )}
      {!isWorking && (
        <>
          <p>{t('wipe.remains')}</p>
          <p>{t('wipe.again')}</p>
          <InsideLink className="button quiet" to={pathTo(lang, 'home')}>
            {t('wipe.home')}
          </InsideLink>
        </>
      )}
    </section>
  );
}
