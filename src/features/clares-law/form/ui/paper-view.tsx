import { useEffect, useRef, useState, type ReactNode } from 'react';
import { sourceLanguage } from '#i18n/languages';
import { useLanguage, useText } from '#i18n/use-text';
import { InsideLink } from '#ui/inside-link.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { goTo } from '../held.ts';
import { choiceAt, type Draft } from '../model/draft.ts';
import { DangerCard } from './danger-card.tsx';
import { PaperArticle } from './paper-article.tsx';
import { CallWay, PrintWay, ShowWay } from './ways.tsx';
import { CopyWay } from './copy-way.tsx';
import { FileWay, type SaveAsFile } from './file-way.tsx';

interface Props {
  readonly draft: Draft;
  readonly askTo: string | null;
  readonly saveAsFile?: SaveAsFile | undefined;
}

type Which = 'police' | 'own';

/** The finished paper and the ways to hand it over. The app itself hands nothing over. */
export function PaperView({ draft, askTo, saveAsFile }: Props): ReactNode {
  const lang = useLanguage();
  const t = useText('request');
  const [which, setWhich] = useState<Which>('police');
  const [isLarge, setLarge] = useState(false);
  const end = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasLarge = useRef(false);
  useEffect(() => {
    if (wasLarge.current === isLarge) return;
    wasLarge.current = isLarge;
    (isLarge ? end : heading).current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [isLarge]);
  const isDanger = choiceAt(draft, 'danger') === 'yes';
  const paperIn = which === 'police' ? sourceLanguage : lang;
  const article = <PaperArticle draft={draft} lang={paperIn} readIn={lang} />;
  if (isLarge) {
    return (
      <div className="showing" data-ask-showing>
        <h1 tabIndex={-1} className="visually-hidden">
          {t('paper.heading')}
        </h1>
        <p className="off-paper">
          <button ref={end} type="button" className="button quiet" data-ask-do="end-show" onClick={() => setLarge(false)}>
            {t('way.show.end')}
          </button>
        </p>
        {article}
      </div>
    );
  }
  return (
    <>
      <div className="off-paper">
        {isDanger && <DangerCard />}
        <h1 ref={heading} tabIndex={-1} className={isDanger ? 'closing' : undefined}>
          {t('paper.heading')}
        </h1>
        <p>{t('paper.lead')}</p>
        <p>
          <button type="button" className="button quiet" data-ask-do="check" onClick={() => goTo('check')}>
            {t('paper.back')}
          </button>
        </p>
        {lang !== sourceLanguage && (
          <div data-ask-which>
            <RadioGroup<Which>
              title={t('paper.which')}
              options={[
                { value: 'police', label: t('paper.forPolice') },
                { value: 'own', label: t('paper.forMe') },
              ]}
              value={which}
              onChange={setWhich}
            />
          </div>
        )}
        <h2>{t('way.title')}</h2>
        <CallWay draft={draft} />
        <ShowWay onShow={() => setLarge(true)} />
        <PrintWay />
        <CopyWay draft={draft} />
        {saveAsFile && <FileWay draft={draft} paperIn={paperIn} saveAsFile={saveAsFile} />}
        {askTo !== null && (
          <p>
            <InsideLink to={askTo}>{t('way.ask')}</InsideLink>
          </p>
        )}
      </div>
      {article}
    </>
  );
}
