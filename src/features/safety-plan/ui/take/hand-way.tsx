import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import type { FaultTold } from '#ui/fault-line.tsx';
import { FileWordsField, useFileWords } from '#ui/file-words.tsx';
import { Way } from './way.tsx';

/** Makes a sealed file of some entries and hands it to the browser. `lost`: so many pictures and recordings could not be read, and are not in it. */
export type SealPart = (ids: readonly string[], withFiles: boolean, words: string) => Promise<{ readonly ok: true; readonly lost: number } | { readonly ok: false; readonly told: FaultTold }>;

interface Props {
  readonly isNothing: boolean;
  readonly seal: (words: string) => ReturnType<SealPart>;
  /** Words made up here: whoever gets the file can try for as long as they like. */
  readonly drawWords: () => string;
}

/** As the browser will list it. */
export const handedFileName = 'notes.bin';

/** A file for an advocate, with words of its own; it opens in their language on their own device. */
export function HandWay({ isNothing, seal, drawWords }: Props): ReactNode {
  const t = useText('takeout');
  const plan = useText('plan');
  const words = useFileWords(drawWords);
  const [isBusy, setBusy] = useState(false);
  const [lost, setLost] = useState<number | null>(null);
  const [fault, setFault] = useState<FaultTold | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const make = async (): Promise<void> => {
    if (isBusy || isNothing) return;
    setLost(null);
    setFault(null);
    setBusy(true);
    const answer = await seal(words.typed);
    if (!isHere.current) return;
    setBusy(false);
    if (!answer.ok) {
      setFault(answer.told);
      return;
    }
    words.settle();
    setLost(answer.lost);
  };
  return (
    <Way name="hand" title={t('hand.title')} leaves={t('hand.leaves', { name: isolate(handedFileName) })}>
      <p>{t('hand.text')}</p>
      <p>{t('hand.open')}</p>
      <form
        className="vault-form"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <FileWordsField words={words} fault={fault} texts={{ label: t('hand.label'), hint: t('hand.hint'), show: plan('show'), hide: plan('hide'), draw: plan('copy.draw') }} />
        <button type="submit" className="button" data-plan-do="hand" aria-disabled={isBusy || isNothing ? true : undefined}>
          {isBusy ? t('hand.working') : t('hand.go')}
        </button>
        <div role="status">
          {lost !== null && (
            <p>
              {t('hand.done')} {words.isDrawn && plan('copy.drawn')} {lost > 0 && plan('copy.lost', { count: lost })}
            </p>
          )}
        </div>
      </form>
    </Way>
  );
}
