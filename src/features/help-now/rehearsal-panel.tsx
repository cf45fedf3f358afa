import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { silentSolution } from '#content/emergency';
import { isolate } from '#i18n/format';
import { isDraft, sourceLanguage } from '#i18n/languages';
import { textOf } from '#i18n/text';
import { useLanguage } from '#i18n/use-text';
import { actsAt, after, isEnd, type Moment } from './rehearsal.ts';

interface Props {
  readonly emergency: string;
  readonly onClose: () => void;
}

/** The practice: one moment at a time. There is no telephone link in it. */
export function RehearsalPanel({ emergency, onClose }: Props): ReactNode {
  const lang = useLanguage();
  const t = textOf(lang, 'rehearsal');
  const [moment, setMoment] = useState<Moment>('choose');
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    words.current?.focus();
  }, [moment]);
  const values = {
    emergency,
    key: isolate(silentSolution.key),
    opening: isolate(silentSolution.opening),
    seconds: silentSolution.landlineOpenSeconds,
  };
  const say = (speak: TFunction<'rehearsal'>): string => speak(moment, values);
  return (
    <div className="rehearsal" data-rehearsal={moment} role="group" aria-label={t('title')}>
      <p className="soft">{t('never')}</p>
      <p ref={words} tabIndex={-1}>
        <span className="said">{say(t)}</span>
        {isDraft(lang) && (
          <span className="original" lang={sourceLanguage} dir="ltr">
            {say(textOf(sourceLanguage, 'rehearsal'))}
          </span>
        )}
      </p>
      <ul className="chips">
        {actsAt(moment).map((act) => (
          <li key={act}>
            <button type="button" className="button quiet" onClick={() => setMoment(after(moment, act))}>
              {t(`acts.${act}`, values)}
            </button>
          </li>
        ))}
        {isEnd(moment) && (
          <li>
            <button type="button" className="button" onClick={() => setMoment('choose')}>
              {t('again')}
            </button>
          </li>
        )}
        <li>
          <button type="button" className="button quiet" onClick={onClose}>
            {t('close')}
          </button>
        </li>
      </ul>
    </div>
  );
}
