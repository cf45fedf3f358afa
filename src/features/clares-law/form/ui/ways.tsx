import type { ReactNode } from 'react';
import { relayPrefix } from '#content/emergency';
import { lineOf } from '#content/line';
import { isolate } from '#i18n/format';
import { sourceLanguage } from '#i18n/languages';
import { useLanguage, useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import type { Draft } from '../model/draft.ts';
import { scriptOf, type ScriptLine } from '../model/paper.ts';
import { OwnLines } from './own-lines.tsx';
import { interpreterWords, speakerOf, type Speaker } from './request-words.ts';

/** One way to hand over: what it leaves behind is said before anything can be pressed. */
export function Way({ name, title, leaves, children }: { readonly name: string; readonly title: string; readonly leaves: string; readonly children: ReactNode }): ReactNode {
  const t = useText('request');
  return (
    <details className="fold" data-ask-way={name}>
      <summary>{title}</summary>
      <p className="warning">
        {t('way.leaves')}: {leaves}
      </p>
      {children}
    </details>
  );
}

function lineWords(speaker: Speaker, said: ScriptLine): string {
  const { t } = speaker;
  if (said.line !== 'interpreter') return t(`script.${said.line}`);
  return interpreterWords(speaker, said.code, t('script.interpreterAny'), (language) => t('script.interpreter', { language }));
}

/** A few sentences in English, with the reader's own beside them. */
export function CallWay({ draft }: { readonly draft: Draft }): ReactNode {
  const lang = useLanguage();
  const t = useText('request');
  const terms = useText('terms');
  const { number, display } = lineOf('kent-police-101').call;
  const shown = isolate(display);
  return (
    <Way name="call" title={t('way.call.title', { number: shown })} leaves={t('way.call.leaves')}>
      <p>{t('way.call.text')}</p>
      <ol className="steps">
        {scriptOf(draft, lang).map((said) => (
          <li key={said.line}>
            <span lang={sourceLanguage} dir="ltr" className="own">
              <strong>{lineWords(speakerOf(sourceLanguage), said)}</strong>
            </span>
            {'words' in said && <OwnLines lines={said.words} />}
            {lang !== sourceLanguage && <span className="own soft">{lineWords(speakerOf(lang), said)}</span>}
          </li>
        ))}
      </ol>
      <CallLink number={number} display={display} label={terms('way.call', { number: shown })} />
      <p className="soft">{t('way.call.relay', { relay: isolate(`${relayPrefix} ${display}`) })}</p>
    </Way>
  );
}

export function ShowWay({ onShow }: { readonly onShow: () => void }): ReactNode {
  const t = useText('request');
  return (
    <Way name="show" title={t('way.show.title')} leaves={t('way.show.leaves')}>
      <p>{t('way.show.text')}</p>
      <p>
        <button type="button" className="button" data-ask-do="show" onClick={onShow}>
          {t('way.show.go')}
        </button>
      </p>
    </Way>
  );
}

export function PrintWay(): ReactNode {
  const t = useText('request');
  return (
    <Way name="print" title={t('way.print.title')} leaves={t('way.print.leaves')}>
      <p>{t('way.print.text')}</p>
      <p>
        <button type="button" className="button" data-ask-do="print" onClick={() => window.print()}>
          {t('way.print.go')}
        </button>
      </p>
    </Way>
  );
}
