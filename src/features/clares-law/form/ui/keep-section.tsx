import { useRef, type ReactNode } from 'react';
import { pathTo } from '#content/routes';
import { useLanguage, useText } from '#i18n/use-text';
import { InsideLink } from '#ui/inside-link.tsx';
import { useHandOn } from '#ui/use-hand-on.ts';
import { beginKeeping, keepNow, resumeKept, type Held, type Keeper } from '../held.ts';
import { isBegun } from '../model/draft.ts';
import { usePlanState } from './use-request.ts';

/** Whether the answers are kept, and what can be done about it. Nothing is kept unless it is asked for. */
export function KeepSection({ held: { draft, keeping }, keeper }: { readonly held: Held; readonly keeper: Keeper }): ReactNode {
  const lang = useLanguage();
  const t = useText('request');
  const { isOpen, hasAnswers } = usePlanState(keeper);
  const begun = isBegun(draft);
  const state = useRef<HTMLElement>(null);
  const handOn = useHandOn();
  /** What is pressed goes with its fold or card: what it came to takes the focus. */
  const press = (act: () => void): void => {
    act();
    handOn(() => state.current);
  };
  const button = (words: string, act: () => void, name: string): ReactNode => (
    <p>
      <button type="button" className="button quiet" data-ask-do={name} onClick={() => press(act)}>
        {words}
      </button>
    </p>
  );
  if (keeping !== 'memory') {
    return (
      <section ref={state} tabIndex={-1} className="keeping" data-ask-keeping={keeping}>
        <p role="status" className="soft">
          {keeping === 'kept' ? t('keep.kept') : keeping === 'saving' ? t('keep.saving') : t('keep.notKept')}
        </p>
        {keeping === 'not-kept' && button(t('keep.again'), keepNow, 'keep-again')}
      </section>
    );
  }
  if (isOpen && hasAnswers) {
    return (
      <section className="card" data-ask-keeping="found">
        <h2>{t('keep.found')}</h2>
        {begun && <p>{t('keep.both')}</p>}
        {button(begun ? t('keep.useKept') : t('keep.goOn'), resumeKept, 'resume')}
        {begun && button(t('keep.useThese'), beginKeeping, 'keep')}
      </section>
    );
  }
  const toPlan = (
    <p>
      <InsideLink to={pathTo(lang, 'plan')}>{t('keep.plan')}</InsideLink>
    </p>
  );
  if (!begun) {
    return isOpen ? null : (
      <section data-ask-keeping="nothing">
        <p>{t('keep.earlier')}</p>
        {toPlan}
      </section>
    );
  }
  return (
    <details className="fold" data-ask-keeping="memory">
      <summary>{t('keep.title')}</summary>
      <p>{t('keep.memory')}</p>
      {isOpen ? (
        button(t('keep.go'), beginKeeping, 'keep')
      ) : (
        <>
          <p>{t('keep.locked')}</p>
          {toPlan}
        </>
      )}
    </details>
  );
}
